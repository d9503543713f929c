#include "hub/store/patterns.hpp"

#include "hub/base/words.hpp"

#include <algorithm>

namespace hub::store {
namespace {

constexpr char before_audience = '/';

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words)
    out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<std::string> apart(std::string_view text) {
  const auto words = base::words_in(text);
  return {words.begin(), words.end()};
}

std::vector<HouseholdRow> all_households(Cursor rows) {
  std::vector<HouseholdRow> households;
  while (rows.next())
    households.push_back(rows.row<HouseholdRow>(0));
  return households;
}

void tell(Transaction& transaction, SignalRow signal, const Pattern& pattern) {
  transaction.execute("DELETE FROM pattern_members WHERE signal = ?", {signal});
  transaction.execute("DELETE FROM pattern_findings WHERE signal = ?", {signal});
  transaction.execute(
      "INSERT INTO pattern_findings (signal, audience, ground, certain, fields, evidence) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      {signal, pattern.audience, pattern.ground, pattern.certain ? 1 : 0, joined(pattern.fields),
       joined(pattern.evidence)});
  for (const auto& member : pattern.members)
    transaction.execute("INSERT INTO pattern_members (signal, person, named) VALUES (?, ?, ?)",
                        {signal, member.person, member.named ? 1 : 0});
}

}  // namespace

std::string_view shown_code(std::string_view code) noexcept {
  return code.substr(0, code.find(before_audience));
}

std::string stored_code(std::string_view code, const Pattern& pattern) {
  auto stored = std::string(code);
  if (!pattern.audience.empty()) stored += before_audience + pattern.audience;
  return stored;
}

SignalId put_pattern(Transaction& transaction, std::string_view code, HouseholdRow household,
                     const Pattern& pattern) {
  const auto open = transaction.integer(
      "SELECT id FROM signals WHERE code = ? AND household = ? AND referral = 0 "
      "AND decided_at IS NULL",
      {code, household});
  const auto signal = open ? SignalRow{*open} : *raise_signal(transaction, code, household, {});
  tell(transaction, signal, pattern);
  return all_signals(transaction.query(TSUNAGU_SIGNAL "WHERE id = ?", {signal})).front().id;
}

void set_pattern_reason(Transaction& transaction, SignalRow signal, std::string_view reason) {
  transaction.execute("UPDATE pattern_findings SET reason = ? WHERE signal = ?", {reason, signal});
}

std::optional<Pattern> read_pattern(Reader& reader, SignalRow signal) {
  Pattern pattern;
  {
    Cursor rows = reader.query(
        "SELECT audience, ground, certain, fields, evidence, reason FROM pattern_findings "
        "WHERE signal = ?",
        {signal});
    if (!rows.next()) return std::nullopt;
    pattern.audience = rows.text(0);
    pattern.ground = rows.integer(1);
    pattern.certain = rows.integer(2) != 0;
    pattern.fields = apart(rows.text(3));
    pattern.evidence = apart(rows.text(4));
    pattern.reason = rows.text(5);
  }
  Cursor members = reader.query(
      "SELECT person, named FROM pattern_members WHERE signal = ? ORDER BY person", {signal});
  while (members.next())
    pattern.members.push_back({members.row<PersonRow>(0), members.integer(1) != 0});
  return pattern;
}

bool was_decided(Reader& reader, std::string_view code, HouseholdRow household,
                 crypto::Token ground) {
  return reader
      .integer(
          "SELECT 1 FROM signals s JOIN pattern_findings p ON p.signal = s.id "
          "WHERE s.household = ? AND s.household <> 0 AND s.code = ? AND p.ground = ? "
          "AND s.decision IN ('taken_up', 'declined') LIMIT 1",
          {household, code, ground})
      .has_value();
}

std::vector<Signal> list_open_patterns(Reader& reader, std::size_t at_most) {
  return all_signals(
      reader.query(TSUNAGU_SIGNAL
                   "WHERE decided_at IS NULL AND id IN (SELECT signal FROM pattern_findings) "
                   "ORDER BY id DESC LIMIT ?",
                   {at_most}));
}

std::vector<Signal> open_patterns_of(Reader& reader, HouseholdRow household) {
  return all_signals(reader.query(TSUNAGU_SIGNAL
                                  "WHERE household = ? AND household <> 0 AND decided_at IS NULL "
                                  "AND id IN (SELECT signal FROM pattern_findings) ORDER BY id",
                                  {household}));
}

std::vector<HouseholdRow> households_after(Reader& reader, HouseholdRow last, std::size_t at_most) {
  return all_households(
      reader.query("SELECT id FROM households WHERE id > ? ORDER BY id LIMIT ?", {last, at_most}));
}

std::vector<HouseholdRow> guarded_households(Reader& reader) {
  return all_households(reader.query(
      "SELECT DISTINCT s.household FROM signals s JOIN pattern_findings p ON p.signal = s.id "
      "WHERE p.audience <> '' AND s.decided_at IS NULL ORDER BY s.household"));
}

}  // namespace hub::store
