-- Adapters that died too often. A row holds until a person releases the source, over restarts.
-- cause, code, fault: the last death; they name files and settings, never a person.
CREATE TABLE adapter_quarantines (
  source TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  cause TEXT NOT NULL,
  code INTEGER NOT NULL,
  fault TEXT NOT NULL
) STRICT, WITHOUT ROWID;
