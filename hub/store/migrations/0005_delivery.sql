-- What is to be sent. Claimed by a lease, never deleted, only closed; every try is kept.
CREATE TABLE partners (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  paused_at INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  last_ok_at INTEGER,
  last_failure_at INTEGER,
  last_reason TEXT NOT NULL DEFAULT ''
) STRICT;

-- due_at: when it may be tried; while it is leased, when the lease ends. order_key: the case's row.
-- original: the order that this one sends again.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  partner INTEGER NOT NULL REFERENCES partners,
  order_key INTEGER NOT NULL,
  referral INTEGER REFERENCES referrals,
  kind TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  leased INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  closed_at INTEGER,
  fate INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  original INTEGER REFERENCES outbox
) STRICT;

CREATE INDEX outbox_due ON outbox (partner, due_at) WHERE closed_at IS NULL;

-- Order per case: of one key only the earliest open order goes.
CREATE INDEX outbox_order ON outbox (partner, order_key, id) WHERE closed_at IS NULL;

CREATE INDEX outbox_referral ON outbox (referral);

CREATE TABLE outbox_attempts (
  id INTEGER PRIMARY KEY,
  outbox INTEGER NOT NULL REFERENCES outbox,
  attempt INTEGER NOT NULL,
  at INTEGER NOT NULL,
  status INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX outbox_attempts_outbox ON outbox_attempts (outbox);
