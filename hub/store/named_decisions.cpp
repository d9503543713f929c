#include "hub/store/named_decisions.hpp"

#include "hub/store/sealed_access.hpp"

namespace hub::store {
namespace {

using domain::NamedDecision;

constexpr std::string_view table = "named_decisions";

#define TSUNAGU_DECISION                                                                  \
  "SELECT d.id, d.uuid, p.uuid, d.recipient, d.officer, d.ground, d.labels, d.taken_at, " \
  "d.until_at, d.reason, r.reviewer, r.outcome, r.reviewed_at FROM named_decisions d "    \
  "JOIN persons p ON p.id = d.person LEFT JOIN decision_reviews r ON r.decision = d.id "

std::optional<NamedDecision::Review> review_from(const Cursor& row) {
  if (row.is_null(10)) return std::nullopt;
  return NamedDecision::Review{std::string(row.text(10)),
                               static_cast<NamedDecision::Outcome>(row.integer(11)), row.time(12)};
}

NamedDecision::Stated stated_from(Reader& reader, const Cursor& row) {
  const auto reason = reader.open(table, row.bytes<16>(1), row.blob(9));
  return {.officer = std::string(row.text(4)),
          .ground = std::string(row.text(5)),
          .reason = std::string(reason.look_inside()),
          .person = row.id<base::PersonId>(2),
          .recipient = std::string(row.text(3)),
          .labels = domain::Labels::from_bits(static_cast<std::uint16_t>(row.integer(6))),
          .until = row.time(8)};
}

/// One that is not whole is left out: it opens nothing.
std::vector<StoredDecision> all_of(Reader& reader, Cursor rows) {
  std::vector<StoredDecision> all;
  while (rows.next()) {
    auto decision = NamedDecision::kept(stated_from(reader, rows), rows.time(7), review_from(rows));
    if (decision)
      all.push_back({rows.row<DecisionRow>(0), rows.id<DecisionId>(1), std::move(*decision)});
  }
  return all;
}

}  // namespace

DecisionId add_decision(Transaction& transaction, PersonRow person, const NamedDecision& decision) {
  const auto id = transaction.new_id<DecisionId>();
  const std::string reason =
      transaction.seal(table, id.bytes(), SealedAccess::look(decision.reason()));
  transaction.execute(
      "INSERT INTO named_decisions (uuid, person, recipient, officer, ground, labels, taken_at, "
      "until_at, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {id, person, decision.recipient(), decision.officer(), decision.ground(),
       decision.labels().bits(), decision.in_force().from, decision.in_force().until,
       blob_of(reason)});
  return id;
}

std::optional<StoredDecision> find_decision(Reader& reader, const DecisionId& id) {
  auto found = all_of(reader, reader.query(TSUNAGU_DECISION "WHERE d.uuid = ?", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<StoredDecision> decisions_about(Reader& reader, PersonRow person,
                                            std::string_view recipient) {
  return all_of(
      reader, reader.query(TSUNAGU_DECISION "WHERE d.person = ? AND d.recipient = ? ORDER BY d.id",
                           {person, recipient}));
}

bool has_decisions(Reader& reader, PersonRow person) {
  return reader.integer("SELECT 1 FROM named_decisions WHERE person = ? LIMIT 1", {person})
      .has_value();
}

std::vector<StoredDecision> decisions_awaiting_review(Reader& reader) {
  return all_of(reader, reader.query(TSUNAGU_DECISION "WHERE r.decision IS NULL ORDER BY d.id"));
}

std::vector<StoredDecision> list_decisions(Reader& reader, std::size_t at_most) {
  return all_of(reader, reader.query(TSUNAGU_DECISION "ORDER BY d.id DESC LIMIT ?", {at_most}));
}

base::Result<> review_decision(Transaction& transaction, const DecisionId& id,
                               const std::string& by, NamedDecision::Outcome outcome) {
  auto found = find_decision(transaction, id);
  if (!found) return base::fail(base::Kind::not_found, "no decision " + id.text());
  auto done = found->decision.review({by, outcome, transaction.now()});
  if (!done) return done;
  transaction.execute(
      "INSERT INTO decision_reviews (decision, reviewer, outcome, reviewed_at) VALUES (?, ?, ?, ?)",
      {found->row, by, static_cast<int>(outcome), transaction.now()});
  return {};
}

}  // namespace hub::store
