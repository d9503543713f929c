-- The support process: plans and what happened to them, who does what, what meetings decided, how it
-- goes. What is said of a person stands in sealed columns. Histories are append-only.

-- kind, state: hub/domain/plan_course.hpp. revision grows with every change, edition is the revision at
-- which the contents were last written: an agreement is to an edition. cycle: ISO 8601 (P3M). due: the
-- day on which it is next looked at. follows: the plan of the case before it was reopened.
CREATE TABLE plans (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  case_id INTEGER NOT NULL REFERENCES cases,
  kind TEXT NOT NULL CHECK (kind IN ('takikan', 'outreach', 'sanka')),
  state TEXT NOT NULL CHECK (state <> ''),
  revision INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  has_goals INTEGER NOT NULL CHECK (has_goals IN (0, 1)),
  cycle TEXT NOT NULL,
  due TEXT NOT NULL,
  follows INTEGER REFERENCES plans,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX plans_case ON plans (case_id);

CREATE INDEX plans_due ON plans (due) WHERE state = 'active';

-- What an agenda item decided: that those who attended agreed to a step of a plan (timing: create,
-- change, suspend, close) or did not; without a plan a line of support (share), or that the normal
-- field agency suffices (field). edition: of the plan. policy: 支援方針, sealed.
CREATE TABLE agenda_decisions (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  item INTEGER NOT NULL REFERENCES sitting_items,
  plan INTEGER REFERENCES plans,
  edition INTEGER NOT NULL,
  timing TEXT NOT NULL CHECK (timing IN ('create', 'change', 'suspend', 'close', 'share', 'field')),
  adopted INTEGER NOT NULL CHECK (adopted IN (0, 1)),
  next_on TEXT NOT NULL,
  decided_by TEXT NOT NULL CHECK (decided_by <> ''),
  decided_at INTEGER NOT NULL,
  policy BLOB NOT NULL,
  CHECK ((plan IS NULL) = (timing IN ('share', 'field')))
) STRICT;

-- The same conference decides the same thing once.
CREATE UNIQUE INDEX agenda_decisions_once ON agenda_decisions (item, ifnull(plan, 0), timing);

CREATE INDEX agenda_decisions_plan ON agenda_decisions (plan) WHERE plan IS NOT NULL;

-- body: what the step said (contents, reason, evaluation), sealed. content: it wrote the contents.
CREATE TABLE plan_events (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  plan INTEGER NOT NULL REFERENCES plans,
  revision INTEGER NOT NULL,
  event TEXT NOT NULL CHECK (event <> ''),
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL CHECK (to_state <> ''),
  decision INTEGER REFERENCES agenda_decisions,
  content INTEGER NOT NULL CHECK (content IN (0, 1)),
  actor TEXT NOT NULL CHECK (actor <> ''),
  at INTEGER NOT NULL,
  body BLOB NOT NULL,
  UNIQUE (plan, revision)
) STRICT;

-- One agreement serves one step.
CREATE UNIQUE INDEX plan_events_decision ON plan_events (decision) WHERE decision IS NOT NULL;

-- 支援決定: the municipality's own act. document: its number, sealed.
CREATE TABLE support_decisions (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  plan INTEGER NOT NULL UNIQUE REFERENCES plans,
  decided_on TEXT NOT NULL CHECK (decided_on <> ''),
  officer TEXT NOT NULL CHECK (officer <> ''),
  made_at INTEGER NOT NULL,
  document BLOB NOT NULL
) STRICT;

-- 役割分担. agency: a code of the profile. lead: 主担当; one at a time. back: the referrer stays in
-- charge (hand-back). task: sealed.
CREATE TABLE plan_roles (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  plan INTEGER NOT NULL REFERENCES plans,
  agency TEXT NOT NULL CHECK (agency <> ''),
  lead INTEGER NOT NULL CHECK (lead IN (0, 1)),
  back INTEGER NOT NULL CHECK (back IN (0, 1)),
  since INTEGER NOT NULL,
  until INTEGER,
  set_by TEXT NOT NULL CHECK (set_by <> ''),
  task BLOB NOT NULL
) STRICT;

CREATE INDEX plan_roles_plan ON plan_roles (plan);

CREATE UNIQUE INDEX plan_roles_lead ON plan_roles (plan) WHERE lead = 1 AND until IS NULL;

CREATE TABLE monitorings (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  plan INTEGER NOT NULL REFERENCES plans,
  held_on TEXT NOT NULL CHECK (held_on <> ''),
  proposal TEXT NOT NULL CHECK (proposal IN ('continue', 'change', 'suspend', 'close')),
  next_due TEXT NOT NULL,
  officer TEXT NOT NULL CHECK (officer <> ''),
  made_at INTEGER NOT NULL,
  note BLOB NOT NULL
) STRICT;

CREATE INDEX monitorings_plan ON monitorings (plan);

-- Who of the seats sat: said once. Whoever attended is bound to secrecy.
CREATE TABLE sitting_attendance (
  seat INTEGER PRIMARY KEY REFERENCES sitting_seats,
  attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  recorded_at INTEGER NOT NULL
) STRICT;

-- Numbered copies on paper. reader: who holds it, sealed.
CREATE TABLE sitting_copies (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  sitting INTEGER NOT NULL REFERENCES sittings,
  seat INTEGER NOT NULL REFERENCES sitting_seats,
  number INTEGER NOT NULL,
  handed_by TEXT NOT NULL CHECK (handed_by <> ''),
  handed_at INTEGER NOT NULL,
  returned_by TEXT NOT NULL DEFAULT '',
  returned_at INTEGER,
  reader BLOB NOT NULL,
  UNIQUE (sitting, number)
) STRICT;

CREATE INDEX sitting_copies_seat ON sitting_copies (seat);

-- アウトリーチ等: a case whose persons are known and not reached. why: cannot_ask, refuses, unaware,
-- hidden. basis: the ground on which it is worked on without consent.
CREATE TABLE outreach (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  case_id INTEGER NOT NULL REFERENCES cases,
  why TEXT NOT NULL CHECK (why <> ''),
  basis TEXT NOT NULL CHECK (basis <> ''),
  officer TEXT NOT NULL CHECK (officer <> ''),
  opened_at INTEGER NOT NULL,
  outcome TEXT NOT NULL DEFAULT '',
  ended_at INTEGER
) STRICT;

-- A case stands in the register once at a time.
CREATE UNIQUE INDEX outreach_open ON outreach (case_id) WHERE ended_at IS NULL;

CREATE INDEX outreach_case ON outreach (case_id);

-- step: gather, arrange, relate, visit, accompany. minutes: what it took. note: sealed.
CREATE TABLE outreach_contacts (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  outreach INTEGER NOT NULL REFERENCES outreach,
  day TEXT NOT NULL CHECK (day <> ''),
  step TEXT NOT NULL CHECK (step <> ''),
  reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
  minutes INTEGER NOT NULL,
  basis TEXT NOT NULL CHECK (basis <> ''),
  next_on TEXT NOT NULL,
  officer TEXT NOT NULL CHECK (officer <> ''),
  made_at INTEGER NOT NULL,
  note BLOB NOT NULL
) STRICT;

CREATE INDEX outreach_contacts_outreach ON outreach_contacts (outreach);

-- Only a rotation renews their seals, and only the door of an erasure (kinds 20 plan_events,
-- 21 agenda_decisions, 22 support_decisions) lets them go.
CREATE TRIGGER plan_events_kept_as_written BEFORE UPDATE ON plan_events WHEN NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'plan events are append-only'); END;

CREATE TRIGGER plan_events_kept BEFORE DELETE ON plan_events WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 20 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'plan events are append-only'); END;

CREATE TRIGGER agenda_decisions_kept_as_written BEFORE UPDATE ON agenda_decisions WHEN NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'what a meeting decided stays'); END;

CREATE TRIGGER agenda_decisions_kept BEFORE DELETE ON agenda_decisions WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 21 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'what a meeting decided stays'); END;

CREATE TRIGGER support_decisions_kept_as_written BEFORE UPDATE ON support_decisions WHEN NOT EXISTS (SELECT 1 FROM rekeying) BEGIN SELECT RAISE(ABORT, 'a support decision stays'); END;

CREATE TRIGGER support_decisions_kept BEFORE DELETE ON support_decisions WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE kind = 22 AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'a support decision stays'); END;

CREATE TRIGGER sitting_attendance_kept_as_written BEFORE UPDATE ON sitting_attendance BEGIN SELECT RAISE(ABORT, 'attendance is said once'); END;
