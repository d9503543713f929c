#include "hub/service/disclosure_log.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "hub/service/told_person.hpp"

namespace hub::service {
namespace {

audit::Decision logged(domain::Decision decision) {
  switch (decision) {
    case domain::Decision::allow:
      return audit::Decision::allow;
    case domain::Decision::mask:
      return audit::Decision::mask;
    case domain::Decision::deny:
      return audit::Decision::deny;
  }
  return audit::Decision::deny;
}

audit::Entry entry_about(const domain::Disclosure& disclosure, const Telling& telling) {
  const auto& verdict = disclosure.verdict();
  audit::Entry entry;
  entry.actor = telling.actor;
  entry.action = telling.action;
  entry.objects = telling.objects;
  entry.rule = domain::name_of(verdict.reason);
  entry.persons = {disclosure.person()};
  entry.recipient = disclosure.recipient();
  entry.decision = logged(verdict.decision);
  entry.basis = disclosure.legal_basis();
  entry.purpose = disclosure.purpose();
  if (!disclosure.officer().empty()) entry.objects.push_back(disclosure.officer());
  return entry;
}

/// Who holds a copy, and of what, is read from the log alone (holders.hpp). Nobody has to give back
/// what is public.
void add_labels(const Answered& answered, std::vector<std::string>& fields) {
  if (!answered.disclosure.allowed() || answered.fields.empty() || answered.labels.empty()) return;
  answered.labels.each([&](domain::Item item) {
    if (item == domain::Item::public_) return;
    const auto tells = [item](const std::string& field) { return item_of_field(field) == item; };
    if (std::none_of(fields.begin(), fields.end(), tells))
      fields.emplace_back(domain::name_of(item));
  });
}

}  // namespace

void log_answers(store::Transaction& tx, const std::vector<Answered>& answers,
                 const Telling& telling) {
  using Of = std::tuple<base::PersonId, domain::Decision, domain::Reason, std::string_view,
                        std::string_view>;
  std::map<Of, audit::Entry> rows;
  for (const auto& answered : answers) {
    const auto& disclosure = answered.disclosure;
    const auto& verdict = disclosure.verdict();
    const Of key(disclosure.person(), verdict.decision, verdict.reason, disclosure.legal_basis(),
                 disclosure.officer());
    const auto [at, fresh] = rows.try_emplace(key);
    auto& entry = at->second;
    if (fresh) entry = entry_about(disclosure, telling);
    entry.fields.insert(entry.fields.end(), answered.fields.begin(), answered.fields.end());
    add_labels(answered, entry.fields);
  }
  for (auto& [of, entry] : rows) {
    // Who the person is was asked even where no field of theirs was.
    if (entry.fields.empty()) entry.fields.emplace_back(domain::name_of(domain::Item::identity));
    tx.audit(entry);
  }
}

}  // namespace hub::service
