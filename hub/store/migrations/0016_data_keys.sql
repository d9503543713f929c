-- Data keys, each wrapped by a line of the master key file. Versions below 16 are derived from that file's
-- lines. A key without a row here is destroyed: nothing that it sealed is left.
CREATE TABLE data_keys (
  version INTEGER PRIMARY KEY CHECK (version BETWEEN 16 AND 255),
  made_at INTEGER NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;

-- Holds a row while a piece of a rotation seals columns anew, and only within its transaction: what stays
-- as it was written otherwise may then change its seal.
CREATE TABLE rekeying (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;

DROP TRIGGER consent_events_kept_as_written;

CREATE TRIGGER consent_events_kept_as_written BEFORE UPDATE ON consent_events WHEN NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'consent events are append-only'); END;

DROP TRIGGER named_decisions_kept_as_written;

CREATE TRIGGER named_decisions_kept_as_written BEFORE UPDATE ON named_decisions WHEN NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

DROP TRIGGER harm_findings_kept_as_written;

CREATE TRIGGER harm_findings_kept_as_written BEFORE UPDATE ON harm_findings WHEN NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;

DROP TRIGGER harm_ends_kept_as_written;

CREATE TRIGGER harm_ends_kept_as_written BEFORE UPDATE ON harm_ends WHEN NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;

DROP TRIGGER person_requests_answered;

CREATE TRIGGER person_requests_answered BEFORE UPDATE ON person_requests WHEN OLD.answered_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'an answered request stays as it is'); END;
