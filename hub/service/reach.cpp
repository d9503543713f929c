#include "hub/service/reach.hpp"

#include "hub/service/about.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/seat.hpp"

namespace hub::service {
namespace {

/// One person, asked about in one transaction.
struct Question {
  store::Reader& reader;
  const Book& book;
  const store::PersonRef& person;
  const Moment& moment;
};

Reach ask(const Question& of, const About& about, Asking asking, const Released& released = {}) {
  asking.looks_back = of.moment.looks_back;
  const Situated situated(of.reader, of.book, about, asking, of.moment.at);
  Reach reach;
  for (std::size_t number = 1; number < domain::item_count; ++number) {
    const auto item = static_cast<domain::Item>(number);
    if (item == domain::Item::public_) continue;
    const auto answer = situated.disclose(item, released);
    if (answer.allowed()) reach.allowed = reach.allowed.with(item);
    if (item == domain::Item::identity) reach.naming = answer.verdict().reason;
  }
  return reach;
}

Reach reach_by(const Question& of, const store::StoredReferral& referral) {
  const auto* desk = profile::find_desk(of.book.profile, referral.to_desk);
  if (desk == nullptr) return {};
  const auto recipient = recipient_of(of.book.profile, *desk, base::jst_day(of.moment.at));
  const auto asking = asking_about(of.reader, referral, recipient, referral_purpose);
  const bool focus = referral.person == of.person.row;
  const auto about = focus ? about_focus(of.reader, referral, of.person)
                           : about_person(of.reader, of.person, domain::Subject::household);
  return ask(of, about, asking);
}

/// What is released of any record: that it may go no more is then the person's word, or a finding.
Released all_released(store::Reader& reader, store::AgendaRow item) {
  Released all;
  for (const auto& [record, one] : released_for(reader, item)) {
    all.opinion = all.opinion || one.opinion;
    all.youtai = all.youtai || one.youtai;
  }
  return all;
}

Reach reach_by(const Question& of, const Hearing& hearing) {
  const auto& item = hearing.item;
  const auto recipient = recipient_at(of.book.profile, hearing.seat, base::jst_day(of.moment.at));
  const auto* ground = of.book.law.bases.find(item.of.function, of.moment.at);
  const auto asking = asking_of_seat(of.reader, of.book, hearing, recipient, ground);
  const auto subject = CasePeople(of.reader, item.of.about).subject(of.person.row);
  auto reach = ask(of, about_person(of.reader, of.person, subject), asking,
                   all_released(of.reader, item.row));
  reach.by_consent = ground == nullptr || ground->forum_class == domain::ForumClass::consent_seated;
  return reach;
}

std::optional<Passage> hearing_of(store::Reader& reader, const store::Carrier& carrier) {
  auto item = store::read_agenda_item(reader, carrier.item);
  auto seat = store::read_seat(reader, carrier.seat);
  auto sitting = item ? store::read_sitting(reader, item->of.sitting) : std::nullopt;
  if (!seat || !sitting) return std::nullopt;
  seat->left_at.reset();
  return Hearing{std::move(*sitting), std::move(*seat), std::move(*item)};
}

}  // namespace

std::optional<Passage> passage_of(store::Reader& reader, const store::Carrier& carrier) {
  if (!carrier.referral) return hearing_of(reader, carrier);
  auto referral = store::read_referral(reader, carrier.referral);
  return referral ? std::optional<Passage>(std::move(*referral)) : std::nullopt;
}

store::Carrier carrier_of(const Passage& passage) {
  if (const auto* referral = std::get_if<store::StoredReferral>(&passage))
    return {referral->row, {}, {}};
  const auto& hearing = std::get<Hearing>(passage);
  return {{}, hearing.item.row, hearing.seat.row};
}

Reach reach_of(store::Reader& reader, const Book& book, const Passage& passage,
               const store::PersonRef& person, const Moment& moment) {
  const Question of{reader, book, person, moment};
  return std::visit([&of](const auto& way) { return reach_by(of, way); }, passage);
}

}  // namespace hub::service
