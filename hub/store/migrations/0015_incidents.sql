-- When it went wrong (個人情報保護法68条): a wrong link, or a wrong sending. cause: 0 link, 1 sending.
-- source: record/<id> or row/<number in the log>. known_day: when the office learned of it, in Japan.
-- Names nobody: whom it is about stands in the rows of the log. Append-only.
CREATE TABLE incidents (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  cause INTEGER NOT NULL CHECK (cause IN (0, 1)),
  source TEXT NOT NULL,
  known_day TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL
) STRICT;

-- The rows of the log that rested on it, as they were when it was opened.
CREATE TABLE incident_rows (
  incident INTEGER NOT NULL REFERENCES incidents,
  seq INTEGER NOT NULL REFERENCES audit_log,
  PRIMARY KEY (incident, seq)
) STRICT, WITHOUT ROWID;

-- step: hub/domain/incident.hpp. day: when it was done.
CREATE TABLE incident_steps (
  incident INTEGER NOT NULL REFERENCES incidents,
  step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 3),
  day TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at INTEGER NOT NULL,
  PRIMARY KEY (incident, step)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER incidents_kept_as_written BEFORE UPDATE ON incidents BEGIN SELECT RAISE(ABORT, 'incidents are append-only'); END;

CREATE TRIGGER incidents_kept BEFORE DELETE ON incidents BEGIN SELECT RAISE(ABORT, 'incidents are append-only'); END;

CREATE TRIGGER incident_rows_kept_as_written BEFORE UPDATE ON incident_rows BEGIN SELECT RAISE(ABORT, 'incidents are append-only'); END;

CREATE TRIGGER incident_rows_kept BEFORE DELETE ON incident_rows BEGIN SELECT RAISE(ABORT, 'incidents are append-only'); END;

CREATE TRIGGER incident_steps_kept_as_written BEFORE UPDATE ON incident_steps BEGIN SELECT RAISE(ABORT, 'incidents are append-only'); END;

CREATE TRIGGER incident_steps_kept BEFORE DELETE ON incident_steps BEGIN SELECT RAISE(ABORT, 'incidents are append-only'); END;
