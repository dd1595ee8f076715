"""The windows: they show state and say what happened; they decide nothing."""
