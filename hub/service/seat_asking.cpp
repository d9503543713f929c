#include "hub/service/seat_asking.hpp"

#include <algorithm>

#include "hub/profile/convener.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"
#include "hub/store/releases.hpp"

namespace hub::service {
namespace {

/// Of the convener's kinds the one that the ground asks for; the gate judges it.
std::string_view convener_for(const profile::Profile& profile, std::string_view convener,
                              const domain::LegalBasis* ground) {
  const auto kinds = profile::convener_kinds(profile, convener);
  for (const auto kind : kinds) {
    if (ground != nullptr && ground->may_convene(kind)) return kind;
  }
  return kinds.empty() ? std::string_view() : kinds.front();
}

}  // namespace

CasePeople::CasePeople(store::Reader& reader, store::CaseRow about) {
  for (const auto& one : store::persons_of(reader, about)) {
    if (!one.focus) continue;
    focus_.push_back(one.person);
    for (const auto household : store::households_of(reader, one.person)) {
      for (const auto person : store::persons_in(reader, household))
        household_.push_back(person);
    }
  }
}

domain::Subject CasePeople::subject(store::PersonRow person) const {
  const auto among = [person](const std::vector<store::PersonRow>& some) {
    return std::find(some.begin(), some.end(), person) != some.end();
  };
  if (among(focus_)) return domain::Subject::focus;
  return among(household_) ? domain::Subject::household : domain::Subject::other;
}

Asking asking_of_seat(store::Reader& reader, const Book& book, const Hearing& hearing,
                      const Recipient& recipient, const domain::LegalBasis* ground) {
  const auto& item = hearing.item;
  const auto& seat = hearing.seat;
  domain::ForumView view;
  view.convener = convener_for(book.profile, hearing.sitting.of.convener, ground);
  view.in_scope = ground == nullptr || !ground->decided_case_only || item.of.decided;
  const bool hears = !seat.of.item || seat.of.item == item.row;
  view.seat_drawn = hears && !seat.left_at && seat.of.called != store::Called::no;
  view.seat_bound = seat.of.secrecy != store::Secrecy::none;
  view.opinion_for_item = false;
  view.youtai_released = false;
  std::string_view basis;
  if (ground != nullptr) basis = ground->code;
  return {recipient, basis, item.of.purpose, reopening_of(reader, item.of.about), view};
}

std::map<store::RecordRow, Released> released_for(store::Reader& reader, store::AgendaRow item) {
  std::map<store::RecordRow, Released> releases;
  for (const auto& one : store::releases_of(reader, item)) {
    if (one.ended_at) continue;
    auto& of = releases[one.of.record];
    (one.of.kind == store::ReleaseKind::opinion ? of.opinion : of.youtai) = true;
  }
  return releases;
}

}  // namespace hub::service
