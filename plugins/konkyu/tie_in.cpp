// Consent and referral: what the desk entered once is not typed again.
#include "plugins/konkyu/row.hpp"

namespace konkyu {

/// The signature on the form agrees to "必要となる関係機関": broad, and not by itself a consent for
/// the 重層的支援会議. A code column, where the town has one, names the form that was signed
/// instead.
std::optional<record::Consent> consent_of(Row& row) {
  feed::Line& line = row.line;
  if (!line.has(Column::consent_on)) return std::nullopt;
  const std::optional<text::Date> signed_on = row.date(Column::consent_on);
  const bool whole = feed::day(signed_on).has_value();
  if (!whole) {
    line.warn(Column::consent_on, "consent.no_day",
              "同意署名日が日まで読めないため、同意ありとして扱いません");
  }
  record::Consent consent(row.key("doui"), row.person,
                          whole ? record::ConsentStatus::given : record::ConsentStatus::asked);
  consent.consultation_key = row.consultation;
  consent.method = record::ConsentMethod::written;
  if (whole) consent.given_at = feed::day(signed_on);
  const std::string_view form = line.value(Column::consent_form);
  consent.scope_form = form.empty() ? row.settings.consent_form : feed::own(form);
  return consent;
}

std::optional<record::Referral> referral_of(Row& row) {
  const feed::Line& line = row.line;
  if (!line.has(Column::refer_to)) return std::nullopt;
  record::Referral referral(row.key("tsunagi"), row.person);
  referral.consultation_key = row.consultation;
  referral.reason_text = feed::with_breaks(line.value(Column::statement));
  referral.requested_recipient = feed::coding("agency", line.value(Column::refer_to), {});
  if (row.received) {
    referral.requested_at =
        row.abuse ? feed::month_of(*row.received) : feed::partial(*row.received);
  }
  referral.staff = staff_of(row);
  return referral;
}

}  // namespace konkyu
