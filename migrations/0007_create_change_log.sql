-- The undo log. Rows are written by temporary triggers that book/change-log.ts makes from the schema
-- at every open, so no migration can forget a table. Bounded: old steps are dropped.

CREATE TABLE change_step (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL CHECK (label <> ''), -- names what will be undone: "Log Jane Doe at Brews & Books"
  done_at TEXT NOT NULL,
  row_count INTEGER NOT NULL DEFAULT 0 CHECK (row_count >= 0), -- of its change rows: bounds the log without counting
  is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
) STRICT;

CREATE TABLE change_row (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES change_step (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- the row on the other side of the change, as JSON; null when it does not exist there
  image TEXT
) STRICT;
CREATE INDEX change_row_step ON change_row (step_id);

-- Settings of the book itself, such as the salt of the erased list.
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT;
