-- One more step (hub/domain/incident.hpp): that somebody may have meant harm, which gives the final
-- report sixty days.
CREATE TABLE incident_steps_now (
  incident INTEGER NOT NULL REFERENCES incidents,
  step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 4),
  day TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at INTEGER NOT NULL,
  PRIMARY KEY (incident, step)
) STRICT, WITHOUT ROWID;

INSERT INTO incident_steps_now SELECT incident, step, day, noted_by, noted_at FROM incident_steps;

DROP TABLE incident_steps;

ALTER TABLE incident_steps_now RENAME TO incident_steps;

CREATE TRIGGER incident_steps_kept_as_written BEFORE UPDATE ON incident_steps BEGIN SELECT RAISE(ABORT, 'incidents are append-only'); END;

CREATE TRIGGER incident_steps_kept BEFORE DELETE ON incident_steps BEGIN SELECT RAISE(ABORT, 'incidents are append-only'); END;
