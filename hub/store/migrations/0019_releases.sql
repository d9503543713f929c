-- What may be used under one agenda item though it would not go by itself: a worker's note that its
-- author marked as his view of this item (kind 0), material of the 要対協 that its 調整機関 released
-- for this sitting (kind 1). One record each. document: the decision's number, sealed. day: of the
-- decision, in Japan. Append-only; it can be ended.
CREATE TABLE sitting_releases (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  item INTEGER NOT NULL REFERENCES sitting_items,
  record INTEGER NOT NULL REFERENCES records,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
  officer TEXT NOT NULL CHECK (officer <> ''),
  day TEXT NOT NULL,
  document BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  ended_by TEXT NOT NULL DEFAULT '',
  ended_at INTEGER
) STRICT;

CREATE INDEX sitting_releases_item ON sitting_releases (item);

CREATE INDEX sitting_releases_record ON sitting_releases (record);

-- A release can only be ended, once.
CREATE TRIGGER sitting_releases_kept_as_written BEFORE UPDATE OF uuid, item, record, kind, officer, day, made_at ON sitting_releases BEGIN SELECT RAISE(ABORT, 'a release stays as it was given'); END;

CREATE TRIGGER sitting_releases_ended BEFORE UPDATE OF ended_by, ended_at ON sitting_releases WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a release ends once'); END;
