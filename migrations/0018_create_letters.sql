-- Letters around introductions: templates of the user's own, and what was sent when.

CREATE TABLE letter_template (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ask', 'blurb', 'ask_target', 'ask_other', 'introduce', 'thanks', 'reminder')),
  name TEXT NOT NULL CHECK (name <> ''),
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL CHECK (body <> ''), -- plain text with {fields} and [parts that may be left out]
  -- 1: stands in the place of the one that comes with the program; deleting it brings that one back
  replaces_shipped INTEGER NOT NULL CHECK (replaces_shipped IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX letter_template_replacement ON letter_template (kind) WHERE replaces_shipped = 1;

CREATE TABLE introduction_letter (
  id INTEGER PRIMARY KEY,
  introduction_id INTEGER NOT NULL REFERENCES introduction (id),
  -- of a double opt-in both are asked while the state is 'permission_asked': the letters tell who was, and when
  kind TEXT NOT NULL CHECK (kind IN ('ask', 'ask_target', 'ask_other', 'introduce', 'reminder')),
  sent_on TEXT NOT NULL CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX introduction_letter_introduction ON introduction_letter (introduction_id);
