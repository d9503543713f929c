-- What a year's counts are found by (hub/store/counts.cpp): events by their time, and the desk that a
-- case's first referral asked.
CREATE INDEX cases_opened ON cases (opened_at);

DROP INDEX referrals_case;

CREATE INDEX referrals_case ON referrals (case_id, id, to_desk);

CREATE INDEX referrals_created ON referrals (created_at);

CREATE INDEX referral_events_accepted ON referral_events (at) WHERE to_status = 'accepted';

CREATE INDEX plans_created ON plans (created_at);

CREATE INDEX plans_changed ON plans (changed_at);

CREATE INDEX plan_events_event ON plan_events (event, at);

CREATE INDEX support_decisions_day ON support_decisions (decided_on);

CREATE INDEX plan_roles_lead_since ON plan_roles (since) WHERE lead = 1;

CREATE INDEX monitorings_day ON monitorings (held_on);

CREATE INDEX sittings_day ON sittings (held_on);

CREATE INDEX records_consultations ON records (changed_at, id) WHERE kind = 2 AND removed_at IS NULL;
