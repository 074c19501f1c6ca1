-- Where people were met, what was said and promised, and what to do next.

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('meetup', 'coworking', 'conference', 'call', 'party', 'other')),
  held_on TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  place TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX event_held_on ON event (held_on);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  have_met INTEGER NOT NULL DEFAULT 0 CHECK (have_met IN (0, 1)), -- 1: I talked to them there
  note TEXT NOT NULL DEFAULT '',
  import_id INTEGER REFERENCES import (id),
  UNIQUE (event_id, person_id)
) STRICT;
CREATE INDEX attendance_person ON attendance (person_id);

-- A contact that took place: conversation, message, call, meal.
CREATE TABLE interaction (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('conversation', 'message', 'call', 'meeting')),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '',
  event_id INTEGER REFERENCES event (id),
  import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE INDEX interaction_person ON interaction (person_id, on_date);

-- Something to do about a person on a day: a follow-up, or a promise made at an event.
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  what TEXT NOT NULL DEFAULT '',
  event_id INTEGER REFERENCES event (id),
  done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX follow_up_due ON follow_up (due_on) WHERE done_on IS NULL;
CREATE INDEX follow_up_person ON follow_up (person_id);
