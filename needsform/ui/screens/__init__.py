"""One task of a person each."""
