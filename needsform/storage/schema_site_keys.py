"""The tables of signatures: this store's own key, and the sites whose signatures count here."""

SITE_KEYS = """
-- The private key with which this store signs what leaves it. It never changes: what was signed stays signed.
CREATE TABLE site_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    private_key BLOB NOT NULL CHECK (length(private_key) = 32),
    made_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER site_key_is_kept BEFORE UPDATE ON site_key
BEGIN SELECT RAISE(ABORT, 'the key of a site never changes'); END;
CREATE TRIGGER site_key_is_kept_whole BEFORE DELETE ON site_key
BEGIN SELECT RAISE(ABORT, 'the key of a site never changes'); END;

-- Sites whose key was taken in. One that is withdrawn stays, so that what it was believed for can be told.
CREATE TABLE known_sites (
    public_key BLOB PRIMARY KEY CHECK (length(public_key) = 32),
    name TEXT NOT NULL CHECK (name <> ''),
    known_since TEXT NOT NULL,
    known_by TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT;
CREATE TRIGGER known_sites_are_kept BEFORE DELETE ON known_sites
BEGIN SELECT RAISE(ABORT, 'a site that was known is withdrawn and not forgotten'); END;
CREATE TRIGGER known_sites_keep_their_key BEFORE UPDATE OF public_key ON known_sites
WHEN OLD.public_key <> NEW.public_key
BEGIN SELECT RAISE(ABORT, 'another key is another site'); END;
"""
"""A sheet that leaves is signed, and a sheet that arrives is held against who is known."""
