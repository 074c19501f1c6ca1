-- What was imported, for whom, and what became of each row.

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  format TEXT NOT NULL CHECK (format <> ''),
  source_name TEXT NOT NULL DEFAULT '', -- the file's name, never its path
  source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64),
  owner_id INTEGER REFERENCES person (id), -- whose list it is; null for ties and attendee lists
  platform_id INTEGER REFERENCES platform (id),
  event_id INTEGER REFERENCES event (id),
  imported_at TEXT NOT NULL,
  people_created INTEGER NOT NULL CHECK (people_created >= 0),
  people_matched INTEGER NOT NULL CHECK (people_matched >= 0),
  people_unsure INTEGER NOT NULL CHECK (people_unsure >= 0),
  people_unchanged INTEGER NOT NULL CHECK (people_unchanged >= 0),
  ties_created INTEGER NOT NULL CHECK (ties_created >= 0),
  ties_unchanged INTEGER NOT NULL CHECK (ties_unchanged >= 0)
) STRICT;
CREATE INDEX import_owner ON import (owner_id);

CREATE TABLE import_row (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  line INTEGER NOT NULL CHECK (line >= 0),
  outcome TEXT NOT NULL CHECK (outcome IN ('created', 'matched', 'unsure', 'unchanged', 'left_out')),
  person_id INTEGER REFERENCES person (id),
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX import_row_import ON import_row (import_id);
CREATE INDEX import_row_person ON import_row (person_id) WHERE person_id IS NOT NULL;

-- "Are these two the same?" Asked by imports and by the duplicates page; answers are kept for ever.
CREATE TABLE identity_question (
  id INTEGER PRIMARY KEY,
  low_person_id INTEGER NOT NULL REFERENCES person (id),
  high_person_id INTEGER NOT NULL REFERENCES person (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  answer TEXT CHECK (answer IN ('same', 'different')),
  answered_at TEXT,
  import_id INTEGER REFERENCES import (id),
  CHECK (low_person_id < high_person_id),
  UNIQUE (low_person_id, high_person_id)
) STRICT;
CREATE INDEX identity_question_high ON identity_question (high_person_id);
