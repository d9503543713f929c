#include "hub/service/take_up.hpp"

#include <algorithm>

#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/patterns.hpp"
#include "hub/service/view_patterns.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

struct Matter {
  store::Signal signal;
  store::Pattern pattern;
};

base::Failure no_open(const store::SignalId& id) {
  return fail(Kind::not_found, "no open signal of a pattern: " + id.text() + "; see `signal list`");
}

bool is_of(const store::Signal& signal, std::string_view code) {
  return store::shown_code(signal.code) == code;
}

/// Open, and seen by who asks.
Result<Matter> matter_of(store::Reader& reader, const Book& book, const store::SignalId& id,
                         const std::string& asker, base::UtcMillis at) {
  const auto signal = store::find_signal(reader, id);
  const auto pattern = signal ? store::read_pattern(reader, signal->row) : std::nullopt;
  if (!pattern || signal->decided_at || !may_see_pattern(reader, book, *pattern, {asker, {}, at}))
    return no_open(id);
  return Matter{*signal, *pattern};
}

Result<Matter> pattern_of(store::Reader& reader, const Book& book, const store::SignalId& id,
                          const std::string& asker, base::UtcMillis at) {
  auto matter = matter_of(reader, book, id, asker, at);
  if (matter && !matter->signal.code.starts_with(pattern_prefix)) return no_open(id);
  return matter;
}

/// A row for each who is named, so that each one's own page can tell it.
void note(store::Transaction& tx, const Matter& matter, audit::Entry entry) {
  bool any = false;
  for (const auto& member : matter.pattern.members) {
    const auto person = store::read_person(tx, member.person);
    if (!member.named || !person) continue;
    entry.persons = {person->id};
    tx.audit(entry);
    any = true;
  }
  if (!any) tx.audit(entry);
}

audit::Entry entry_about(const std::string& asker, std::string_view action, const Matter& matter,
                         std::string_view rule = {}) {
  return entry_of(asker, action, "signal/" + matter.signal.id.text(), rule);
}

std::string_view purpose_of(std::string_view choice) {
  return choice == propose_conference ? "case_conference" : referral_purpose;
}

/// The case is the household's: whoever it is about already stays, and nobody else is made so.
store::CaseRef case_of(store::Transaction& tx, const Matter& matter) {
  const auto open = store::open_cases_of(tx, matter.signal.household);
  if (!open.empty()) return {open.front(), store::read_case(tx, open.front())->id};
  const auto made = store::open_case(tx, matter.signal.household, "received", "{}");
  for (const auto& member : matter.pattern.members) {
    if (member.named) store::put_case_person(tx, made.row, member.person, true);
  }
  return made;
}

}  // namespace

Result<store::SignalId> take_up(Context& context, const store::SignalId& signal,
                                const std::string& choice, const std::string& asker) {
  if (choice != propose_consent && choice != propose_conference)
    return fail(Kind::invalid, "/choice: is ask_consent or convene_shien_kaigi");
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::SignalId> {
    const auto matter = pattern_of(tx, *book, signal, asker, tx.now());
    if (!matter) return matter.error();
    store::decide_signal(tx, matter->signal.row, "taken_up", asker);
    const auto code = store::stored_code(choice, matter->pattern);
    const auto made = store::put_pattern(tx, code, matter->signal.household, matter->pattern);
    auto entry = entry_about(asker, "signal.taken_up", *matter, choice);
    entry.objects.push_back("signal/" + made.text());
    entry.purpose = purpose_of(choice);
    note(tx, *matter, std::move(entry));
    return made;
  });
}

Result<> decline(Context& context, const store::SignalId& signal, const std::string& reason,
                 const std::string& asker) {
  const bool known = std::find(std::begin(decline_reasons), std::end(decline_reasons), reason) !=
                     std::end(decline_reasons);
  if (!known)
    return fail(Kind::invalid, "/reason: is supported_already, not_true, not_now or other");
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto matter = pattern_of(tx, *book, signal, asker, tx.now());
    if (!matter) return matter.error();
    store::decide_signal(tx, matter->signal.row, "declined", asker);
    store::set_pattern_reason(tx, matter->signal.row, reason);
    note(tx, *matter, entry_about(asker, "signal.declined", *matter, reason));
    return {};
  });
}

Result<store::CaseRef> case_for_proposal(store::Transaction& tx, const Book& book,
                                         const store::SignalId& signal, const std::string& asker) {
  const auto matter = matter_of(tx, book, signal, asker, tx.now());
  if (!matter || !is_of(matter->signal, propose_conference))
    return fail(Kind::not_found,
                "no open proposal to convene: " + signal.text() + "; see `signal list`");
  const auto about = case_of(tx, *matter);
  store::decide_signal(tx, matter->signal.row, "taken_up", asker);
  auto entry = entry_about(asker, "signal.convened", *matter);
  entry.objects.push_back("case/" + about.id.text());
  entry.purpose = purpose_of(propose_conference);
  note(tx, *matter, std::move(entry));
  return about;
}

Result<> may_decide(store::Reader& reader, const Book& book, const store::Signal& signal,
                    const std::string& asker, base::UtcMillis at) {
  const auto pattern = store::read_pattern(reader, signal.row);
  if (!pattern) return {};
  if (!may_see_pattern(reader, book, *pattern, {asker, {}, at})) return no_open(signal.id);
  if (!signal.code.starts_with(pattern_prefix)) return {};
  return fail(Kind::invalid, "/signal: is of a pattern; use `signal take-up` or `signal decline`");
}

}  // namespace hub::service
