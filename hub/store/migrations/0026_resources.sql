-- Resources of the community (地域づくり) as staff see them, and persons who were brought together with
-- them (参加支援). A resource is a source's record, or one that staff registered.

-- Which of all records are resources; newest change first, so that who keeps a list sees that it is old.
CREATE INDEX records_resources ON records (changed_at, id) WHERE kind = 9 AND removed_at IS NULL;

-- What staff add to a resource, or the whole of their own: the newest row of a resource stands. resource:
-- the record's uuid, or one of its own. confirmed_day: when somebody last found that it is as it says.
-- body: sealed, for it may name whom to call. Append-only.
CREATE TABLE resource_edits (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  resource BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  confirmed_day TEXT NOT NULL DEFAULT '',
  body BLOB NOT NULL
) STRICT;

CREATE INDEX resource_edits_resource ON resource_edits (resource, id);

CREATE TRIGGER resource_edits_kept_as_written BEFORE UPDATE ON resource_edits WHEN NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'edits of resources are append-only'); END;

CREATE TRIGGER resource_edits_kept BEFORE DELETE ON resource_edits BEGIN SELECT RAISE(ABORT, 'edits of resources are append-only'); END;

-- The rules as they stood when an offer was made by them: the file's text, each once.
CREATE TABLE match_rules (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;

CREATE TRIGGER match_rules_kept_as_written BEFORE UPDATE ON match_rules BEGIN SELECT RAISE(ABORT, 'rules stay as they were'); END;

CREATE TRIGGER match_rules_kept BEFORE DELETE ON match_rules BEGIN SELECT RAISE(ABORT, 'rules stay as they were'); END;

-- A person offered to a resource. status: hub/domain/match.hpp. person_due, receiver_due: the day on which
-- that side is to be asked how it goes; empty: none. body: needs, score and reasons as they were, sealed.
CREATE TABLE matches (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES persons,
  resource BLOB NOT NULL,
  rules INTEGER NOT NULL REFERENCES match_rules,
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5),
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  person_due TEXT NOT NULL DEFAULT '',
  receiver_due TEXT NOT NULL DEFAULT '',
  body BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX matches_open ON matches (person, resource) WHERE status < 4;

CREATE INDEX matches_person ON matches (person);

-- Each step, and what each side said. side: person, receiver, or empty for a step. body: sealed.
CREATE TABLE match_events (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  match INTEGER NOT NULL REFERENCES matches,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  status INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('', 'person', 'receiver')),
  body BLOB NOT NULL
) STRICT;

CREATE INDEX match_events_match ON match_events (match);

CREATE TRIGGER match_events_kept_as_written BEFORE UPDATE ON match_events WHEN NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'events of matches are append-only'); END;

-- The erasure's kinds: 20 match_events.
CREATE TRIGGER match_events_kept BEFORE DELETE ON match_events WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 20 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'events of matches are append-only'); END;

-- 充足状況: a need that no resource met, by kind and town. One person's same need counts once; person is
-- NULL when the person was erased, for the count stays. met_at: the person joined one of that kind.
CREATE TABLE shortages (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  area TEXT NOT NULL,
  person INTEGER REFERENCES persons,
  noted_at INTEGER NOT NULL,
  noted_by TEXT NOT NULL,
  met_at INTEGER
) STRICT;

CREATE UNIQUE INDEX shortages_open ON shortages (person, kind, area) WHERE met_at IS NULL AND person IS NOT NULL;
