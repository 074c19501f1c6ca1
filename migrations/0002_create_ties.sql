-- Who knows whom, why we believe it, and the circles that imports brought.

-- One row for each unordered pair: low_person_id < high_person_id.
CREATE TABLE tie (
  id INTEGER PRIMARY KEY,
  low_person_id INTEGER NOT NULL REFERENCES person (id),
  high_person_id INTEGER NOT NULL REFERENCES person (id),
  -- given by hand (1..5) or stated in a file (0, 1]: either replaces the sum of the evidence
  rating INTEGER CHECK (rating BETWEEN 1 AND 5),
  stated_strength REAL CHECK (stated_strength > 0 AND stated_strength <= 1),
  CHECK (low_person_id < high_person_id),
  UNIQUE (low_person_id, high_person_id)
) STRICT;
CREATE INDEX tie_high_person ON tie (high_person_id);

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  tie_id INTEGER NOT NULL REFERENCES tie (id),
  kind TEXT NOT NULL CHECK (kind IN ('platform_link', 'follow', 'met_at_event', 'worked_together', 'introduced',
    'told', 'handed_list', 'referred', 'message', 'co_attendance', 'stated')),
  platform_id INTEGER REFERENCES platform (id),
  -- of a follow: 'low_to_high' means the person of the smaller id follows the other
  direction TEXT CHECK (direction IN ('low_to_high', 'high_to_low')),
  on_date TEXT CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  event_id INTEGER REFERENCES event (id),
  introduction_id INTEGER REFERENCES introduction (id),
  note TEXT NOT NULL DEFAULT '',
  import_id INTEGER REFERENCES import (id),
  CHECK ((kind = 'follow') = (direction IS NOT NULL))
) STRICT;
CREATE INDEX evidence_tie ON evidence (tie_id);
CREATE INDEX evidence_event ON evidence (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX evidence_introduction ON evidence (introduction_id) WHERE introduction_id IS NOT NULL;

-- The list of one person's contacts on one platform, as far as it is known.
CREATE TABLE circle (
  id INTEGER PRIMARY KEY,
  owner_id INTEGER NOT NULL REFERENCES person (id),
  platform_id INTEGER NOT NULL REFERENCES platform (id),
  as_of TEXT CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  UNIQUE (owner_id, platform_id)
) STRICT;

CREATE TABLE circle_member (
  id INTEGER PRIMARY KEY,
  circle_id INTEGER NOT NULL REFERENCES circle (id),
  account_id INTEGER NOT NULL REFERENCES account (id),
  -- how the platform relates them: a mutual link, or a follow in one direction
  relation TEXT NOT NULL CHECK (relation IN ('linked', 'follows_owner', 'followed_by_owner')),
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone_on TEXT CHECK (gone_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  UNIQUE (circle_id, account_id, relation)
) STRICT;
CREATE INDEX circle_member_account ON circle_member (account_id);

-- "She has 833 followers, 62 shared with me, seen on this date": a network known by count only.
CREATE TABLE reported_size (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  platform_id INTEGER NOT NULL REFERENCES platform (id),
  size INTEGER NOT NULL CHECK (size >= 0),
  shared_with_me INTEGER CHECK (shared_with_me BETWEEN 0 AND size),
  seen_on TEXT NOT NULL CHECK (seen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX reported_size_person ON reported_size (person_id, platform_id);
