-- Questions to the list of people that are asked again and again: filter and order under a name of one's own.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE CHECK (folded_name <> ''),
  position INTEGER NOT NULL, -- place in the menu; of equal ones the older comes first
  -- JSON after the contract's personFilter and personSort: parts that are added to the filter later need no migration.
  -- It names tags, events and the like by id; one that is gone finds nobody, which the page says.
  question TEXT NOT NULL CHECK (question <> '')
) STRICT;
