#include "hub/service/view_explain.hpp"

#include <algorithm>
#include <map>

#include "hub/domain/reasons.hpp"
#include "hub/service/decide.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/other_ways.hpp"
#include "hub/service/own_use.hpp"
#include "hub/service/packet.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/told_reason.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using base::Result;

/// One referral, one question; borrows all.
class Explaining {
 public:
  Explaining(store::Reader& reader, const Book& book, const store::StoredReferral& referral,
             const Asking& asking, const ExplainAsk& ask)
      : reader_(reader),
        book_(book),
        referral_(referral),
        asking_(asking),
        at_(ask.at),
        officer_(officer_of(book, ask.asker)),
        forum_(book.law.bases.find(asking.basis, ask.at)) {}

  /// By which other way what does not go could: a line each, of one person's items.
  void ways(const Answered& first, domain::Labels items, const ViewSink& sink) const {
    const auto about = about_of(first);
    if (!about || items.empty()) return;
    const Situated situated(reader_, book_, *about, asking_, at_);
    for (const auto& way : other_ways(book_, situated, items))
      put_way(first.disclosure.person(), way, sink);
  }

  void head(const Packet& packet, const ViewSink& sink) const {
    ViewLine line("referral");
    line.id("referral", referral_.id).code("state", referral_.status);
    line.code("from", referral_.from_desk).code("to", asking_.recipient.desk->code);
    line.text("toName", profile::display_name(book_.profile, *asking_.recipient.desk));
    line.flag("goes", packet.goes).flag("reachable", asking_.recipient.partner != nullptr);
    line.code("basis", asking_.basis).code("purpose", asking_.purpose);
    if (forum_ != nullptr) line.text("cited", forum_->cited());
    line.time("at", at_);
    line.to(sink);
  }

  /// True where the sentence names the person.
  bool answer(const Answered& answered, const ViewSink& sink) const {
    const auto& asked = answered.disclosure;
    const auto verdict = told_verdict(asked);
    const auto context = context_of(answered);
    const auto name = name_of(answered);
    const auto words =
        name ? domain::explain(verdict, context, *name, {}) : domain::explain(verdict, context);
    ViewLine line("answer");
    line.id("person", asked.person());
    line.code("subject", answered.subject == domain::Subject::focus ? "focus" : "household");
    line.code("decision", domain::name_of(verdict.decision));
    line.code("reason", domain::name_of(verdict.reason));
    line.code("item", domain::name_of(asked.label()));
    line.text("itemName", domain::in_japanese(asked.label()));
    line.text("sentence", words.sentence).text("cited", words.basis).text("next", words.next);
    line.text("english", domain::in_english(verdict.reason));
    if (asked.consent()) line.id("consent", *asked.consent());
    line.list("fields", field_names(answered.fields));
    if (!asked.officer().empty()) line.code("officer", asked.officer());
    line.to(sink);
    return name.has_value();
  }

 private:
  [[nodiscard]] domain::ReasonContext context_of(const Answered& answered) const {
    const auto& asked = answered.disclosure;
    const auto* forum = book_.law.bases.find(asked.legal_basis(), at_);
    return {&book_.law.bases, forum, at_, asked.label(), answered.consent};
  }

  void put_way(const base::PersonId& person, const OtherWay& way, const ViewSink& sink) const {
    ViewLine line("way");
    line.id("person", person).code("basis", way.basis->code).text("title", way.basis->title);
    line.text("cited", way.basis->cited()).code("needs", way.needs);
    line.flag("open", !way.opens.empty());
    if (way.opens.empty()) {
      const auto told = told_verdict(way.shut);
      const domain::ReasonContext context{&book_.law.bases, way.basis, at_, domain::Item::identity,
                                          domain::ConsentStatus::unknown};
      line.code("reason", domain::name_of(told.reason))
          .text("english", domain::in_english(told.reason));
      line.text("sentence", domain::explain(told, context).sentence);
    } else {
      std::vector<std::string> names;
      way.opens.each([&](domain::Item item) { names.emplace_back(domain::in_japanese(item)); });
      line.list("items", names_of(way.opens)).list("itemNames", names);
    }
    line.to(sink);
  }

  [[nodiscard]] std::optional<About> about_of(const Answered& answered) const {
    const auto person = store::find_person(reader_, answered.disclosure.person());
    if (!person) return std::nullopt;
    return answered.subject == domain::Subject::focus
               ? about_focus(reader_, referral_, *person)
               : about_person(reader_, *person, answered.subject);
  }

  /// For the officer whose desk holds the person.
  [[nodiscard]] std::optional<domain::Cleared<std::string>> name_of(
      const Answered& answered) const {
    const auto about = officer_ == nullptr ? std::nullopt : about_of(answered);
    return about ? name_for(reader_, book_, *officer_, *about, at_) : std::nullopt;
  }

  /// "person/names/0/fullName" and "…/1/fullName" are one name: the place in a list tells only how
  /// much there is.
  static std::vector<std::string> field_names(const std::vector<std::string>& pointers) {
    std::vector<std::string> names;
    names.reserve(pointers.size());
    for (const auto& pointer : pointers)
      names.push_back(without_places(pointer));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }
  static std::string without_places(const std::string& pointer) {
    std::string out;
    for (std::size_t at = 0; at < pointer.size();) {
      const auto end = std::min(pointer.find('/', at), pointer.size());
      const auto part = std::string_view(pointer).substr(at, end - at);
      const bool place = part.find_first_not_of("0123456789") == std::string_view::npos;
      if (!place) out.append(out.empty() ? "" : "/").append(part);
      at = end + 1;
    }
    return out;
  }

  store::Reader& reader_;
  const Book& book_;
  const store::StoredReferral& referral_;
  const Asking& asking_;
  base::UtcMillis at_;
  const profile::Officer* officer_;
  const domain::LegalBasis* forum_;
};

/// Nobody can be asked about before somebody chose who receives.
void without_recipient(const store::StoredReferral& referral, const ViewSink& sink) {
  ViewLine line("referral");
  line.id("referral", referral.id).code("state", referral.status);
  line.code("from", referral.from_desk).flag("goes", false);
  line.code("reason", domain::name_of(domain::Reason::wrong_recipient));
  line.to(sink);
}

/// What of a person does not go as it stands.
struct Refused {
  explicit Refused(const Answered* answered) : first(answered) {}
  const Answered* first;
  domain::Labels items;
};

void see(Shown& shown, const base::PersonId& person) {
  const bool there =
      std::find(shown.persons.begin(), shown.persons.end(), person) != shown.persons.end();
  if (!there) shown.persons.push_back(person);
}

}  // namespace

Result<Shown> explain_referral(store::Reader& reader, const Book& book, const base::ReferralId& id,
                               const ExplainAsk& ask, const ViewSink& sink) {
  const auto referral = store::find_referral(reader, id);
  if (!referral) {
    return base::fail(base::Kind::not_found, "no referral " + id.text() + "; see `referral list`");
  }
  Shown shown{{"referral/" + id.text()}, {}};
  const auto* desk = profile::find_desk(book.profile, referral->to_desk);
  if (desk == nullptr) {
    without_recipient(*referral, sink);
    return shown;
  }
  const auto recipient = recipient_of(book.profile, *desk, base::jst_day(ask.at));
  const auto asking = asking_about(reader, *referral, recipient, referral_purpose);
  const auto packet = render_packet(reader, book, *referral, asking, ask.at);
  const Explaining explaining(reader, book, *referral, asking, ask);
  explaining.head(packet, sink);
  std::map<base::PersonId, Refused> refused;
  for (const auto& answered : packet.answers) {
    if (!may_be_told(answered.disclosure, answered.subject)) continue;
    see(shown, answered.disclosure.person());
    const bool named = explaining.answer(answered, sink);
    if (named) shown.values = {"person/names"};
    auto& items = refused.try_emplace(answered.disclosure.person(), &answered).first->second.items;
    if (!answered.disclosure.allowed()) items = items.with(answered.disclosure.label());
  }
  for (const auto& [person, one] : refused)
    explaining.ways(*one.first, one.items, sink);
  return shown;
}

}  // namespace hub::service
