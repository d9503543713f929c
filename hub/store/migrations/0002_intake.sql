-- Sources and their feeds, what they delivered, and what of it could not be used.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  paused_at INTEGER,
  paused_reason TEXT NOT NULL DEFAULT ''
) STRICT;

-- order_key: of the newest delivery applied; cursor and etag: of a poll.
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES sources,
  name TEXT NOT NULL,
  order_key TEXT NOT NULL DEFAULT '',
  cursor TEXT NOT NULL DEFAULT '',
  etag TEXT NOT NULL DEFAULT '',
  applied_at INTEGER,
  UNIQUE (source, name)
) STRICT;

-- name: the delivery's own (a file name), sealed, for it may name a person. sha256: of the bytes as
-- delivered, taken before anything decodes them.
CREATE TABLE arrivals (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  feed INTEGER NOT NULL REFERENCES feeds,
  received_at INTEGER NOT NULL,
  size INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  name BLOB NOT NULL,
  state INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  order_key TEXT NOT NULL DEFAULT '',
  adapter_version TEXT NOT NULL DEFAULT '',
  records INTEGER NOT NULL DEFAULT 0,
  rejects INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  finished_at INTEGER
) STRICT;

CREATE INDEX arrivals_same_bytes ON arrivals (feed, sha256);

CREATE INDEX arrivals_open ON arrivals (id) WHERE finished_at IS NULL;

-- The bytes as delivered, sealed, 1 MiB each.
CREATE TABLE arrival_chunks (
  id INTEGER PRIMARY KEY,
  arrival INTEGER NOT NULL REFERENCES arrivals,
  part INTEGER NOT NULL,
  body BLOB NOT NULL,
  UNIQUE (arrival, part)
) STRICT;

-- A row that could not be mapped: where and why, never its values.
CREATE TABLE rejects (
  id INTEGER PRIMARY KEY,
  arrival INTEGER NOT NULL REFERENCES arrivals,
  line INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX rejects_arrival ON rejects (arrival);

-- 個人番号 was found (番号法20条): the bytes are gone in the transaction that wrote this row.
CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES sources,
  arrival INTEGER REFERENCES arrivals,
  sha256 BLOB NOT NULL,
  line INTEGER NOT NULL,
  column_name TEXT NOT NULL
) STRICT;

-- Webhooks as delivered. No index on the random delivery id: recent ones live in memory, rebuilt at
-- start; the older stand in inbox_index, written sorted and many at a time.
CREATE TABLE inbox (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  at INTEGER NOT NULL,
  partner TEXT NOT NULL,
  delivery BLOB NOT NULL,
  body_hash BLOB NOT NULL,
  body BLOB NOT NULL,
  state INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX inbox_waiting ON inbox (id) WHERE state = 0;

CREATE TABLE inbox_index (
  delivery BLOB PRIMARY KEY,
  inbox INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
