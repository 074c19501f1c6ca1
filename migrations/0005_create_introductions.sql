-- Introductions: asked for, made, or received; each change of state is dated and kept.

CREATE TABLE introduction (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ask', 'make', 'received')),
  state TEXT NOT NULL CHECK (state IN ('idea', 'asked', 'permission_asked', 'accepted', 'declined', 'made', 'met', 'outcome')),
  -- who joins the two: X of "I ask X to introduce me to Y"; me when I make it
  introducer_id INTEGER NOT NULL REFERENCES person (id),
  -- the two who are joined; for 'ask' and 'received' the first is me
  first_person_id INTEGER NOT NULL REFERENCES person (id),
  second_person_id INTEGER NOT NULL REFERENCES person (id),
  topic_id INTEGER REFERENCES topic (id),
  goal TEXT NOT NULL DEFAULT '', -- "find an accountant": asks with one goal are shown together
  message TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  came_from_id INTEGER REFERENCES introduction (id), -- line of descent
  event_id INTEGER REFERENCES event (id), -- where it began
  remind_on TEXT CHECK (remind_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome TEXT CHECK (outcome IN ('value', 'nothing', 'no_answer')),
  created_at TEXT NOT NULL,
  CHECK (first_person_id <> second_person_id),
  CHECK (introducer_id <> first_person_id AND introducer_id <> second_person_id),
  CHECK ((state = 'outcome') = (outcome IS NOT NULL)),
  CHECK (came_from_id <> id)
) STRICT;
CREATE INDEX introduction_state ON introduction (state);
CREATE INDEX introduction_introducer ON introduction (introducer_id);
CREATE INDEX introduction_first ON introduction (first_person_id);
CREATE INDEX introduction_second ON introduction (second_person_id);

CREATE TABLE introduction_change (
  id INTEGER PRIMARY KEY,
  introduction_id INTEGER NOT NULL REFERENCES introduction (id),
  state TEXT NOT NULL CHECK (state IN ('idea', 'asked', 'permission_asked', 'accepted', 'declined', 'made', 'met', 'outcome')),
  changed_on TEXT NOT NULL CHECK (changed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX introduction_change_introduction ON introduction_change (introduction_id);
