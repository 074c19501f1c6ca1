-- Thanks, and letting an ask go with thanks, are letters that were sent like the others: they are kept beside them. A
-- CHECK cannot be changed: the table is made anew.

CREATE TABLE introduction_letter_anew (
  id INTEGER PRIMARY KEY,
  introduction_id INTEGER NOT NULL REFERENCES introduction (id),
  -- of a double opt-in both are asked while the state is 'permission_asked': the letters tell who was, and when
  kind TEXT NOT NULL CHECK (kind IN ('ask', 'ask_target', 'ask_other', 'introduce', 'thanks', 'let_go', 'reminder')),
  sent_on TEXT NOT NULL CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO introduction_letter_anew
SELECT id, introduction_id, kind, sent_on, subject, body FROM introduction_letter;
DROP TABLE introduction_letter;
ALTER TABLE introduction_letter_anew RENAME TO introduction_letter;
CREATE INDEX introduction_letter_introduction ON introduction_letter (introduction_id);
