// The consultation, and the referral that comes out of it.
#include "plugins/table/records.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/labels.hpp"
#include "tsunagu/feed/words.hpp"

namespace table {

namespace {

using Slot = mapping::ConsultationSlot;

record::Field<record::Staff> staff(std::string name) {
  if (name.empty()) return {};
  record::Staff staff;
  staff.name = std::move(name);
  return staff;
}

void add_channel(record::Consultation& made, Row& row) {
  const auto code = row.choice<record::ChannelCode>(Slot::channel);
  if (!code) return;
  record::Channel channel(*code);
  channel.text = row.text(Slot::channel);
  made.channel = std::move(channel);
}

/// No name where it is the person's own.
void add_caller(record::Consultation& made, const Row& row) {
  const std::string relationship = row.text(Slot::caller_relationship);
  std::string name = row.text(Slot::caller_name);
  if (relationship.empty() && name.empty()) return;
  const record::CallerKind* kind = feed::meaning(feed::callers, relationship);
  record::Caller caller;
  caller.kind = kind != nullptr ? *kind : record::CallerKind::other;
  if (kind == nullptr || *kind != record::CallerKind::self_) caller.name = std::move(name);
  caller.relationship = relationship;
  made.caller = std::move(caller);
}

}  // namespace

record::Consultation consultation_of(Row& row, bool abuse) {
  const auto received = row.date(Slot::received_at);
  if (!received && !row.line().rejection())
    row.line().reject_at({row.line().number()}, "date.empty", "受付日がありません");
  record::Consultation made(record::ConsultationKey(row.key(row.rule().key)),
                            record::PersonKey(row.key(row.rule().person)),
                            feed::partial(received.value_or(text::Date{1, 1, 1})));
  made.receipt_number = row.text(Slot::receipt_number);
  add_channel(made, row);
  add_caller(made, row);
  if (const auto urgency = row.choice<record::Urgency>(Slot::urgency)) made.urgency = *urgency;
  made.statement = feed::with_breaks(row.text(Slot::statement));
  made.wish = feed::with_breaks(row.text(Slot::wish));
  made.course = feed::with_breaks(row.text(Slot::course));
  if (row.has(Slot::classification))
    made.classifications.add(feed::coding({}, {}, row.text(Slot::classification)));
  made.staff = staff(row.text(Slot::staff_name));
  made.closed_at = feed::partial(row.date(Slot::closed_at));
  const bool said = row.flag(Slot::abuse).value_or(false);
  if (abuse || said) feed::hide_informant(made);
  return made;
}

record::Referral referral_of(Row& row, bool abuse) {
  using Wish = mapping::ReferralSlot;
  record::Referral referral(row.key(row.rule().key), record::PersonKey(row.key(row.rule().person)));
  if (!row.rule().consultation.empty())
    referral.consultation_key = record::ConsultationKey(row.key(row.rule().consultation));
  referral.reason_text = feed::with_breaks(row.text(Wish::reason));
  referral.requested_action = row.text(Wish::action);
  if (row.has(Wish::recipient))
    referral.requested_recipient = feed::coding("agency", row.text(Wish::recipient), {});
  if (const auto urgency = row.choice<record::Urgency>(Wish::urgency)) referral.urgency = *urgency;
  if (const auto at = row.date(Wish::requested_at))
    referral.requested_at = abuse ? feed::month_of(*at) : feed::partial(*at);
  referral.staff = staff(row.text(Wish::staff_name));
  return referral;
}

}  // namespace table
