-- What linkage compares of a person record: its match keys, sealed. Apart from the record's body, so that
-- a candidate is one small read, and so that a source of which only keys are kept has them too. uuid:
-- the record's, to open the seal by; part 1 of that record.
CREATE TABLE record_facts (
  id INTEGER PRIMARY KEY REFERENCES records,
  uuid BLOB NOT NULL,
  facts BLOB NOT NULL
) STRICT;

-- Pairs of records that may be one person, both ways. bond: 0 an officer's word, 1 a number, 2 likeness
-- alone; score: log2 of the odds in sixteenths; doubt: why the pair's persons stay two until an officer
-- looks, NULL where nobody is asked.
CREATE TABLE link_edges (
  record INTEGER NOT NULL,
  other INTEGER NOT NULL,
  bond INTEGER NOT NULL,
  score INTEGER NOT NULL,
  doubt INTEGER,
  PRIMARY KEY (record, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_edges_asked ON link_edges (score) WHERE doubt IS NOT NULL AND record < other;

-- An officer decided that these two records are one person; person_splits is the contrary and outdoes it.
CREATE TABLE person_joins (
  id INTEGER PRIMARY KEY,
  one INTEGER NOT NULL REFERENCES records,
  other INTEGER NOT NULL REFERENCES records,
  decided_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  undone_at INTEGER,
  undone_by TEXT,
  CHECK (one < other)
) STRICT;

CREATE UNIQUE INDEX person_joins_live ON person_joins (one, other) WHERE undone_at IS NULL;

CREATE INDEX person_joins_other ON person_joins (other);
