-- Version 3: how far an article was read.

ALTER TABLE article ADD COLUMN read INTEGER; -- in percent; NULL when that was not noted
