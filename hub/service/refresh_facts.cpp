#include "hub/service/refresh_facts.hpp"

#include "hub/service/linkage_facts.hpp"
#include "hub/service/received.hpp"
#include "hub/store/record_facts.hpp"

namespace hub::service {
namespace {

void refresh(store::Transaction& tx, const Context& context, store::RecordRow row,
             std::uint32_t recorded) {
  const auto stored = store::read_record(tx, row);
  const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
  if (!record) return;
  const auto book = context.book();
  const auto lgcode5 = book->profile.municipality.code.substr(0, 5);
  const crypto::Opened facts(make_facts({context.tables, lgcode5, recorded}, *record));
  store::put_facts(tx, row, stored->id, seal_facts(tx.keys(), stored->id, facts));
}

}  // namespace

void refresh_facts(store::Transaction& tx, const Context& context,
                   const std::vector<store::RecordRow>& records) {
  const auto rules = rules_of(context.tables);
  for (const auto row : records) {
    const auto opened = store::facts_of(tx, row);
    if (!opened) continue;
    NumberSystems systems;
    const TakenFacts taken(*opened, 0, false, systems);
    if (taken.rules() != rules) refresh(tx, context, row, taken.get().recorded);
  }
}

}  // namespace hub::service
