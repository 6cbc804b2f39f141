-- What newsread remembers: version 1. What came later stands in files of its own, which upgrade an older file after a copy
-- of it was set aside.

-- An article that was opened: its address (or the hash of its bytes), and what the lists need to show it.
CREATE TABLE article (
    identity TEXT PRIMARY KEY,
    source   TEXT NOT NULL,              -- what to open to read it again
    title    TEXT,
    site     TEXT,
    opened   REAL NOT NULL,              -- seconds since 1970
    starred  REAL,                       -- when; NULL when it is not
    block    INTEGER NOT NULL DEFAULT 0, -- the place in the text: a block,
    offset   INTEGER NOT NULL DEFAULT 0  -- and a code point of its source text
) WITHOUT ROWID;

CREATE INDEX article_by_opened ON article (opened DESC);

-- A line that the user put back although a filter cut it.
CREATE TABLE put_back (
    identity TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
    line     TEXT NOT NULL,              -- the block's source text
    PRIMARY KEY (identity, line)
) WITHOUT ROWID;

-- A speaker that the user corrected.
CREATE TABLE speaker (
    identity TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
    quote    TEXT NOT NULL,              -- the quote's text
    name     TEXT NOT NULL,
    PRIMARY KEY (identity, quote)
) WITHOUT ROWID;
