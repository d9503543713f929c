-- A partner that holds a copy is told to use it no longer. partner: as the outbox names it. cause: what
-- happened (consent.withdrawn, decision.ended …). outbox: the order that tells; NULL where the partner
-- takes nothing from us, and a person tells. Append-only.
CREATE TABLE stop_notices (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  referral INTEGER NOT NULL REFERENCES referrals,
  person INTEGER NOT NULL REFERENCES persons,
  partner TEXT NOT NULL CHECK (partner <> ''),
  cause TEXT NOT NULL,
  outbox INTEGER REFERENCES outbox,
  made_at INTEGER NOT NULL
) STRICT;

CREATE INDEX stop_notices_referral ON stop_notices (referral, partner);

CREATE INDEX stop_notices_outbox ON stop_notices (outbox) WHERE outbox IS NOT NULL;

-- The partner says that he uses it no longer; a notice without a row here waits for its answer.
CREATE TABLE stop_answers (
  notice INTEGER PRIMARY KEY REFERENCES stop_notices,
  inbox INTEGER NOT NULL,
  answered_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER stop_notices_kept_as_written BEFORE UPDATE ON stop_notices BEGIN SELECT RAISE(ABORT, 'stop notices are append-only'); END;

-- The erasure's kinds: 7 stop_notices, 8 stop_answers.
CREATE TRIGGER stop_notices_kept BEFORE DELETE ON stop_notices WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 7 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'stop notices are append-only'); END;

CREATE TRIGGER stop_answers_kept_as_written BEFORE UPDATE ON stop_answers BEGIN SELECT RAISE(ABORT, 'stop notices are append-only'); END;

CREATE TRIGGER stop_answers_kept BEFORE DELETE ON stop_answers WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 8 AND row = OLD.notice) BEGIN SELECT RAISE(ABORT, 'stop notices are append-only'); END;
