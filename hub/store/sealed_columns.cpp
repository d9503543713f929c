#include "hub/store/sealed_columns.hpp"

namespace hub::store {
namespace {

// An empty value was destroyed or never there: it bears no seal.
#define TSUNAGU_OTHER_SEAL(column, version) \
  "length(" column ") > 0 AND substr(" column ", 1, 1) <> " version

#define TSUNAGU_SEALED(table, column, place, name, part, together)                                \
  SealedColumn {                                                                                  \
    table, column, place,                                                                         \
        "SELECT id, " name ", " part ", " column " FROM " table                                   \
        " AS t WHERE id > ?1 AND id <= ?4 AND " TSUNAGU_OTHER_SEAL(column,                        \
                                                                   "?2") " ORDER BY id LIMIT ?3", \
        "SELECT max(id) FROM " table, "UPDATE " table " SET " column " = ?1 WHERE id = ?2",       \
        "SELECT count(*) FROM " table " WHERE " TSUNAGU_OTHER_SEAL(column, "?1"),                 \
        "SELECT count(*) FROM " table, together                                                   \
  }

constexpr SealedColumn columns[] = {
    TSUNAGU_SEALED("feeds", "order_key", "feeds", "id", "0", 64),
    TSUNAGU_SEALED("arrivals", "name", "arrivals", "uuid", "0", 64),
    TSUNAGU_SEALED("arrivals", "order_key", "arrivals", "uuid", "1", 64),
    TSUNAGU_SEALED("arrival_chunks", "body", "arrival_chunks",
                   "(SELECT uuid FROM arrivals WHERE id = t.arrival)", "part", 1),
    TSUNAGU_SEALED("inbox", "body", "inbox", "uuid", "0", 64),
    TSUNAGU_SEALED("records", "body", "records", "uuid", "0", 64),
    TSUNAGU_SEALED("record_facts", "facts", "records", "uuid", "1", 64),
    TSUNAGU_SEALED("record_history", "body", "records",
                   "(SELECT uuid FROM records WHERE id = t.record)", "0", 64),
    TSUNAGU_SEALED("link_models", "body", "link_models", "uuid", "0", 1),
    TSUNAGU_SEALED("protections", "body", "protections", "uuid", "0", 64),
    TSUNAGU_SEALED("cases", "body", "cases", "uuid", "0", 64),
    TSUNAGU_SEALED("consent_events", "body", "consent_events", "uuid", "0", 64),
    TSUNAGU_SEALED("referrals", "body", "referrals", "uuid", "0", 64),
    TSUNAGU_SEALED("named_decisions", "reason", "named_decisions", "uuid", "0", 64),
    TSUNAGU_SEALED("harm_findings", "reason", "harm_findings", "uuid", "0", 64),
    SealedColumn{"harm_ends", "reason", "harm_ends",
                 "SELECT finding, (SELECT uuid FROM harm_findings WHERE id = t.finding), 0, reason "
                 "FROM harm_ends AS t WHERE finding > ?1 AND finding <= ?4 AND " TSUNAGU_OTHER_SEAL(
                     "reason", "?2") " ORDER BY finding LIMIT ?3",
                 "SELECT max(finding) FROM harm_ends",
                 "UPDATE harm_ends SET reason = ?1 WHERE finding = ?2",
                 "SELECT count(*) FROM harm_ends WHERE " TSUNAGU_OTHER_SEAL("reason", "?1"),
                 "SELECT count(*) FROM harm_ends", 64},
    TSUNAGU_SEALED("person_requests", "document", "person_requests", "uuid", "0", 64),
    TSUNAGU_SEALED("sitting_seats", "name", "sitting_seats", "uuid", "0", 64),
    TSUNAGU_SEALED("sitting_seats", "document", "sitting_seats", "uuid", "1", 64),
    TSUNAGU_SEALED("sitting_releases", "document", "sitting_releases", "uuid", "0", 64),
    TSUNAGU_SEALED("sitting_copies", "reader", "sitting_copies", "uuid", "0", 64),
    TSUNAGU_SEALED("agenda_decisions", "policy", "agenda_decisions", "uuid", "0", 64),
    TSUNAGU_SEALED("plan_events", "body", "plan_events", "uuid", "0", 64),
    TSUNAGU_SEALED("support_decisions", "document", "support_decisions", "uuid", "0", 64),
    TSUNAGU_SEALED("plan_roles", "task", "plan_roles", "uuid", "0", 64),
    TSUNAGU_SEALED("monitorings", "note", "monitorings", "uuid", "0", 64),
    TSUNAGU_SEALED("outreach_contacts", "note", "outreach_contacts", "uuid", "0", 64),
    TSUNAGU_SEALED("legal_holds", "document", "legal_holds", "uuid", "0", 64),
    TSUNAGU_SEALED("accounts", "verifier", "accounts", "uuid", "0", 64),
    TSUNAGU_SEALED("accounts", "totp", "accounts", "uuid", "1", 64),
    TSUNAGU_SEALED("resource_edits", "body", "resource_edits", "uuid", "0", 64),
    TSUNAGU_SEALED("matches", "body", "matches", "uuid", "0", 64),
    TSUNAGU_SEALED("match_events", "body", "match_events", "uuid", "0", 64),
};

}  // namespace

std::span<const SealedColumn> sealed_columns() {
  return columns;
}

}  // namespace hub::store
