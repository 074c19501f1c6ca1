-- Rows that a command inserts by the ten thousand, an import above all, are one row of the undo log instead of one each.

ALTER TABLE change_row ADD COLUMN
  -- stands for so many rows with ids in a row, of which "row_id" is the last, and for as many ids of the log up to its own
  row_count INTEGER NOT NULL DEFAULT 1 CHECK (row_count > 0 AND (row_count = 1 OR image IS NULL));
