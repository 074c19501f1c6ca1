-- Tags (how I sort people) and topics (what people offer and need).

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE CHECK (folded_name <> ''),
  colour TEXT NOT NULL DEFAULT 'gray' CHECK (colour IN
    ('gray', 'red', 'pink', 'grape', 'violet', 'indigo', 'blue', 'cyan', 'teal', 'green', 'lime', 'yellow', 'orange'))
) STRICT;

CREATE TABLE person_tag (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  tag_id INTEGER NOT NULL REFERENCES tag (id),
  UNIQUE (person_id, tag_id)
) STRICT;
CREATE INDEX person_tag_tag ON person_tag (tag_id);

CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE CHECK (folded_name <> '')
) STRICT;

-- Another word for a topic: "bookkeeper" finds "accountant".
CREATE TABLE topic_synonym (
  id INTEGER PRIMARY KEY,
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE CHECK (folded_name <> '')
) STRICT;
CREATE INDEX topic_synonym_topic ON topic_synonym (topic_id);

-- A dated statement that a person offers or needs a topic; it holds while ended_on is null or later than the day asked.
CREATE TABLE topic_statement (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  kind TEXT NOT NULL CHECK (kind IN ('offers', 'needs')),
  said_on TEXT CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  event_id INTEGER REFERENCES event (id),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX topic_statement_person ON topic_statement (person_id);
CREATE INDEX topic_statement_topic ON topic_statement (topic_id, kind);
