-- Erasing what has been kept long enough (個人情報保護法22条). Rows that nobody may delete otherwise go
-- through one door: it names each of them beforehand, after the newest audit row, which tells of it.
CREATE TABLE erasing (
  told_by INTEGER NOT NULL REFERENCES audit_log,
  kind INTEGER NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (kind, row)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER erasing_new BEFORE INSERT ON erasing WHEN NEW.told_by IS NOT (SELECT max(seq) FROM audit_log) BEGIN SELECT RAISE(ABORT, 'an erasure is told by the newest audit row'); END;

-- kind: 1 consent_events, 2 referral_events, 3 named_decisions, 4 decision_reviews, 5 harm_findings,
-- 6 harm_ends.
DROP TRIGGER consent_events_kept;

CREATE TRIGGER consent_events_kept BEFORE DELETE ON consent_events WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 1 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'consent events are append-only'); END;

DROP TRIGGER referral_events_kept;

CREATE TRIGGER referral_events_kept BEFORE DELETE ON referral_events WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 2 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'referral events are append-only'); END;

DROP TRIGGER named_decisions_kept;

CREATE TRIGGER named_decisions_kept BEFORE DELETE ON named_decisions WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 3 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

DROP TRIGGER decision_reviews_kept;

CREATE TRIGGER decision_reviews_kept BEFORE DELETE ON decision_reviews WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 4 AND row = OLD.decision) BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

DROP TRIGGER harm_findings_kept;

CREATE TRIGGER harm_findings_kept BEFORE DELETE ON harm_findings WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 5 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;

DROP TRIGGER harm_ends_kept;

CREATE TRIGGER harm_ends_kept BEFORE DELETE ON harm_ends WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 6 AND row = OLD.finding) BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;

-- Of a person whose data must be kept although their time is over (a lawsuit, an open request).
-- document: number of the paper that orders it, sealed.
CREATE TABLE legal_holds (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES persons,
  placed_at INTEGER NOT NULL,
  placed_by TEXT NOT NULL,
  lifted_at INTEGER,
  lifted_by TEXT,
  document BLOB NOT NULL
) STRICT;

CREATE INDEX legal_holds_person ON legal_holds (person);
