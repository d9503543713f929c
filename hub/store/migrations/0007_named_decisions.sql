-- An officer's decision to share without consent and sitting (個人情報保護法69条2項2–4号, danger, a
-- statutory report): about one person, to one recipient. reason: sealed. until_at: the first moment
-- after. labels: bits of hub/domain's items.
CREATE TABLE named_decisions (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES persons,
  recipient TEXT NOT NULL CHECK (recipient <> ''),
  officer TEXT NOT NULL CHECK (officer <> ''),
  ground TEXT NOT NULL CHECK (ground <> ''),
  labels INTEGER NOT NULL CHECK (labels > 0),
  taken_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL CHECK (until_at > taken_at),
  reason BLOB NOT NULL
) STRICT;

CREATE INDEX named_decisions_person ON named_decisions (person, recipient);

-- A second officer looked; a decision without a row here stands in the review queue. outcome: 0 upheld,
-- 1 ended.
CREATE TABLE decision_reviews (
  decision INTEGER PRIMARY KEY REFERENCES named_decisions,
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),
  outcome INTEGER NOT NULL CHECK (outcome IN (0, 1)),
  reviewed_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER named_decisions_kept_as_written BEFORE UPDATE ON named_decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER named_decisions_kept BEFORE DELETE ON named_decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER decision_reviews_kept_as_written BEFORE UPDATE ON decision_reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE TRIGGER decision_reviews_kept BEFORE DELETE ON decision_reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE TRIGGER decision_reviews_by_another BEFORE INSERT ON decision_reviews WHEN EXISTS (SELECT 1 FROM named_decisions WHERE id = NEW.decision AND officer = NEW.reviewer) BEGIN SELECT RAISE(ABORT, 'nobody reviews his own decision'); END;
