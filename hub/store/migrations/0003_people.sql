-- Records as the sources gave them, and what the hub concludes beside them: persons, households.
-- A record is one row: tokens and numbers in the clear, everything else in the sealed body.

-- uuid: made from feed, kind and the adapter's record key by a keyed token, so that the same record
-- finds its row; hash: keyed, of the body, so that an unchanged row is skipped; tokens: its match
-- and search tokens packed, to find them again on a change; body: NULL where the source's scope is
-- keys_only.
CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  feed INTEGER NOT NULL REFERENCES feeds,
  kind INTEGER NOT NULL,
  hash BLOB NOT NULL,
  arrival INTEGER NOT NULL REFERENCES arrivals,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER,
  tokens BLOB NOT NULL,
  body BLOB
) STRICT;

-- Live rows are counted and walked from the index alone, without reading a body.
CREATE UNIQUE INDEX records_live ON records (feed, uuid) WHERE removed_at IS NULL;

CREATE UNIQUE INDEX records_removed ON records (feed, uuid) WHERE removed_at IS NOT NULL;

-- The body that a change replaced.
CREATE TABLE record_history (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES records,
  arrival INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  hash BLOB NOT NULL,
  body BLOB
) STRICT;

CREATE INDEX record_history_record ON record_history (record);

-- Keyed tokens of every purpose: blocking (numbers, kana + birthday, address) and search (bigrams).
-- The purpose is in the token's key, so one table holds them all.
CREATE TABLE tokens (
  token INTEGER NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (token, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE persons (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

-- Who is the same person. Never overwritten: a link is undone, and another made.
CREATE TABLE person_links (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES records,
  person INTEGER NOT NULL REFERENCES persons,
  strength INTEGER NOT NULL,
  rule TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  undone_at INTEGER,
  undone_by TEXT
) STRICT;

CREATE UNIQUE INDEX person_links_live ON person_links (record) WHERE undone_at IS NULL;

CREATE INDEX person_links_person ON person_links (person);

CREATE INDEX person_links_record ON person_links (record) WHERE undone_at IS NOT NULL;

-- Somebody decided that these two records are two people: never joined again by itself.
CREATE TABLE person_splits (
  id INTEGER PRIMARY KEY,
  one INTEGER NOT NULL REFERENCES records,
  other INTEGER NOT NULL REFERENCES records,
  decided_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  CHECK (one < other),
  UNIQUE (one, other)
) STRICT;

CREATE INDEX person_splits_other ON person_splits (other);

CREATE TABLE households (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

-- evidence: the rule that found it (register number, address key, an officer). body: 続柄, role,
-- whether they live together, sealed.
CREATE TABLE household_members (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  household INTEGER NOT NULL REFERENCES households,
  person INTEGER NOT NULL REFERENCES persons,
  strength INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  from_day TEXT NOT NULL DEFAULT '',
  until_day TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  undone_at INTEGER,
  undone_by TEXT,
  body BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX household_members_live ON household_members (person, household) WHERE undone_at IS NULL;

CREATE INDEX household_members_household ON household_members (household);

-- 支援措置 (住民基本台帳事務処理要領): who must not be found, and by whom. Applied before any other
-- file. key: token of the register's own key.
CREATE TABLE protections (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  feed INTEGER NOT NULL REFERENCES feeds,
  key BLOB NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  arrival INTEGER NOT NULL REFERENCES arrivals,
  ended_at INTEGER,
  body BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX protections_live ON protections (feed, key) WHERE ended_at IS NULL;

-- side: the protected, or the one from whom they hide.
CREATE TABLE protection_tokens (
  token INTEGER NOT NULL,
  side INTEGER NOT NULL,
  protection INTEGER NOT NULL REFERENCES protections,
  PRIMARY KEY (token, side, protection)
) STRICT, WITHOUT ROWID;
