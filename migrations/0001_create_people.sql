-- People, how they are named and reached, where they work, which accounts they have.
-- Every table has an integer primary key "id": the change log (undo) addresses rows by it.
-- There is no ON DELETE CASCADE anywhere: a delete that forgets a child row must fail loudly
-- instead of taking the child along unseen.

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  is_me INTEGER NOT NULL DEFAULT 0 CHECK (is_me IN (0, 1)),
  -- null: an account without a name (X exports carry ids only)
  display_name TEXT CHECK (display_name <> ''),
  given_name TEXT CHECK (given_name <> ''),
  family_name TEXT CHECK (family_name <> ''),
  -- display name, case and accents folded: exact look-ups and alphabetical order
  folded_name TEXT CHECK (folded_name <> ''),
  -- YYYY-MM-DD, or --MM-DD when the year is not known
  birthday TEXT CHECK (birthday GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR birthday GLOB '--[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '',
  how_met TEXT NOT NULL DEFAULT '',
  met_on TEXT CHECK (met_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  do_not_ask INTEGER NOT NULL DEFAULT 0 CHECK (do_not_ask IN (0, 1)),
  is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
  created_at TEXT NOT NULL,
  CHECK ((display_name IS NULL) = (folded_name IS NULL))
) STRICT;
CREATE UNIQUE INDEX person_me ON person (is_me) WHERE is_me = 1;
CREATE INDEX person_folded_name ON person (folded_name);
-- the list of people in order of name, answered from the index alone
CREATE INDEX person_listed ON person (is_archived, folded_name);
CREATE INDEX person_met_on ON person (met_on) WHERE met_on IS NOT NULL;

-- Other names of the same person: nickname, maiden name, spelling on a platform.
CREATE TABLE person_name (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('nickname', 'former', 'alias')),
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL CHECK (folded_name <> '')
) STRICT;
CREATE INDEX person_name_person ON person_name (person_id);
CREATE INDEX person_name_folded ON person_name (folded_name);

CREATE TABLE contact_point (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'url', 'address')),
  value TEXT NOT NULL CHECK (value <> ''), -- as written
  -- what is compared: lower-case e-mail, E.164 phone; null when it cannot be normalised
  match_key TEXT CHECK (match_key <> ''),
  label TEXT CHECK (label <> ''),
  is_primary INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
  import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE INDEX contact_point_person ON contact_point (person_id, kind);
CREATE INDEX contact_point_match ON contact_point (kind, match_key) WHERE match_key IS NOT NULL;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE CHECK (folded_name <> '')
) STRICT;

-- A dated job of a person; ended_on null with is_current = 1 means "still there".
CREATE TABLE role (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  organisation_id INTEGER REFERENCES organisation (id),
  title TEXT CHECK (title <> ''),
  started_on TEXT CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_current INTEGER NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  import_id INTEGER REFERENCES import (id),
  CHECK (organisation_id IS NOT NULL OR title IS NOT NULL),
  CHECK (is_current = 0 OR ended_on IS NULL)
) STRICT;
CREATE INDEX role_person ON role (person_id);
CREATE INDEX role_organisation ON role (organisation_id, is_current, person_id);

CREATE TABLE platform (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''), -- lower case: how files and the command line name it
  name TEXT NOT NULL CHECK (name <> ''),
  -- 1: a link there is a follow of one by the other
  is_directed INTEGER NOT NULL DEFAULT 0 CHECK (is_directed IN (0, 1))
) STRICT;
INSERT INTO platform (id, key, name, is_directed) VALUES
  (1, 'linkedin', 'LinkedIn', 0), (2, 'facebook', 'Facebook', 0), (3, 'x', 'X', 1),
  (4, 'instagram', 'Instagram', 1), (5, 'mastodon', 'Mastodon', 1), (6, 'bluesky', 'Bluesky', 1),
  (7, 'phone', 'Phone', 0), (8, 'email', 'E-mail', 0), (9, 'google', 'Google Contacts', 0),
  (10, 'outlook', 'Outlook', 0), (11, 'meetup', 'Meetup', 0), (12, 'eventbrite', 'Eventbrite', 0),
  (13, 'luma', 'Luma', 0), (14, 'whatsapp', 'WhatsApp', 0);

-- A person's presence on a platform. "key" is what identifies it there: 'id:…', 'handle:…', 'url:…',
-- or 'name:…' (a weak key: Facebook exports display names only).
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  platform_id INTEGER NOT NULL REFERENCES platform (id),
  key TEXT NOT NULL CHECK (key <> ''),
  is_weak INTEGER NOT NULL DEFAULT 0 CHECK (is_weak IN (0, 1)),
  handle TEXT CHECK (handle <> ''),
  url TEXT CHECK (url <> ''),
  external_id TEXT CHECK (external_id <> ''),
  display_name TEXT CHECK (display_name <> ''),
  import_id INTEGER REFERENCES import (id),
  UNIQUE (platform_id, key, person_id)
) STRICT;
CREATE INDEX account_person ON account (person_id);
-- two people may bear one display name (weak key); a strong key belongs to exactly one
CREATE UNIQUE INDEX account_strong_key ON account (platform_id, key) WHERE is_weak = 0;
-- an account first seen by its id is also found by its handle, and the other way round
CREATE INDEX account_handle ON account (platform_id, handle) WHERE handle IS NOT NULL;
CREATE INDEX account_external_id ON account (platform_id, external_id) WHERE external_id IS NOT NULL;

-- Custom fields, and whatever an import brought that we have no column for (kept word for word).
CREATE TABLE person_field (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  source TEXT NOT NULL CHECK (source <> ''), -- 'custom', or the format that brought it
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE INDEX person_field_person ON person_field (person_id);

CREATE TABLE person_photo (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL UNIQUE REFERENCES person (id),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/gif', 'image/webp')),
  content BLOB NOT NULL
) STRICT;
