-- What read a source last. publisher: who signed it, in base64; empty: nobody. awaited: the store
-- was restored since, and nothing but this module reads the source until a person says otherwise.
CREATE TABLE known_adapters (
  source TEXT PRIMARY KEY,
  adapter TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  publisher TEXT NOT NULL,
  since INTEGER NOT NULL,
  awaited INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Modules that sources were switched to, so that a backup holds them. name: as adapter_choices says
-- it, the hash of the bytes. note: what a publisher signed of it; empty: nobody did.
CREATE TABLE adapter_modules (
  name TEXT PRIMARY KEY,
  note TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
