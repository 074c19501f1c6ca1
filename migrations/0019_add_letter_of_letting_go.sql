-- Letting an ask go with thanks has a letter of its own. A CHECK cannot be changed: the table is made anew.

CREATE TABLE letter_template_anew (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ask', 'blurb', 'ask_target', 'ask_other', 'introduce', 'thanks', 'let_go', 'reminder')),
  name TEXT NOT NULL CHECK (name <> ''),
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL CHECK (body <> ''), -- plain text with {fields} and [parts that may be left out]
  -- 1: stands in the place of the one that comes with the program; deleting it brings that one back
  replaces_shipped INTEGER NOT NULL CHECK (replaces_shipped IN (0, 1))
) STRICT;
INSERT INTO letter_template_anew SELECT id, kind, name, subject, body, replaces_shipped FROM letter_template;
DROP TABLE letter_template;
ALTER TABLE letter_template_anew RENAME TO letter_template;
CREATE UNIQUE INDEX letter_template_replacement ON letter_template (kind) WHERE replaces_shipped = 1;
