-- Which closing of the book its seal (a checksum beside the file) belongs to: a seal of another generation says
-- nothing about this file, for example when the user has put an older copy in its place.

CREATE TABLE seal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation TEXT NOT NULL
) STRICT;
