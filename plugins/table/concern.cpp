// The concern and the consent.
#include "plugins/table/records.hpp"
#include "tsunagu/feed/consent.hpp"
#include "tsunagu/feed/fields.hpp"

namespace table {

namespace {

record::Field<record::ConsultationKey> consultation(Row& row) {
  if (row.rule().consultation.empty()) return {};
  return record::ConsultationKey(row.key(row.rule().consultation));
}

/// A consent without its day proves nothing and does not count as given.
record::ConsentStatus status_of(Row& row, const std::optional<text::Date>& given_on) {
  using Slot = mapping::ConsentSlot;
  const auto status =
      row.choice<record::ConsentStatus>(Slot::status).value_or(record::ConsentStatus::never_asked);
  if (status != record::ConsentStatus::given || feed::day(given_on).has_value()) return status;
  row.line().warn_at(
      {row.line().number()}, "consent.no_day",
      "同意の日がないため、同意ありとして扱いません。日付を入れて出力し直してください");
  return record::ConsentStatus::asked;
}

}  // namespace

record::Concern concern_of(Row& row, bool abuse) {
  using Slot = mapping::ConcernSlot;
  record::Concern concern(
      row.key(row.rule().key), record::PersonKey(row.key(row.rule().person)),
      row.choice<record::ConcernCode>(Slot::code).value_or(record::ConcernCode::other));
  concern.consultation_key = consultation(row);
  concern.source_code = feed::words(row.text(Slot::code));
  concern.sub_code = row.text(Slot::sub_code);
  concern.statement = feed::with_breaks(row.text(Slot::statement));
  if (const auto severity = row.choice<record::ConcernSeverity>(Slot::severity))
    concern.severity = *severity;
  if (const auto most = row.flag(Slot::most_pressing)) concern.most_pressing = *most;
  if (const auto seen = row.date(Slot::first_seen))
    concern.first_seen = abuse ? feed::month_of(*seen) : feed::partial(*seen);
  return concern;
}

record::Consent consent_of(Row& row) {
  using Slot = mapping::ConsentSlot;
  const auto given_on = row.date(Slot::given_at);
  const auto status = status_of(row, given_on);
  record::Consent consent(row.key(row.rule().key), record::PersonKey(row.key(row.rule().person)),
                          status);
  consent.consultation_key = consultation(row);
  if (status == record::ConsentStatus::given) consent.given_at = feed::day(given_on);
  consent.until = feed::day(row.date(Slot::until));
  if (const auto method = row.choice<record::ConsentMethod>(Slot::method)) consent.method = *method;
  // Words instead of a form's code give no scope: they are kept, and cover nothing by themselves.
  std::string form = row.text(Slot::form);
  if (feed::is_form_code(form))
    consent.scope_form = std::move(form);
  else
    consent.source_text = std::move(form);
  if (row.has(Slot::words)) consent.source_text = row.text(Slot::words);
  return consent;
}

}  // namespace table
