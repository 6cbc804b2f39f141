-- Version 2: marks.

-- A place that the user marked with a letter.
CREATE TABLE mark (
    identity TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
    letter   TEXT NOT NULL,
    block    INTEGER NOT NULL,
    offset   INTEGER NOT NULL,
    PRIMARY KEY (identity, letter)
) WITHOUT ROWID;
