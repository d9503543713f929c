// Consent and referral: what the desk entered once is not typed again.
#include "plugins/kaigo/row.hpp"
#include "tsunagu/feed/consent.hpp"

namespace kaigo {

namespace {

/// 0 なし is a refusal, 9 未確認 is never_asked. A consent without its day proves nothing and does
/// not count as given.
record::ConsentStatus status_of(feed::Line& line, const std::optional<text::Date>& given_on) {
  const std::string_view written = line.value(Column::consent);
  if (written == "0") return record::ConsentStatus::refused;
  if (written == "1" && feed::day(given_on).has_value()) return record::ConsentStatus::given;
  if (written == "1") {
    line.warn(Column::consent_on, "consent.no_day",
              "同意年月日がないため、同意ありとして扱いません。日付を入れて出力し直してください");
    return record::ConsentStatus::asked;
  }
  if (written != "9") {
    line.warn(Column::consent, "consent.unknown", "知らない同意区分です。未確認として扱います");
  }
  return record::ConsentStatus::never_asked;
}

}  // namespace

std::optional<record::Consent> consent_of(Row& row) {
  feed::Line& line = row.line;
  if (!line.has(Column::consent)) return std::nullopt;
  const std::optional<text::Date> given_on = line.date(Column::consent_on);
  const record::ConsentStatus status = status_of(line, given_on);
  record::Consent consent(row.key("doui"), row.person, status);
  consent.consultation_key = row.consultation;
  if (status == record::ConsentStatus::given) consent.given_at = feed::day(given_on);
  const std::string_view to = line.value(Column::consent_to);
  if (feed::is_form_code(to)) {
    consent.scope_form = feed::own(to);
  } else {
    consent.source_text = feed::own(to);
  }
  return consent;
}

std::optional<record::Referral> referral_of(Row& row) {
  feed::Line& line = row.line;
  if (!line.has(Column::refer_to)) return std::nullopt;
  record::Referral referral(row.key("tsunagi"), row.person);
  referral.consultation_key = row.consultation;
  referral.reason_text = feed::with_breaks(line.value(Column::statement));
  referral.requested_recipient = feed::coding("agency", line.value(Column::refer_to), {});
  referral.urgency = urgency_of(row);
  if (row.received) {
    referral.requested_at =
        row.abuse ? feed::month_of(*row.received) : feed::partial(*row.received);
  }
  if (line.has(Column::staff)) {
    record::Staff staff;
    staff.name = feed::own(line.value(Column::staff));
    referral.staff = std::move(staff);
  }
  return referral;
}

}  // namespace kaigo
