-- Requests of persons about their own data (個人情報保護法76条, 90条, 98条): dated, with a clock. kind,
-- requester and answer: hub/domain/person_request.hpp. Days are Japan's. items: bits of hub/domain's
-- items that it is about; 0: all. document: number of the paper that holds the words, sealed.
CREATE TABLE person_requests (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES persons,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
  requester INTEGER NOT NULL CHECK (requester IN (0, 1)),
  items INTEGER NOT NULL,
  received_day TEXT NOT NULL,
  due_day TEXT NOT NULL,
  prolonged_at INTEGER,
  answered_at INTEGER,
  answer INTEGER CHECK (answer IN (0, 1, 2)),
  document BLOB NOT NULL,
  CHECK ((answered_at IS NULL) = (answer IS NULL))
) STRICT;

CREATE INDEX person_requests_person ON person_requests (person);

CREATE INDEX person_requests_due ON person_requests (due_day) WHERE answered_at IS NULL;

-- What was answered stays so.
CREATE TRIGGER person_requests_answered BEFORE UPDATE ON person_requests WHEN OLD.answered_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an answered request stays as it is'); END;

-- Who got the old value, and how he is told: by an order, or (outbox NULL) by hand.
CREATE TABLE person_request_holders (
  request INTEGER NOT NULL REFERENCES person_requests,
  recipient TEXT NOT NULL,
  referral INTEGER NOT NULL REFERENCES referrals,
  outbox INTEGER REFERENCES outbox,
  told_at INTEGER,
  PRIMARY KEY (request, recipient, referral)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_request_holders_referral ON person_request_holders (referral);

CREATE INDEX person_request_holders_outbox ON person_request_holders (outbox) WHERE outbox IS NOT NULL;
