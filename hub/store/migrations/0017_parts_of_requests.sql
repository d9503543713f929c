-- What of a request was granted: kinds of data (bits of hub/domain's items; 0: as asked) and agencies
-- (codes with a space between; '': all). What was answered before was granted as asked.
ALTER TABLE person_requests ADD COLUMN granted_items INTEGER NOT NULL DEFAULT 0;

ALTER TABLE person_requests ADD COLUMN granted_recipients TEXT NOT NULL DEFAULT '';

-- Who got the old value, also where it went with no referral (referral NULL: papers of a sitting).
CREATE TABLE person_request_holders_now (
  id INTEGER PRIMARY KEY,
  request INTEGER NOT NULL REFERENCES person_requests,
  recipient TEXT NOT NULL,
  referral INTEGER REFERENCES referrals,
  outbox INTEGER REFERENCES outbox,
  told_at INTEGER
) STRICT;

INSERT INTO person_request_holders_now (request, recipient, referral, outbox, told_at) SELECT request, recipient, referral, outbox, told_at FROM person_request_holders;

DROP TABLE person_request_holders;

ALTER TABLE person_request_holders_now RENAME TO person_request_holders;

CREATE UNIQUE INDEX person_request_holders_once ON person_request_holders (request, recipient, coalesce(referral, 0));

CREATE INDEX person_request_holders_referral ON person_request_holders (referral) WHERE referral IS NOT NULL;

CREATE INDEX person_request_holders_outbox ON person_request_holders (outbox) WHERE outbox IS NOT NULL;
