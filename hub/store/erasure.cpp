#include "hub/store/erasure.hpp"

#include "hub/store/inbox.hpp"
#include "hub/store/record_facts.hpp"

namespace hub::store {

// Names rows that only this door lets out; `select` gives their ids. Kinds are the migration's.
#define TSUNAGU_OPEN_DOOR(kind, select) \
  "INSERT INTO erasing (told_by, kind, row) SELECT ?, " #kind ", id FROM (" select ")"

bool Erasing::erase(Erasable kind, std::int64_t row) {
  switch (kind) {
    case Erasable::records:
      return erase_record(row);
    case Erasable::replaced_bodies:
      return erase_replaced_body(row);
    case Erasable::protections:
      return erase_protection(row);
    case Erasable::delivered_bytes:
      return erase_delivered_bytes(row);
    case Erasable::webhooks:
      return erase_webhook(row);
    case Erasable::cases:
      return erase_case(row);
    case Erasable::persons:
      return erase_person(row);
  }
  return false;
}

bool Erasing::erase_record(std::int64_t row) {
  if (!tx_.integer("SELECT 1 FROM records WHERE id = ? AND removed_at IS NOT NULL", {row}))
    return false;
  tx_.execute(TSUNAGU_OPEN_DOOR(1, "SELECT id FROM consent_events WHERE record = ?"),
              {told_by_, row});
  tx_.execute("DELETE FROM consent_events WHERE record = ?", {row});
  close_door();
  tx_.execute("DELETE FROM record_history WHERE record = ?", {row});
  drop_facts(tx_, RecordRow{row});
  tx_.execute(
      "DELETE FROM link_edges WHERE record IN (SELECT other FROM link_edges WHERE record = ?1) "
      "AND other = ?1",
      {row});
  tx_.execute("DELETE FROM link_edges WHERE record = ?", {row});
  tx_.execute("DELETE FROM person_splits WHERE one = ?1 OR other = ?1", {row});
  tx_.execute("DELETE FROM person_joins WHERE one = ?1 OR other = ?1", {row});
  tx_.execute("DELETE FROM household_splits WHERE who = ?1 OR whose = ?1", {row});
  tx_.execute("DELETE FROM sitting_releases WHERE record = ?", {row});
  tx_.execute("DELETE FROM person_links WHERE record = ?", {row});
  tx_.execute("DELETE FROM records WHERE id = ?", {row});
  return true;
}

bool Erasing::erase_replaced_body(std::int64_t row) {
  return tx_.execute("DELETE FROM record_history WHERE id = ?", {row}) > 0;
}

bool Erasing::erase_protection(std::int64_t row) {
  if (!tx_.integer("SELECT 1 FROM protections WHERE id = ? AND ended_at IS NOT NULL", {row}))
    return false;
  tx_.execute("DELETE FROM protection_tokens WHERE protection = ?", {row});
  tx_.execute("DELETE FROM protections WHERE id = ?", {row});
  return true;
}

/// The file's name goes with its bytes; that it came, when and how large it was stays.
bool Erasing::erase_delivered_bytes(std::int64_t row) {
  tx_.execute("UPDATE arrivals SET name = x'', order_key = x'' WHERE id = ?", {row});
  return tx_.execute("DELETE FROM arrival_chunks WHERE arrival = ?", {row}) > 0;
}

bool Erasing::erase_webhook(std::int64_t row) {
  const auto item = read_inbox(tx_, InboxRow{row});
  if (!item) return false;
  destroy_inbox(tx_, *item);
  return true;
}

#define TSUNAGU_STOPS_OF_CASE                                        \
  "(s.referral IN (SELECT id FROM referrals WHERE case_id = ?2) OR " \
  "s.item IN (SELECT id FROM sitting_items WHERE case_id = ?2))"

void Erasing::erase_stops_of_case(std::int64_t case_row) {
  tx_.execute(TSUNAGU_OPEN_DOOR(8,
                                "SELECT a.notice AS id FROM stop_answers a "
                                "JOIN stop_notices s ON s.id = a.notice "
                                "WHERE " TSUNAGU_STOPS_OF_CASE),
              {told_by_, case_row});
  tx_.execute(TSUNAGU_OPEN_DOOR(7, "SELECT s.id FROM stop_notices s WHERE " TSUNAGU_STOPS_OF_CASE),
              {told_by_, case_row});
  tx_.execute("DELETE FROM stop_answers WHERE notice IN (SELECT row FROM erasing WHERE kind = 8)");
  tx_.execute("DELETE FROM stop_notices WHERE id IN (SELECT row FROM erasing WHERE kind = 7)");
  close_door();
}

void Erasing::erase_stops_of_person(std::int64_t person) {
  tx_.execute(TSUNAGU_OPEN_DOOR(8,
                                "SELECT a.notice AS id FROM stop_answers a "
                                "JOIN stop_notices s ON s.id = a.notice WHERE s.person = ?"),
              {told_by_, person});
  tx_.execute(TSUNAGU_OPEN_DOOR(7, "SELECT s.id FROM stop_notices s WHERE s.person = ?"),
              {told_by_, person});
  tx_.execute("DELETE FROM stop_answers WHERE notice IN (SELECT row FROM erasing WHERE kind = 8)");
  tx_.execute("DELETE FROM stop_notices WHERE id IN (SELECT row FROM erasing WHERE kind = 7)");
  close_door();
}

void Erasing::erase_referrals(std::int64_t case_row) {
  erase_stops_of_case(case_row);
  tx_.execute(TSUNAGU_OPEN_DOOR(2,
                                "SELECT e.id FROM referral_events e JOIN referrals r "
                                "ON r.id = e.referral WHERE r.case_id = ?"),
              {told_by_, case_row});
  tx_.execute(
      "DELETE FROM referral_events WHERE referral IN (SELECT id FROM referrals WHERE case_id = ?)",
      {case_row});
  close_door();
  tx_.execute(
      "DELETE FROM person_request_holders WHERE referral IN "
      "(SELECT id FROM referrals WHERE case_id = ?)",
      {case_row});
  tx_.execute(
      "DELETE FROM outbox_attempts WHERE outbox IN (SELECT o.id FROM outbox o "
      "JOIN referrals r ON r.id = o.referral WHERE r.case_id = ?)",
      {case_row});
  tx_.execute("DELETE FROM outbox WHERE referral IN (SELECT id FROM referrals WHERE case_id = ?)",
              {case_row});
  tx_.execute("DELETE FROM signals WHERE referral IN (SELECT id FROM referrals WHERE case_id = ?)",
              {case_row});
  tx_.execute("DELETE FROM referrals WHERE case_id = ?", {case_row});
}

#define TSUNAGU_PLANS_OF_CASE "(SELECT id FROM plans WHERE case_id = ?2)"
#define TSUNAGU_ITEMS_OF_CASE "(SELECT id FROM sitting_items WHERE case_id = ?2)"

/// And what meetings decided about the case; plans let go of those that they follow first.
void Erasing::erase_plans(std::int64_t case_row) {
  for (const Sql sql :
       {Sql(TSUNAGU_OPEN_DOOR(20,
                              "SELECT id FROM plan_events WHERE plan IN " TSUNAGU_PLANS_OF_CASE)),
        Sql(TSUNAGU_OPEN_DOOR(
            21, "SELECT id FROM agenda_decisions WHERE item IN " TSUNAGU_ITEMS_OF_CASE)),
        Sql(TSUNAGU_OPEN_DOOR(
            22, "SELECT id FROM support_decisions WHERE plan IN " TSUNAGU_PLANS_OF_CASE))})
    tx_.execute(sql, {told_by_, case_row});
  for (const Sql sql :
       {Sql("DELETE FROM plan_events WHERE id IN (SELECT row FROM erasing WHERE kind = 20)"),
        Sql("DELETE FROM agenda_decisions WHERE id IN (SELECT row FROM erasing WHERE kind = 21)"),
        Sql("DELETE FROM support_decisions WHERE id IN (SELECT row FROM erasing WHERE kind = 22)")})
    tx_.execute(sql);
  close_door();
  for (const Sql sql :
       {Sql("DELETE FROM plan_roles WHERE plan IN (SELECT id FROM plans WHERE case_id = ?)"),
        Sql("DELETE FROM monitorings WHERE plan IN (SELECT id FROM plans WHERE case_id = ?)"),
        Sql("UPDATE plans SET follows = NULL WHERE case_id = ?"),
        Sql("DELETE FROM plans WHERE case_id = ?")})
    tx_.execute(sql, {case_row});
}

void Erasing::erase_outreach(std::int64_t case_row) {
  tx_.execute(
      "DELETE FROM outreach_contacts WHERE outreach IN (SELECT id FROM outreach WHERE case_id = ?)",
      {case_row});
  tx_.execute("DELETE FROM outreach WHERE case_id = ?", {case_row});
}

/// What the case was heard under; a sitting that hears nothing any more goes with its seats.
void Erasing::erase_agenda(std::int64_t case_row) {
  std::vector<std::int64_t> sittings;
  {
    Cursor rows = tx_.query("SELECT sitting FROM sitting_items WHERE case_id = ?", {case_row});
    while (rows.next())
      sittings.push_back(rows.integer(0));
  }
  for (const Sql sql : {Sql("DELETE FROM sitting_releases WHERE item IN "
                            "(SELECT id FROM sitting_items WHERE case_id = ?)"),
                        Sql("DELETE FROM sitting_attendance WHERE seat IN "
                            "(SELECT s.id FROM sitting_seats s JOIN sitting_items i "
                            "ON i.id = s.item WHERE i.case_id = ?)"),
                        Sql("DELETE FROM sitting_copies WHERE seat IN "
                            "(SELECT s.id FROM sitting_seats s JOIN sitting_items i "
                            "ON i.id = s.item WHERE i.case_id = ?)"),
                        Sql("DELETE FROM sitting_seats WHERE item IN "
                            "(SELECT id FROM sitting_items WHERE case_id = ?)"),
                        Sql("DELETE FROM sitting_item_persons WHERE item IN "
                            "(SELECT id FROM sitting_items WHERE case_id = ?)"),
                        Sql("DELETE FROM sitting_items WHERE case_id = ?")})
    tx_.execute(sql, {case_row});
  for (const auto sitting : sittings)
    erase_sitting(sitting);
}

void Erasing::erase_sitting(std::int64_t row) {
  if (tx_.integer("SELECT 1 FROM sitting_items WHERE sitting = ?", {row})) return;
  tx_.execute("DELETE FROM sitting_copies WHERE sitting = ?", {row});
  tx_.execute(
      "DELETE FROM sitting_attendance WHERE seat IN "
      "(SELECT id FROM sitting_seats WHERE sitting = ?)",
      {row});
  tx_.execute("DELETE FROM sitting_seats WHERE sitting = ?", {row});
  tx_.execute("DELETE FROM sittings WHERE id = ?", {row});
}

bool Erasing::erase_case(std::int64_t row) {
  if (!tx_.integer("SELECT 1 FROM cases WHERE id = ? AND closed_at IS NOT NULL", {row}))
    return false;
  erase_referrals(row);
  erase_plans(row);
  erase_outreach(row);
  erase_agenda(row);
  tx_.execute(TSUNAGU_OPEN_DOOR(23, "SELECT id FROM case_events WHERE case_id = ?"),
              {told_by_, row});
  tx_.execute("DELETE FROM case_events WHERE case_id = ?", {row});
  close_door();
  tx_.execute("DELETE FROM case_persons WHERE case_id = ?", {row});
  tx_.execute("DELETE FROM cases WHERE id = ?", {row});
  return true;
}

void Erasing::erase_requests(std::int64_t person) {
  tx_.execute(
      "DELETE FROM person_request_holders WHERE request IN "
      "(SELECT id FROM person_requests WHERE person = ?)",
      {person});
  tx_.execute("DELETE FROM person_requests WHERE person = ?", {person});
}

void Erasing::erase_decisions(std::int64_t person) {
  tx_.execute(TSUNAGU_OPEN_DOOR(4,
                                "SELECT v.decision AS id FROM decision_reviews v "
                                "JOIN named_decisions d ON d.id = v.decision WHERE d.person = ?"),
              {told_by_, person});
  tx_.execute(TSUNAGU_OPEN_DOOR(3, "SELECT id FROM named_decisions WHERE person = ?"),
              {told_by_, person});
  tx_.execute(TSUNAGU_OPEN_DOOR(6,
                                "SELECT e.finding AS id FROM harm_ends e "
                                "JOIN harm_findings f ON f.id = e.finding WHERE f.person = ?"),
              {told_by_, person});
  tx_.execute(TSUNAGU_OPEN_DOOR(5, "SELECT id FROM harm_findings WHERE person = ?"),
              {told_by_, person});
  tx_.execute(
      "DELETE FROM decision_reviews WHERE decision IN "
      "(SELECT id FROM named_decisions WHERE person = ?)",
      {person});
  tx_.execute("DELETE FROM named_decisions WHERE person = ?", {person});
  tx_.execute(
      "DELETE FROM harm_ends WHERE finding IN (SELECT id FROM harm_findings WHERE person = ?)",
      {person});
  tx_.execute("DELETE FROM harm_findings WHERE person = ?", {person});
  close_door();
}

/// What was missing where stays as a count of nobody.
void Erasing::erase_matches(std::int64_t person) {
  tx_.execute(TSUNAGU_OPEN_DOOR(20,
                                "SELECT e.id FROM match_events e JOIN matches m ON m.id = e.match "
                                "WHERE m.person = ?"),
              {told_by_, person});
  tx_.execute("DELETE FROM match_events WHERE match IN (SELECT id FROM matches WHERE person = ?)",
              {person});
  tx_.execute("DELETE FROM matches WHERE person = ?", {person});
  tx_.execute("UPDATE shortages SET person = NULL WHERE person = ?", {person});
  close_door();
}

bool Erasing::erase_person(std::int64_t row) {
  const bool bound =
      tx_.integer(
             "SELECT 1 WHERE EXISTS (SELECT 1 FROM person_links WHERE person = ?1) OR "
             "EXISTS (SELECT 1 FROM case_persons WHERE person = ?1) OR "
             "EXISTS (SELECT 1 FROM referrals WHERE person = ?1) OR "
             "EXISTS (SELECT 1 FROM matches WHERE person = ?1 AND status < 4) OR "
             "EXISTS (SELECT 1 FROM legal_holds WHERE person = ?1 AND lifted_at IS NULL) OR "
             "EXISTS (SELECT 1 FROM person_requests WHERE person = ?1 AND answered_at IS NULL)",
             {row})
          .has_value();
  if (bound) return false;
  tx_.execute(TSUNAGU_OPEN_DOOR(1, "SELECT id FROM consent_events WHERE person = ?"),
              {told_by_, row});
  tx_.execute("DELETE FROM consent_events WHERE person = ?", {row});
  close_door();
  erase_decisions(row);
  erase_stops_of_person(row);
  erase_requests(row);
  erase_matches(row);
  tx_.execute("DELETE FROM legal_holds WHERE person = ?", {row});
  tx_.execute("DELETE FROM household_members WHERE person = ?", {row});
  tx_.execute("DELETE FROM sitting_item_persons WHERE person = ?", {row});
  tx_.execute("DELETE FROM pattern_members WHERE person = ?", {row});
  const bool gone = tx_.execute("DELETE FROM persons WHERE id = ?", {row}) > 0;
  erase_empty_households();
  return gone;
}

void Erasing::erase_empty_households() {
#define TSUNAGU_OF_EMPTY                                                           \
  "household <> 0 AND household IN (SELECT h.id FROM households h "                \
  "WHERE NOT EXISTS (SELECT 1 FROM household_members m WHERE m.household = h.id) " \
  "AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.household = h.id))"
  for (const Sql sql : {Sql("DELETE FROM pattern_members WHERE signal IN "
                            "(SELECT id FROM signals WHERE " TSUNAGU_OF_EMPTY ")"),
                        Sql("DELETE FROM pattern_findings WHERE signal IN "
                            "(SELECT id FROM signals WHERE " TSUNAGU_OF_EMPTY ")"),
                        Sql("DELETE FROM signals WHERE " TSUNAGU_OF_EMPTY)})
    tx_.execute(sql);
  tx_.execute(
      "DELETE FROM households WHERE "
      "NOT EXISTS (SELECT 1 FROM household_members m WHERE m.household = households.id) "
      "AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.household = households.id)");
}

void Erasing::close_door() {
  tx_.execute("DELETE FROM erasing");
}

}  // namespace hub::store
