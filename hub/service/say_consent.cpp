#include "hub/service/say_consent.hpp"

#include <algorithm>

#include "hub/codec/consent_json.hpp"
#include "hub/domain/consent_form.hpp"
#include "hub/service/consent_events.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/resource_recipient.hpp"
#include "hub/store/consents.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::ConsentAct;
using domain::ConsentEvent;
using domain::ConsentObject;
using domain::ConsentScope;

bool takes_away(ConsentAct act) {
  return act == ConsentAct::refused || act == ConsentAct::withdrawn || act == ConsentAct::narrowed;
}

bool names_nothing(const ConsentScope& scope) {
  return scope.forums.names().empty() && scope.recipients.names().empty() &&
         scope.purposes.names().empty() && scope.labels.empty();
}

/// One word on its way to events; borrows all.
class Saying {
 public:
  Saying(store::Transaction& tx, const Book& book, const ConsentWord& word,
         const std::string& asker, const store::PersonRef& person)
      : tx_(tx), book_(book), word_(word), asker_(asker), person_(person) {}

  Result<std::vector<ConsentEvent>> events() {
    if (auto checked = check(); !checked) return checked.error();
    switch (word_.act) {
      case ConsentAct::given:
        return given();
      case ConsentAct::renewed:
        return renewed();
      case ConsentAct::asked:
        return each_object({});
      default:
        return taken_away();
    }
  }

 private:
  Result<> check() const {
    if (!takes_away(word_.act) && officer_of(book_, asker_) == nullptr)
      return fail(Kind::forbidden, "only an officer of hub.yaml writes a consent down");
    const bool other = word_.given_by != domain::ConsentGiver::self;
    if (!takes_away(word_.act) && other && word_.giver_basis.empty())
      return fail(Kind::invalid, "/basis: says why somebody else may speak for the person");
    if (word_.said_on && base::from_jst_day(*word_.said_on) > tx_.now())
      return fail(Kind::invalid, "/on: lies in the future");
    if (!wants(ConsentObject::sharing) && !names_nothing(word_.scope))
      return fail(Kind::invalid, "/object: only sharing has a scope");
    if (word_.act == ConsentAct::narrowed && names_nothing(word_.scope))
      return fail(Kind::invalid, "/scope: says what is taken away; all of it is withdrawn");
    return names_known(word_.scope);
  }

  /// A word that nobody knows would take away, or give, nothing.
  Result<> names_known(const ConsentScope& scope) const {
    for (const auto& forum : scope.forums.names()) {
      if (book_.law.bases.find(forum, tx_.now()) == nullptr)
        return fail(Kind::invalid, "/forums: no such row in legal_bases.yaml");
    }
    for (const auto& purpose : scope.purposes.names()) {
      if (book_.law.purposes.find(purpose) == nullptr)
        return fail(Kind::invalid, "/purposes: no such row in purposes.yaml");
    }
    for (const auto& recipient : scope.recipients.names()) {
      if (!is_recipient(recipient))
        return fail(Kind::invalid, "/recipients: no such agency, desk, operator or group");
    }
    return {};
  }
  [[nodiscard]] bool is_recipient(std::string_view code) const {
    const auto& groups = book_.law.forms.groups();
    const auto is_code = [code](const auto& group) { return group.code == code; };
    return std::any_of(groups.begin(), groups.end(), is_code) ||
           profile::find_party(book_.profile, code).index() != 0 || is_resource(code);
  }

  /// One place of the community, that the person agreed to be told of there (参加支援).
  [[nodiscard]] bool is_resource(std::string_view code) const {
    if (!code.starts_with(resource_prefix)) return false;
    const auto id = domain::ResourceId::parse(code.substr(resource_prefix.size()));
    return id && store::find_resource(tx_, *id).has_value();
  }

  /// A day is heard so that it opens nothing by a guess: what gives begins with the day, what takes
  /// away stands after all that was said on it.
  [[nodiscard]] base::UtcMillis said_at() const {
    if (!word_.said_on || *word_.said_on == base::jst_day(tx_.now())) return tx_.now();
    if (!takes_away(word_.act)) return base::from_jst_day(*word_.said_on);
    return domain::end_of_jst_day(*word_.said_on) - std::chrono::milliseconds(1);
  }

  /// Whoever takes away something by name speaks of sharing: the support has no scope.
  [[nodiscard]] bool wants(ConsentObject object) const {
    const bool scoped = takes_away(word_.act) && !names_nothing(word_.scope);
    if (scoped && object == ConsentObject::support) return false;
    const auto& objects = word_.objects;
    return objects.empty() || std::find(objects.begin(), objects.end(), object) != objects.end();
  }

  void sign(ConsentEvent& event) const {
    event.given_by = word_.given_by;
    event.giver_basis = word_.giver_basis;
    event.method = word_.method;
    event.evidence = word_.evidence;
    event.recorded_by = asker_;
  }

  void shorten(ConsentEvent& event) const {
    if (!word_.until) return;
    const auto until = domain::end_of_jst_day(*word_.until);
    event.in_force.until = std::min(event.in_force.until.value_or(until), until);
  }

  std::vector<ConsentEvent> each_object(const ConsentScope& sharing) {
    std::vector<ConsentEvent> events;
    for (const auto object : {ConsentObject::sharing, ConsentObject::support}) {
      if (!wants(object)) continue;
      ConsentEvent event;
      event.consent = consent_;
      event.act = word_.act;
      event.object = object;
      event.at = said_at();
      if (object == ConsentObject::sharing) event.scope = sharing;
      sign(event);
      events.push_back(std::move(event));
    }
    return events;
  }

  Result<std::vector<ConsentEvent>> given() {
    if (word_.form.empty()) return given_by_scope();
    const auto* form = book_.law.forms.find(word_.form, said_at());
    if (form == nullptr) return fail(Kind::invalid, "/form: no form of that code was in use then");
    domain::ConsentSigned signing;
    signing.consent = consent_;
    signing.at = said_at();
    auto events = domain::given_by_form(*form, signing);
    std::erase_if(events, [this](const auto& event) { return !wants(event.object); });
    if (events.empty()) return fail(Kind::invalid, "/object: the form does not speak of it");
    for (auto& event : events) {
      sign(event);
      shorten(event);
    }
    return events;
  }

  Result<std::vector<ConsentEvent>> given_by_scope() {
    const auto& scope = word_.scope;
    const bool sharing = wants(ConsentObject::sharing);
    const bool whole = !scope.forums.names().empty() && !scope.recipients.names().empty() &&
                       !scope.purposes.names().empty() && !scope.labels.empty();
    if ((sharing && !whole) || word_.objects.empty())
      return fail(Kind::invalid,
                  "/form: is missing; or name object, forums, recipients, purposes and items");
    if (!word_.until) return fail(Kind::invalid, "/until: is missing");
    auto events = each_object(scope);
    for (auto& event : events) {
      if (event.object == ConsentObject::support) event.scope = ConsentScope::everything();
      event.in_force.from = event.at;
      shorten(event);
    }
    return events;
  }

  /// What was given, said again: with the form's printing of today, or the same scope until a day
  /// that the person named.
  Result<std::vector<ConsentEvent>> renewed() {
    std::vector<ConsentEvent> before;
    for (auto& event : spoken_by(tx_, person_)) {
      const bool grant = event.act == ConsentAct::given || event.act == ConsentAct::renewed;
      if (event.consent == word_.consent && grant && wants(event.object))
        before.push_back(std::move(event));
    }
    if (before.empty()) return fail(Kind::not_found, "/consent: this person gave none of that id");
    consent_ = word_.consent;
    std::vector<ConsentEvent> events;
    for (auto& old : before) {
      auto again = renewal_of(old);
      if (!again) return again.error();
      std::erase_if(events, [&](const auto& one) { return one.object == again->object; });
      events.push_back(std::move(*again));
    }
    return events;
  }
  Result<ConsentEvent> renewal_of(ConsentEvent& old) {
    const auto* form = book_.law.forms.find(old.form, said_at());
    domain::ConsentSigned signing;
    signing.consent = consent_;
    signing.at = said_at();
    if (form == nullptr && !word_.until) return fail(Kind::invalid, "/until: is missing");
    ConsentEvent again = std::move(old);
    if (form == nullptr) again.in_force = {signing.at, std::nullopt};
    for (auto& printed :
         form == nullptr ? std::vector<ConsentEvent>() : domain::given_by_form(*form, signing)) {
      if (printed.object == again.object) again = std::move(printed);
    }
    again.act = ConsentAct::renewed;
    again.at = signing.at;
    again.in_force.from = signing.at;
    sign(again);
    shorten(again);
    return again;
  }

  /// Whatever clock wrote a consent down, the word that takes it away comes after it: a clock that
  /// was set back in between must not let it come to life again.
  std::vector<ConsentEvent> taken_away() {
    auto events = each_object(word_.scope);
    if (word_.said_on) return events;
    std::optional<base::UtcMillis> latest;
    for (const auto& event : spoken_by(tx_, person_)) {
      if (event.at > tx_.now()) latest = std::max(latest.value_or(event.at), event.at);
    }
    if (!latest) return events;
    auto later = each_object(word_.scope);
    for (auto& event : later) {
      event.at = *latest;
      events.push_back(std::move(event));
    }
    return events;
  }

  store::Transaction& tx_;
  const Book& book_;
  const ConsentWord& word_;
  const std::string& asker_;
  store::PersonRef person_;
  base::ConsentId consent_{tx_.new_id<base::ConsentId>()};
};

void write_down(store::Transaction& tx, const store::PersonRef& person,
                const std::vector<ConsentEvent>& events) {
  for (const auto& event : events) {
    auto stored = stored_form(event);
    stored.person = person.row;
    store::add_consent_event(tx, stored);
    auto entry = entry_of(event.recorded_by, "consent." + std::string(domain::name_of(event.act)),
                          "consent/" + event.consent.text(), domain::name_of(event.object));
    entry.persons = {person.id};
    tx.audit(entry);
  }
}

}  // namespace

Result<ConsentSaid> say_consent(Context& context, const ConsentWord& word,
                                const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<ConsentSaid> {
    const auto person = store::find_person(tx, word.person);
    if (!person) return fail(Kind::not_found, "no person " + word.person.text());
    const auto events = Saying(tx, *book, word, asker, *person).events();
    if (!events) return events.error();
    Halting halting(tx, *book, *person);
    write_down(tx, *person, *events);
    const auto cause = "consent." + std::string(domain::name_of(word.act));
    return ConsentSaid{events->front().consent,
                       halting.stop({cause, asker, "consent/" + events->front().consent.text()})};
  });
}

}  // namespace hub::service
