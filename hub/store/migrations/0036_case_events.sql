-- The course of a case as events in time, so that what a past year counted stays as it was when the
-- case goes on. from_state: empty where it is not known, or where there was no case yet. Who did it
-- stands in the log. Append-only.
CREATE TABLE case_events (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases,
  at INTEGER NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL CHECK (to_state <> '')
) STRICT;

-- Of cases from before, what is known: when each was opened, reopened and closed; of one that is open
-- again, the last end of a plan or a referral before that; and what it is now.
INSERT INTO case_events (case_id, at, from_state, to_state)
SELECT id, at, from_state, to_state FROM (
  SELECT id, opened_at AS at, '' AS from_state, 'received' AS to_state, 0 AS step FROM cases
  UNION ALL
  SELECT e.id, max(e.at), '', 'closed', 1 FROM (
    SELECT c.id, v.at FROM cases c JOIN plans l ON l.case_id = c.id JOIN plan_events v ON v.plan = l.id
    WHERE v.event = 'end' AND v.at <= c.reopened_at
    UNION ALL
    SELECT c.id, v.at FROM cases c JOIN referrals r ON r.case_id = c.id
    JOIN referral_events v ON v.referral = r.id WHERE v.to_status = 'completed' AND v.at <= c.reopened_at
  ) e GROUP BY e.id
  UNION ALL
  SELECT id, reopened_at, 'closed', 'reopened', 2 FROM cases WHERE reopened_at IS NOT NULL
  UNION ALL
  SELECT id, closed_at, '', 'closed', 3 FROM cases WHERE closed_at IS NOT NULL
  UNION ALL
  SELECT id, changed_at, '', status, 4 FROM cases WHERE status NOT IN ('received', 'closed', 'reopened')
) ORDER BY id, step;

CREATE INDEX case_events_case ON case_events (case_id);

CREATE INDEX case_events_reached ON case_events (to_state, at);

CREATE TRIGGER case_events_kept_as_written BEFORE UPDATE ON case_events BEGIN SELECT RAISE(ABORT, 'case events are append-only'); END;

-- Only the door of an erasure (kind 23) lets them go.
CREATE TRIGGER case_events_kept BEFORE DELETE ON case_events WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 23 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'case events are append-only'); END;
