"""`make screenshots`: every screen in every state, from the real program, for the documentation."""
