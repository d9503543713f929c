// A case and what was done for it, with every member that their builders know.
#pragma once

#include "tests/hub/codec/full_parts.hpp"

namespace full {

inline Case case_() {
  Case made(CaseKey("s1"), PersonKey("p1"));
  made.other_focus_persons.add(FocusPerson(PersonKey("p2")));
  made.household_key = HouseholdKey("h1");
  made.status = CaseStatus::follow_up;
  made.opened_at = date();
  made.receiver = "架空相談支援事業所";
  Channel channel(ChannelCode::home_visit);
  channel.text = "自宅訪問";
  made.channel = channel;
  made.urgency = Urgency::immediate;
  made.lead_agency = "サクトモ";
  made.coordinator = staff();
  made.reopened_from_key = CaseKey("s0");
  made.closed_reason = "自立";
  return with_envelope(std::move(made), "/closedReason");
}

inline Role role() {
  Role made("y1", PersonKey("p1"), PlanKey("k1"), "サクトモ", "家計の相談");
  made.person_in_charge = "架空 次郎";
  made.lead = true;
  made.from = "2026-05-01";
  made.until = "2026-10-31";
  return with_envelope(std::move(made), "/task");
}

inline Outreach outreach() {
  Outreach made("o1", PersonKey("p1"), date());
  made.case_key = CaseKey("s1");
  made.plan_key = PlanKey("k1");
  made.place = "自宅";
  made.contact_made = true;
  made.by = staff();
  made.result = "話せた";
  made.next = "また訪ねる";
  return with_envelope(std::move(made), "/result");
}

inline Conference conference() {
  Conference made("g1", PersonKey("p1"), ConferenceForum::j_kaigi, "さくら市", date(), true);
  made.meeting_key = "g";
  made.trigger = ConferenceTrigger::suspend;
  Participant& participant = made.participants.add({});
  participant.name = "架空 次郎";
  participant.agency = "架空相談支援事業所";
  participant.role = "司会";
  participant.present = true;
  AgendaItem& item = made.agenda.add({});
  item.case_key = CaseKey("s1");
  item.function = ConferenceForum::shien_kaigi;
  item.decision = "見守る";
  made.decisions = {"次は秋"};
  made.minutes_ref = "R8-3";
  return with_envelope(std::move(made), "/agenda");
}

inline Match match() {
  Match made("t1", PersonKey("p1"), ResourceKey("x1"));
  made.proposed_by = staff();
  made.reasons = {"近い"};
  made.status = MatchStatus::declined;
  made.feedback = "合わなかった";
  return with_envelope(std::move(made), "/feedback");
}

}  // namespace full
