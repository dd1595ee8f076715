"""The table of what is being written in folders that the user chose."""

OUTGOING_FILES = """
-- Where a file or folder is under way outside the store, so that what a kill leaves there is taken away. The path is
-- what the system takes for it, bytes that need not be text; it names a folder and no citizen's file.
CREATE TABLE outgoing_files (
    path BLOB PRIMARY KEY,
    tries INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
"""
"""A line is there while something is written, and after a kill until it is gone."""
