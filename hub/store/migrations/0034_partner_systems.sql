-- API keys of partners' own systems. prefix: what a key begins with, by which it is recognized; verifier:
-- a keyed token of the whole. until_day: the last day in Japan on which it counts.
CREATE TABLE api_keys (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  partner TEXT NOT NULL CHECK (partner <> ''),
  prefix TEXT NOT NULL UNIQUE,
  verifier BLOB NOT NULL UNIQUE,
  until_day TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  revoked_at INTEGER
) STRICT;

CREATE INDEX api_keys_partner ON api_keys (partner);

-- Whoever asks, an account or a partner's system: nothing older than a day is kept here.
DROP TABLE idempotent_requests;

CREATE TABLE idempotent_requests (
  asker TEXT NOT NULL CHECK (asker <> ''),
  key BLOB NOT NULL,
  request BLOB NOT NULL,
  begun_at INTEGER NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (asker, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotent_requests_age ON idempotent_requests (begun_at);

-- What an order tells of beyond its referral: `plan/<id>`.
ALTER TABLE outbox ADD COLUMN subject TEXT NOT NULL DEFAULT '';

CREATE INDEX outbox_events ON outbox (partner, id) WHERE subject <> '';
