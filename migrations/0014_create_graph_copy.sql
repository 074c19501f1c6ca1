-- Which packed copy of the graph beside the book is good: the one that bears this token. The row is deleted in the
-- same transaction as any change to what the graph rests on (by temporary triggers, book/graph-token.ts), so it
-- travels with the state of the book: into backups, and back with them.
CREATE TABLE graph_copy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  token TEXT NOT NULL
) STRICT;
