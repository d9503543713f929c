-- Cases, consents, referrals: what people decided. Histories are append-only.
CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  household INTEGER REFERENCES households,
  status TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  reopened_at INTEGER,
  closed_at INTEGER,
  changed_at INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;

CREATE INDEX cases_household ON cases (household);

CREATE TABLE case_persons (
  case_id INTEGER NOT NULL REFERENCES cases,
  person INTEGER NOT NULL REFERENCES persons,
  focus INTEGER NOT NULL,
  PRIMARY KEY (case_id, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_persons_person ON case_persons (person);

-- 個人情報保護法69条2項1号: what one person agreed to, refused or took back. consent: the same on all
-- events of one consent; of a person himself, or of the record that brought it, which may yet be
-- found to be another person's; body: its scope, sealed.
CREATE TABLE consent_events (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  consent BLOB NOT NULL,
  person INTEGER REFERENCES persons,
  record INTEGER REFERENCES records,
  status TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  until_at INTEGER,
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL,
  body BLOB NOT NULL,
  CHECK ((person IS NULL) <> (record IS NULL))
) STRICT;

CREATE INDEX consent_events_person ON consent_events (person) WHERE person IS NOT NULL;

CREATE INDEX consent_events_record ON consent_events (record) WHERE record IS NOT NULL;

CREATE TRIGGER consent_events_kept_as_written BEFORE UPDATE ON consent_events BEGIN SELECT RAISE(ABORT, 'consent events are append-only'); END;

CREATE TRIGGER consent_events_kept BEFORE DELETE ON consent_events BEGIN SELECT RAISE(ABORT, 'consent events are append-only'); END;

-- origin: token of what made it (a record, a delivery), so that it is made once.
CREATE TABLE referrals (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  case_id INTEGER REFERENCES cases,
  person INTEGER REFERENCES persons,
  from_desk TEXT NOT NULL,
  to_desk TEXT NOT NULL,
  reason TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  status TEXT NOT NULL,
  correlation TEXT NOT NULL,
  origin BLOB NOT NULL UNIQUE,
  due_at INTEGER,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;

CREATE INDEX referrals_case ON referrals (case_id);

CREATE INDEX referrals_person ON referrals (person);

CREATE TABLE referral_events (
  id INTEGER PRIMARY KEY,
  referral INTEGER NOT NULL REFERENCES referrals,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  from_status TEXT NOT NULL,
  to_status TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX referral_events_referral ON referral_events (referral);

CREATE TRIGGER referral_events_kept_as_written BEFORE UPDATE ON referral_events BEGIN SELECT RAISE(ABORT, 'referral events are append-only'); END;

CREATE TRIGGER referral_events_kept BEFORE DELETE ON referral_events BEGIN SELECT RAISE(ABORT, 'referral events are append-only'); END;

-- Patterns of a household (8050 …) and proposals (ask for consent, convene) to named municipal
-- staff: that there is something, never what. household and referral are 0 where there is none.
CREATE TABLE signals (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  code TEXT NOT NULL,
  household INTEGER NOT NULL DEFAULT 0,
  referral INTEGER NOT NULL DEFAULT 0,
  raised_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT NOT NULL DEFAULT '',
  decision TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE UNIQUE INDEX signals_open ON signals (code, household, referral) WHERE decided_at IS NULL;

CREATE INDEX signals_referral ON signals (referral) WHERE referral <> 0;
