"""The table of the site's own directory of offers and contacts."""

DIRECTORY = """
-- What the site has written of an entry, change after change; the last row holds. Without data the site has nothing of
-- its own to say: the entry is as it is shipped, or it is not there. What is shipped stands in no row.
CREATE TABLE directory (
    number INTEGER PRIMARY KEY,
    contact_id TEXT NOT NULL,
    data TEXT
) STRICT;
CREATE INDEX directory_by_contact ON directory (contact_id);
CREATE TRIGGER changes_of_the_directory_are_kept BEFORE UPDATE ON directory
BEGIN SELECT RAISE(ABORT, 'what the directory said is kept'); END;
CREATE TRIGGER changes_of_the_directory_are_kept_whole BEFORE DELETE ON directory
BEGIN SELECT RAISE(ABORT, 'what the directory said is kept'); END;
"""
"""Changes are rows of their own, so that each can be taken back."""
