-- Local accounts of officers. verifier: Argon2id, totp: the key of the authenticator app, both
-- sealed. until_day: the last day in Japan on which it counts. last_step: the one-time code used
-- last, so that none is used twice.
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  verifier BLOB NOT NULL,
  totp BLOB NOT NULL,
  must_change INTEGER NOT NULL,
  until_day TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0,
  last_step INTEGER NOT NULL DEFAULT 0,
  disabled_at INTEGER
) STRICT;

CREATE TABLE account_roles (
  account INTEGER NOT NULL REFERENCES accounts,
  role TEXT NOT NULL,
  until_day TEXT NOT NULL,
  PRIMARY KEY (account, role)
) STRICT, WITHOUT ROWID;

-- What a creating request was answered with, so that it makes nothing twice. key and request are
-- keyed tokens; status 0: it was begun, and how it ended is not known.
CREATE TABLE idempotent_requests (
  account INTEGER NOT NULL REFERENCES accounts,
  key BLOB NOT NULL,
  request BLOB NOT NULL,
  begun_at INTEGER NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotent_requests_age ON idempotent_requests (begun_at);
