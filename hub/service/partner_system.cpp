#include "hub/service/partner_system.hpp"

#include "hub/domain/states.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/situation.hpp"
#include "hub/service/view_plans.hpp"
#include "hub/service/view_referrals.hpp"

namespace hub::service {
namespace {

using domain::ReferralState;

bool went(const store::StoredReferral& referral) {
  const auto state = domain::referral_state_from(referral.status);
  return state == ReferralState::sent || state == ReferralState::received ||
         state == ReferralState::accepted || state == ReferralState::lead_named ||
         state == ReferralState::completed;
}

}  // namespace

std::string_view partner_in(std::string_view asker) noexcept {
  return asker.starts_with(partner_prefix) ? asker.substr(partner_prefix.size())
                                           : std::string_view();
}

bool is_with(const Book& book, const store::StoredReferral& referral, std::string_view partner,
             base::UtcMillis at) {
  const auto* answers =
      profile::partner_for_desk(book.profile, referral.to_desk, base::jst_day(at));
  return went(referral) && answers != nullptr && answers->code == partner;
}

Packet ask_to_follow(store::Reader& reader, const Book& book, const store::StoredReferral& referral,
                     base::UtcMillis at) {
  const auto* desk = profile::find_desk(book.profile, referral.to_desk);
  if (desk == nullptr) return {};
  const auto recipient = recipient_of(book.profile, *desk, base::jst_day(at));
  const auto asking = asking_about(reader, referral, recipient, referral_purpose);
  return decide_notice(reader, book, referral, asking, at);
}

std::optional<store::StoredReferral> followed_by(store::Reader& reader, const Book& book,
                                                 store::CaseRow about, std::string_view partner,
                                                 base::UtcMillis at) {
  for (const auto row : store::referrals_of(reader, about)) {
    auto referral = store::read_referral(reader, row);
    if (referral && is_with(book, *referral, partner, at) &&
        ask_to_follow(reader, book, *referral, at).goes)
      return referral;
  }
  return std::nullopt;
}

base::Result<Shown> view_followed_case(store::Reader& reader, const Book& book,
                                       const base::CaseId& id, std::string_view asker,
                                       base::UtcMillis at, const ViewSink& sink) {
  const auto about = store::find_case(reader, id);
  const auto partner = partner_in(asker);
  const auto followed = about ? followed_by(reader, book, about->row, partner, at) : std::nullopt;
  if (!followed) return base::fail(base::Kind::not_found, "no case " + id.text());
  ViewLine line("case");
  line.id("case", about->id).code("state", about->status).time("openedAt", about->opened_at);
  line.time("reopenedAt", about->reopened_at).time("closedAt", about->closed_at).to(sink);
  for (const auto row : store::referrals_of(reader, about->row)) {
    const auto referral = store::read_referral(reader, row);
    if (referral && is_with(book, *referral, partner, at)) view_line_of(reader, *referral, sink);
  }
  for (const auto& plan : store::plans_of(reader, about->row))
    view_line_of(reader, plan, at, sink);
  Shown shown{{"case/" + id.text()}, {}};
  if (const auto person = store::read_person(reader, followed->person))
    shown.persons.push_back(person->id);
  return shown;
}

}  // namespace hub::service
