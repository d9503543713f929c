-- What the database says of itself, and the chain of who did what. STRICT everywhere: a column holds
-- what it says. No table holds a person's datum in the clear.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- entry: canonical bytes (hub/audit); chain: SHA-256 over the chain before it, seq, at and entry;
-- mac: keyed, so that nobody without the key can write a row that fits.
CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  entry BLOB NOT NULL,
  chain BLOB NOT NULL,
  mac BLOB NOT NULL
) STRICT;

CREATE TRIGGER audit_log_kept_as_written BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_log_kept BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- Whose data an entry is about, for the person's own question who saw what.
CREATE TABLE audit_subjects (
  person BLOB NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit_log,
  PRIMARY KEY (person, seq)
) STRICT, WITHOUT ROWID;

-- The last link, keyed: a cut tail shows.
CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  chain BLOB NOT NULL,
  mac BLOB NOT NULL
) STRICT;

CREATE TABLE audit_checkpoints (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  chain BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
