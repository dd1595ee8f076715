"""The citizen over time."""
