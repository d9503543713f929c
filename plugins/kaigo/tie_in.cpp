// Consent and referral: what the desk entered once is not typed again.
#include "plugins/kaigo/row.hpp"
#include "tsunagu/feed/consent.hpp"
#include "tsunagu/feed/words.hpp"

namespace kaigo {

std::optional<record::Consent> consent_of(Row& row) {
  feed::Line& line = row.line;
  if (!line.has(Column::consent)) return std::nullopt;
  record::Consent consent = feed::consent(
      line, feed::ConsentColumns<Column>{Column::consent, Column::consent_on, Column::consent_to},
      row.key("doui"), row.person);
  consent.consultation_key = row.consultation;
  return consent;
}

std::optional<record::Referral> referral_of(Row& row) {
  feed::Line& line = row.line;
  if (!line.has(Column::refer_to)) return std::nullopt;
  record::Referral referral(row.key("tsunagi"), row.person);
  referral.consultation_key = row.consultation;
  referral.reason_text = feed::with_breaks(line.value(Column::statement));
  referral.requested_recipient = feed::coding("agency", line.value(Column::refer_to), {});
  referral.urgency = feed::urgency(line, Column::urgency);
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
