#include "hub/service/refresh_facts.hpp"

#include <algorithm>

#include "hub/domain/record_kind.hpp"
#include "hub/service/blocks.hpp"
#include "hub/service/home_keys.hpp"
#include "hub/service/linkage_facts.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/person_tokens.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/received.hpp"
#include "hub/service/search_tokens.hpp"
#include "hub/store/record_facts.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using crypto::Token;
using store::StoredRecord;

/// What add_match_tokens and add_home_keys make of a person record, or made once.
bool is_derived(Token token) {
  constexpr MatchKind kinds[] = {MatchKind::number,   MatchKind::house,  MatchKind::room,
                                 MatchKind::kana_day, MatchKind::search, MatchKind{6},
                                 MatchKind{7}};
  return std::any_of(std::begin(kinds), std::end(kinds),
                     [token](MatchKind kind) { return is_kind(kind, token); });
}

struct Making {
  std::uint32_t rules = 0;
  std::uint32_t recorded = 0;  ///< day since 1970-01-01
};
/// Of the facts that stand; nothing where there are none.
std::optional<Making> making_of(store::Reader& reader, store::RecordRow row) {
  const auto opened = store::facts_of(reader, row);
  if (!opened) return std::nullopt;
  NumberSystems systems;
  const TakenFacts taken(*opened, 0, false, systems);
  return Making{taken.rules(), taken.get().recorded};
}

class Refreshing {
 public:
  Refreshing(store::Transaction& tx, const Context& context)
      : tx_(tx),
        context_(context),
        rules_(rules_of(context.tables)),
        lgcode5_(context.book()->profile.municipality.code.substr(0, 5)) {}

  void refresh(store::RecordRow row) {
    const auto made = making_of(tx_, row);
    if (made && made->rules == rules_) return;
    const auto stored = store::read_record(tx_, row);
    const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
    if (!record || stored->removed || record->kind() != domain::RecordKind::person) return;
    const auto day = made ? made->recorded : day_number(stored->changed_at);
    const crypto::Opened facts(make_facts({context_.tables, lgcode5_, day}, *record));
    store::put_facts(tx_, row, stored->id, seal_facts(tx_.keys(), stored->id, facts));
    put_tokens(*stored, *record, facts);
  }

 private:
  /// Which blocks it is in follows from its facts, and is renewed by who links.
  void put_tokens(const StoredRecord& stored, const codec::Record& record,
                  const crypto::Opened& facts) {
    const auto before = store::tokens_of(tx_, stored.row);
    std::vector<Token> tokens;
    std::copy_if(before.begin(), before.end(), std::back_inserter(tokens),
                 [](Token token) { return !is_derived(token); });
    const auto source = store::name_of_source(tx_, stored.source);
    add_match_tokens({tx_.keys(), source, lgcode5_}, record, tokens);
    const auto rows = packed_rows(facts, context_.weights()->model);
    add_home_keys(tx_.keys(), linkage::residence_in(rows.front()), tokens);
    add_search_tokens(tx_.keys(), facts, tokens);
    std::sort(tokens.begin(), tokens.end());
    if (tokens != before) store::replace_tokens(tx_, stored.row, tokens);
  }

  store::Transaction& tx_;
  const Context& context_;
  std::uint32_t rules_;
  std::string lgcode5_;
};

}  // namespace

std::optional<std::uint32_t> day_of_old_facts(store::Reader& reader, const Context& context,
                                              store::RecordRow row) {
  const auto made = making_of(reader, row);
  if (!made || made->rules == rules_of(context.tables)) return std::nullopt;
  return made->recorded;
}

std::optional<std::vector<Token>> renew_keys(store::Transaction& tx, const Context& context,
                                             store::RecordRow row,
                                             const store::IncomingRecord& now) {
  if (now.facts.empty() || !day_of_old_facts(tx, context, row)) return std::nullopt;
  auto before = store::tokens_of(tx, row);
  store::put_facts(tx, row, now.id, now.facts);
  store::replace_tokens(tx, row, now.tokens);
  return before;
}

void refresh_facts(store::Transaction& tx, const Context& context,
                   const std::vector<store::RecordRow>& records) {
  Refreshing refreshing(tx, context);
  for (const auto row : records)
    refreshing.refresh(row);
}

}  // namespace hub::service
