-- What a newer export of a list says against the one read before it: who came, who went, who has another job.
CREATE TABLE list_change (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('came', 'went', 'moved')),
  -- how new the list is; the day of reading where the list does not tell
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- of a move: the job before and the one after, in words, since the roles themselves may be edited later
  was TEXT CHECK (was <> ''),
  became TEXT CHECK (became <> ''),
  -- congratulated, followed up or put aside; null: still to be looked at
  done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK (kind = 'moved' OR (was IS NULL AND became IS NULL))
) STRICT;
CREATE INDEX list_change_import ON list_change (import_id, kind);
CREATE INDEX list_change_person ON list_change (person_id);

-- Which e-mails and meetings an import has counted, so that a larger mailbox read later counts each of them once.
CREATE TABLE import_mark (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  -- six bytes of the SHA-256 of each Message-ID, or UID and day: tells them apart, and nothing about them
  marks BLOB NOT NULL CHECK (length(marks) % 6 = 0)
) STRICT;
CREATE INDEX import_mark_import ON import_mark (import_id);
