#include "hub/service/linkage_facts.hpp"

#include "hub/linkage/hash.hpp"
#include "hub/service/person_tokens.hpp"
#include "hub/service/sealed_access.hpp"
#include "hub/store/record_facts.hpp"

namespace hub::service {

std::uint32_t rules_of(const normalize::Tables& tables) {
  return linkage::short_hash<std::uint32_t>(tables.version + std::string(token_rules));
}

std::string make_facts(const FactMakers& makers, const codec::Record& record) {
  return linkage::write_facts(
      {makers.tables, makers.lgcode5, makers.recorded, rules_of(makers.tables)},
      SealedAccess::root(record));
}

std::string seal_facts(const crypto::Keys& keys, const base::RecordId& id,
                       const crypto::Opened& facts) {
  return store::seal_facts(keys, id, facts.look_inside());
}

TakenFacts::TakenFacts(const crypto::Opened& opened, linkage::RecordId id, bool hidden,
                       NumberSystems& systems)
    : ReadFacts(opened.look_inside(), id, hidden, systems) {}

}  // namespace hub::service
