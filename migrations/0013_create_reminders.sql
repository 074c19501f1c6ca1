-- What Today needs beside follow-ups and introductions: rhythms, and what was put off.

-- How often I mean to be in touch with somebody. When it falls due follows from the last real contact, so no
-- date is kept that a contact logged elsewhere could make wrong.
CREATE TABLE keep_in_touch (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL UNIQUE REFERENCES person (id),
  every INTEGER NOT NULL CHECK (every BETWEEN 1 AND 120),
  unit TEXT NOT NULL CHECK (unit IN ('week', 'month')),
  started_on TEXT NOT NULL CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') -- counted from here while there was no contact
) STRICT;

-- A line of Today that has no date of its own to move (a rhythm, a birthday, a fading tie) and was put off.
CREATE TABLE put_off (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind <> ''), -- which section of Today; sections come and go, so the program knows them
  until_on TEXT NOT NULL CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- the day it comes back
  UNIQUE (person_id, kind)
) STRICT;

-- '05-14' of '1984-05-14' and of '--05-14': the birthdays of some days without reading everybody's.
CREATE INDEX person_birthday ON person (substr(birthday, -5)) WHERE birthday IS NOT NULL;
CREATE INDEX introduction_remind ON introduction (remind_on) WHERE remind_on IS NOT NULL;
