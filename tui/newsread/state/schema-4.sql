-- Version 4: what the paragraph says that a place is in, as a checksum: a page may be changed before it is opened again.

ALTER TABLE article ADD COLUMN line INTEGER; -- NULL when that was not noted
ALTER TABLE mark ADD COLUMN line INTEGER;
