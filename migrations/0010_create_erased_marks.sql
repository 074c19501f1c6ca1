-- People who were erased for good, so that no import brings them back. Only salted hashes are kept: whoever has
-- the book can ask whether a certain address is among them, but cannot list who they were.

CREATE TABLE erased_mark (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64), -- HMAC-SHA256 under the book's own salt (setting 'erasure_salt')
  erased_on TEXT NOT NULL
) STRICT;
