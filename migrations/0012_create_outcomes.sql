-- What came of it: jobs and gains, messages passed on, thanks given; and pairs that shall not be brought together.

-- A message passed on, so that favours are returned: theirs by me ('given'), or mine by them ('received').
CREATE TABLE share (
  id INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('given', 'received')),
  person_id INTEGER NOT NULL REFERENCES person (id),
  -- in whose circle: of whoever passed it on, there; null: to all they know
  platform_id INTEGER REFERENCES platform (id),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  what TEXT NOT NULL DEFAULT '',
  -- as the book stood when it was logged, kept because networks grow: distinct people reached by known ties,
  -- and how many were new to whom it was about, at least and at most (reported sizes make the difference)
  reached INTEGER NOT NULL CHECK (reached >= 0),
  new_low INTEGER NOT NULL CHECK (new_low >= 0),
  new_high INTEGER NOT NULL CHECK (new_high >= new_low)
) STRICT;
CREATE INDEX share_person ON share (person_id);

-- A job won, or another gain, and where it came from.
CREATE TABLE outcome (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('job', 'gain')),
  title TEXT NOT NULL CHECK (title <> ''),
  client_person_id INTEGER REFERENCES person (id),
  client_organisation_id INTEGER REFERENCES organisation (id),
  -- in the smallest unit of the currency (pence, cents, yen); both null: not counted in money
  amount INTEGER CHECK (amount > 0),
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '',
  platform_id INTEGER REFERENCES platform (id), -- on which it reached me
  -- where it came from, one at most; credit runs up from there
  introduction_id INTEGER REFERENCES introduction (id),
  event_id INTEGER REFERENCES event (id),
  person_id INTEGER REFERENCES person (id),
  share_id INTEGER REFERENCES share (id),
  CHECK ((amount IS NULL) = (currency IS NULL)),
  CHECK (client_person_id IS NULL OR client_organisation_id IS NULL),
  CHECK ((introduction_id IS NOT NULL) + (event_id IS NOT NULL) + (person_id IS NOT NULL) + (share_id IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX outcome_introduction ON outcome (introduction_id) WHERE introduction_id IS NOT NULL;
CREATE INDEX outcome_event ON outcome (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX outcome_person ON outcome (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX outcome_share ON outcome (share_id) WHERE share_id IS NOT NULL;
CREATE INDEX outcome_client ON outcome (client_person_id) WHERE client_person_id IS NOT NULL;

-- Thanks said to a person on a day; they cover all that the person did for me up to that day.
CREATE TABLE thanks (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX thanks_person ON thanks (person_id, on_date);

-- "Not these two": a pair that is not to be suggested for an introduction again.
CREATE TABLE refused_pair (
  id INTEGER PRIMARY KEY,
  low_person_id INTEGER NOT NULL REFERENCES person (id),
  high_person_id INTEGER NOT NULL REFERENCES person (id),
  refused_on TEXT NOT NULL CHECK (refused_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK (low_person_id < high_person_id),
  UNIQUE (low_person_id, high_person_id)
) STRICT;
CREATE INDEX refused_pair_high ON refused_pair (high_person_id);

-- the day on which I acknowledged that the introduction took: it is said once, and counted for ever
ALTER TABLE introduction ADD COLUMN took_seen_on TEXT
  CHECK (took_seen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
