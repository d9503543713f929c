-- One list of who is told to stop. referral: NULL where the copy did not go with one (papers of a
-- sitting). partner: as the outbox names it, or the agency that the log names where no system of ours
-- brought it. origin: what led to it (request/<id>, consent/<id>, incident/<id>); '' for what the cause
-- says alone. Append-only.
CREATE TABLE stop_notices_now (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  referral INTEGER REFERENCES referrals,
  person INTEGER NOT NULL REFERENCES persons,
  partner TEXT NOT NULL CHECK (partner <> ''),
  cause TEXT NOT NULL,
  origin TEXT NOT NULL,
  outbox INTEGER REFERENCES outbox,
  made_at INTEGER NOT NULL
) STRICT;

INSERT INTO stop_notices_now SELECT id, uuid, referral, person, partner, cause, '', outbox, made_at FROM stop_notices;

-- inbox: the partner's own message; NULL where an officer heard it, who is answered_by.
CREATE TABLE stop_answers_now (
  notice INTEGER PRIMARY KEY REFERENCES stop_notices_now,
  inbox INTEGER,
  answered_by TEXT NOT NULL,
  answered_at INTEGER NOT NULL
) STRICT;

INSERT INTO stop_answers_now SELECT a.notice, a.inbox, 'partner/' || s.partner, a.answered_at FROM stop_answers a JOIN stop_notices s ON s.id = a.notice;

DROP TABLE stop_answers;

DROP TABLE stop_notices;

ALTER TABLE stop_notices_now RENAME TO stop_notices;

ALTER TABLE stop_answers_now RENAME TO stop_answers;

CREATE INDEX stop_notices_referral ON stop_notices (referral, partner);

CREATE INDEX stop_notices_person ON stop_notices (person);

CREATE INDEX stop_notices_outbox ON stop_notices (outbox) WHERE outbox IS NOT NULL;

CREATE INDEX stop_notices_origin ON stop_notices (origin) WHERE origin <> '';

CREATE TRIGGER stop_notices_kept_as_written BEFORE UPDATE ON stop_notices BEGIN SELECT RAISE(ABORT, 'stop notices are append-only'); END;

CREATE TRIGGER stop_notices_kept BEFORE DELETE ON stop_notices WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 7 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'stop notices are append-only'); END;

CREATE TRIGGER stop_answers_kept_as_written BEFORE UPDATE ON stop_answers BEGIN SELECT RAISE(ABORT, 'stop notices are append-only'); END;

CREATE TRIGGER stop_answers_kept BEFORE DELETE ON stop_answers WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 8 AND row = OLD.notice) BEGIN SELECT RAISE(ABORT, 'stop notices are append-only'); END;

-- A granted request to stop the use (98条, 100条) stands like a finding, about some kinds of data: bits of
-- hub/domain's items; 0: all.
ALTER TABLE harm_findings ADD COLUMN items INTEGER NOT NULL DEFAULT 0;

-- Whose time comes next.
CREATE INDEX consent_events_until ON consent_events (until_at, id) WHERE until_at IS NOT NULL;
