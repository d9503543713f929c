-- Another version of a source's adapter, or another mapping, chosen while the hub works: the newest that
-- is not undone stands in place of the configured one, as long as that is what it was (base: a hash
-- of it). module: a file below the data folder's adapters/; empty: the configured one.
CREATE TABLE adapter_choices (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  chosen_at INTEGER NOT NULL,
  chosen_by TEXT NOT NULL,
  version TEXT NOT NULL,
  module TEXT NOT NULL,
  mapping TEXT NOT NULL,
  base BLOB NOT NULL,
  undone_at INTEGER,
  undone_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX adapter_choices_source ON adapter_choices (source);
