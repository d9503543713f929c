#include "hub/domain/consent_import.hpp"

#include <algorithm>
#include <iterator>

namespace hub::domain {
namespace {

/// What is excluded by name may be a forum, a recipient, a purpose or an item: each is meant.
void exclude(const std::string& name, std::vector<ConsentScope>& out) {
  const Selection named({name});
  out.push_back({named, {}, {}, {}});
  out.push_back({{}, named, {}, {}});
  out.push_back({{}, {}, named, {}});
  const Item item = item_from(name);
  if (item != Item::unknown) out.push_back({{}, {}, {}, item});
}

/// One record on its way to events.
struct Import {
  const ConsentRecord& record;
  const ConsentArrival& arrival;
  const ConsentForms& forms;

  [[nodiscard]] base::UtcMillis moment(
      const std::optional<std::chrono::year_month_day>& day) const {
    return day ? base::from_jst_day(*day) : arrival.received_at;
  }
  [[nodiscard]] ConsentEvent said(ConsentAct act, ConsentObject object, base::UtcMillis at) const;
  [[nodiscard]] std::vector<ConsentEvent> granted() const;
  [[nodiscard]] std::vector<ConsentEvent> by_form() const;
  [[nodiscard]] ConsentEvent by_scope() const;
  [[nodiscard]] ConsentWord word_on(ConsentObject object) const;
  [[nodiscard]] ConsentScope taken() const;
  [[nodiscard]] ConsentEvent ending(ConsentAct act, ConsentObject object, base::UtcMillis at) const;
  [[nodiscard]] base::UtcMillis ended_at() const;
  void add(ConsentObject object, std::vector<ConsentEvent>& out) const;
  void add_grant(ConsentObject object, std::vector<ConsentEvent>& out) const;
};

ConsentEvent Import::said(ConsentAct act, ConsentObject object, base::UtcMillis at) const {
  ConsentEvent event;
  event.consent = arrival.consent;
  event.person = arrival.person;
  event.act = act;
  event.object = object;
  event.at = at;
  event.recorded_by = arrival.recorded_by;
  return event;
}

ConsentEvent Import::by_scope() const {
  ConsentEvent event = said(ConsentAct::given, ConsentObject::sharing, moment(record.given_at));
  event.in_force.from = event.at;
  if (!record.scope) return event;
  event.scope = {Selection(record.scope->forums), Selection(record.scope->recipients),
                 Selection(record.scope->purposes), record.scope->labels};
  return event;
}

std::vector<ConsentEvent> Import::by_form() const {
  ConsentSigned signing;
  signing.consent = arrival.consent;
  signing.person = arrival.person;
  signing.at = moment(record.given_at);
  signing.recorded_by = arrival.recorded_by;
  if (const ConsentForm* form = forms.find(record.scope_form, signing.at))
    return given_by_form(*form, signing);
  if (const ConsentDestination* to = forms.destination(record.scope_form))
    return {given_to(*to, signing)};
  return {by_scope()};
}

/// The `given` events of the form or scope, with what the record says beside them.
std::vector<ConsentEvent> Import::granted() const {
  std::vector<ConsentEvent> events =
      record.scope_form.empty() ? std::vector{by_scope()} : by_form();
  for (ConsentEvent& event : events) {
    event.given_by = record.given_by;
    event.giver_basis = record.giver_basis;
    event.giver_name = record.giver_name;
    event.method = record.method;
    event.evidence = record.evidence_ref;
    if (record.scope)
      for (const std::string& name : record.scope->excludes)
        exclude(name, event.excludes);
    if (!record.until) continue;
    const base::UtcMillis until = end_of_jst_day(*record.until);
    event.in_force.until = std::min(event.in_force.until.value_or(until), until);
  }
  return events;
}

/// 茅ヶ崎市's two objects, where the record keeps them apart. A record that doesn't, speaks of
/// sharing; of the support itself only if its form stands for both.
ConsentWord Import::word_on(ConsentObject object) const {
  const auto& own = object == ConsentObject::support ? record.to_support : record.to_sharing;
  if (own) return *own;
  const ConsentForm* form = forms.find(record.scope_form, moment(record.given_at));
  const bool speaks =
      object == ConsentObject::sharing ||
      (form != nullptr && std::ranges::find(form->objects, object) != form->objects.end());
  return speaks ? record.status : ConsentWord::never_asked;
}

ConsentScope Import::taken() const {
  if (!record.scope) return ConsentScope::everything();
  return {Selection(record.scope->forums), Selection(record.scope->recipients),
          Selection(record.scope->purposes), record.scope->labels};
}

ConsentEvent Import::ending(ConsentAct act, ConsentObject object, base::UtcMillis at) const {
  ConsentEvent event = said(act, object, at);
  event.scope = object == ConsentObject::sharing ? taken() : ConsentScope::everything();
  return event;
}

void Import::add_grant(ConsentObject object, std::vector<ConsentEvent>& out) const {
  const auto granted_now = granted();
  const auto of_object = [&](const ConsentEvent& event) { return event.object == object; };
  std::ranges::copy_if(granted_now, std::back_inserter(out), of_object);
  const bool said_so = object == ConsentObject::support && record.to_support.has_value();
  if (!said_so || std::ranges::any_of(granted_now, of_object)) return;
  ConsentEvent support = granted_now.front();
  support.object = object;
  support.scope = ConsentScope::everything();
  support.excludes.clear();
  out.push_back(support);
}

/// A word that ends a consent is never older than the consent it ends.
base::UtcMillis Import::ended_at() const {
  return std::max(moment(record.withdrawn_at), moment(record.given_at));
}

void Import::add(ConsentObject object, std::vector<ConsentEvent>& out) const {
  const ConsentWord word = word_on(object);
  if (word == ConsentWord::given || word == ConsentWord::withdrawn || word == ConsentWord::expired)
    add_grant(object, out);
  const base::UtcMillis said_at = moment(record.given_at);
  if (word == ConsentWord::asked) out.push_back(said(ConsentAct::asked, object, said_at));
  if (word == ConsentWord::refused) out.push_back(ending(ConsentAct::refused, object, said_at));
  if (word == ConsentWord::withdrawn)
    out.push_back(ending(ConsentAct::withdrawn, object, ended_at()));
  if (word == ConsentWord::expired) out.push_back(ending(ConsentAct::expired, object, ended_at()));
}

}  // namespace

std::vector<ConsentEvent> events_of(const ConsentRecord& record, const ConsentArrival& arrival,
                                    const ConsentForms& forms) {
  const Import import{record, arrival, forms};
  std::vector<ConsentEvent> events;
  import.add(ConsentObject::sharing, events);
  import.add(ConsentObject::support, events);
  return events;
}

}  // namespace hub::domain
