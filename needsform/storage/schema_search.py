"""The table by which citizens are found as one types."""

SEARCH = """
-- The words of a name, each with what a list of found citizens says: those who are found by a word lie beside each
-- other here, and in `patients` each on a page of their own; to read them there would take longer than a key takes.
CREATE TABLE words_with_names (
    word TEXT NOT NULL,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    identifier_kind TEXT NOT NULL,
    identifier TEXT NOT NULL,
    name TEXT NOT NULL,
    municipality_code TEXT NOT NULL,
    PRIMARY KEY (word, patient_id)
) STRICT, WITHOUT ROWID;
INSERT INTO words_with_names
    SELECT w.word, p.id, p.identifier_kind, p.identifier, p.name, p.municipality_code
    FROM patient_words w JOIN patients p ON p.id = w.patient_id ORDER BY w.word, p.id;
DROP TABLE patient_words;
ALTER TABLE words_with_names RENAME TO patient_words;
CREATE INDEX patient_words_by_patient ON patient_words (patient_id);
"""
"""Written with every change of a citizen (`storage.patients`)."""
