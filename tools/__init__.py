"""Programs for whoever works on Needsform; make runs them, the installed program never does."""
