// What desks write about consent: a class (0 なし, 1 あり, 9 未確認), a day, and to whom.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/line.hpp"
#include "tsunagu/record.hpp"

namespace tsunagu::feed {

/// The code of a printed 同意書 (config/consent_forms.yaml): capital letters, then digits (J1), or
/// a word in capitals (KONKYU).
inline bool is_form_code(std::string_view text) {
  if (text.empty() || text.front() < 'A' || text.front() > 'Z') return false;
  for (const char c : text) {
    const bool letter = c >= 'A' && c <= 'Z';
    const bool digit = c >= '0' && c <= '9';
    if (!letter && !digit && c != '-' && c != '_') return false;
  }
  return true;
}

/// The three cells; `to` is a form's code or words.
template <ColumnIndex Column>
struct ConsentColumns {
  Column status;
  Column on;
  Column to;
};

/// 0 なし is a refusal, 9 未確認 is never_asked. A consent without its day proves nothing and does
/// not count as given.
template <ColumnIndex Column>
record::ConsentStatus consent_status(Line& line, const ConsentColumns<Column>& columns,
                                     const std::optional<text::Date>& given_on) {
  const std::string_view written = line.value(columns.status);
  if (written == "0") return record::ConsentStatus::refused;
  if (written == "1" && day(given_on).has_value()) return record::ConsentStatus::given;
  if (written == "1") {
    line.warn(columns.on, "consent.no_day",
              "同意の日がないため、同意ありとして扱いません。日付を入れて出力し直してください");
    return record::ConsentStatus::asked;
  }
  if (written != "9") {
    line.warn(columns.status, "consent.unknown", "知らない同意区分です。未確認として扱います");
  }
  return record::ConsentStatus::never_asked;
}

/// Words in `to` give no scope: they are kept, and cover nothing by themselves.
template <ColumnIndex Column>
record::Consent consent(Line& line, const ConsentColumns<Column>& columns, std::string key,
                        record::PersonKey person) {
  const std::optional<text::Date> given_on = line.date(columns.on);
  const record::ConsentStatus status = consent_status(line, columns, given_on);
  record::Consent consent(std::move(key), std::move(person), status);
  if (status == record::ConsentStatus::given) consent.given_at = day(given_on);
  const std::string_view to = line.value(columns.to);
  if (is_form_code(to)) {
    consent.scope_form = own(to);
  } else {
    consent.source_text = own(to);
  }
  return consent;
}

}  // namespace tsunagu::feed
