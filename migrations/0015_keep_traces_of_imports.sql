-- What each import wrote, so that it can be taken out whole long after, later edits permitting.

-- Rows that it made: those of one table have ids in a row, since an import is one transaction.
CREATE TABLE import_insert (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  table_name TEXT NOT NULL CHECK (table_name <> ''),
  first_row_id INTEGER NOT NULL,
  last_row_id INTEGER NOT NULL,
  -- the columns that it filled, as a JSON array, and four bytes of a checksum of each row's values in them: by that
  -- an edit made since is told
  column_names TEXT NOT NULL,
  checksums BLOB NOT NULL,
  CHECK (last_row_id >= first_row_id),
  CHECK (length(checksums) = 4 * (last_row_id - first_row_id + 1))
) STRICT;
CREATE INDEX import_insert_import ON import_insert (import_id);

-- Columns of rows that were there before: what it put in place of what. "after" null: the row was taken away.
CREATE TABLE import_update (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  table_name TEXT NOT NULL CHECK (table_name <> ''),
  row_id INTEGER NOT NULL,
  before TEXT NOT NULL, -- JSON object
  after TEXT
) STRICT;
CREATE INDEX import_update_import ON import_update (import_id);
