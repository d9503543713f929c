-- What an officer said of two persons at once is one word, over the pairs of their records, and is taken
-- back at once. A split can be taken back now too; each row stays.
CREATE TABLE splits_with_words (
  id INTEGER PRIMARY KEY,
  one INTEGER NOT NULL REFERENCES records,
  other INTEGER NOT NULL REFERENCES records,
  decided_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  word BLOB NOT NULL,
  undone_at INTEGER,
  undone_by TEXT,
  CHECK (one < other)
) STRICT;

INSERT INTO splits_with_words (id, one, other, decided_at, decided_by, reason, word)
SELECT id, one, other, decided_at, decided_by, reason, randomblob(16) FROM person_splits;

DROP TABLE person_splits;

ALTER TABLE splits_with_words RENAME TO person_splits;

CREATE UNIQUE INDEX person_splits_live ON person_splits (one, other) WHERE undone_at IS NULL;

CREATE INDEX person_splits_one ON person_splits (one);

CREATE INDEX person_splits_other ON person_splits (other);

CREATE INDEX person_splits_word ON person_splits (word);

ALTER TABLE person_joins ADD COLUMN word BLOB;

UPDATE person_joins SET word = randomblob(16);

CREATE INDEX person_joins_word ON person_joins (word);

-- The weights of this installation as linkage.model says them, sealed: a backup carries them.
CREATE TABLE link_models (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  kept_at INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
