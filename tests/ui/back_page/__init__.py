"""The talk, the back page and the sheet."""
