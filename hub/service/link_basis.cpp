#include "hub/service/link_basis.hpp"

#include "hub/crypto/sha256.hpp"
#include "hub/domain/record_kind.hpp"
#include "hub/linkage/model_text.hpp"
#include "hub/service/link.hpp"
#include "hub/service/person_tokens.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/relink.hpp"
#include "hub/store/record_facts.hpp"
#include "hub/store/settings.hpp"

namespace hub::service {
namespace {

using base::Result;

constexpr std::string_view made_by = "links_made_by";

std::string in_one(const LinkBasis& basis) {
  return basis.thresholds + "\n" + basis.rules + "\n" + basis.model;
}

LinkBasis taken_apart(const std::string& text) {
  const auto first = text.find('\n');
  const auto second = text.find('\n', first + 1);
  if (first == text.npos || second == text.npos) return {};
  return {text.substr(0, first), text.substr(first + 1, second - first - 1),
          text.substr(second + 1)};
}

struct Held {
  std::optional<std::string> basis;
  bool any_records = false;
};

Result<Held> held(Context& context) {
  return context.db.read([](store::Reader& reader) -> Result<Held> {
    const auto person = number_of(domain::RecordKind::person);
    return Held{store::read_setting(reader, made_by),
                !store::rows_with_facts(reader, {}, 1).empty() ||
                    !store::rows_without_facts(reader, person).empty()};
  });
}

/// A new installation begins with what it is linked by.
Result<std::vector<std::string>> first_look(Context& context, const LinkBasis& now,
                                            bool any_records) {
  if (any_records) return std::vector<std::string>{"never"};
  const auto kept = context.db.write([&](store::Transaction& tx) -> Result<> {
    keep_basis(tx, now);
    return {};
  });
  if (!kept) return kept.error();
  return std::vector<std::string>();
}

}  // namespace

LinkBasis basis_of(const Weights& weights, const normalize::Tables& tables) {
  const auto& chosen = weights.settings;
  LinkBasis basis;
  for (const auto number : {std::int64_t{chosen.same}, std::int64_t{chosen.perhaps},
                            static_cast<std::int64_t>(chosen.most_in_block),
                            static_cast<std::int64_t>(chosen.most_in_person)})
    basis.thresholds += std::to_string(number) + " ";
  basis.rules = std::string(by_rule) + " " + tables.version + " " + std::string(token_rules);
  const auto digest = crypto::sha256(crypto::bytes_of(linkage::format_model(weights.model)));
  basis.model = crypto::to_hex(digest);
  return basis;
}

void keep_basis(store::Transaction& tx, const LinkBasis& basis) {
  store::note_setting(tx, made_by, in_one(basis));
}

Result<std::vector<std::string>> why_link_anew(Context& context) {
  const auto weights = load_weights(context);
  if (!weights) return weights.error();
  const auto now = basis_of(**weights, context.tables);
  const auto before = held(context);
  if (!before) return before.error();
  if (!before->basis) return first_look(context, now, before->any_records);
  std::vector<std::string> why;
  const auto then = taken_apart(*before->basis);
  if (then.thresholds != now.thresholds) why.emplace_back("thresholds");
  if (then.rules != now.rules) why.emplace_back("rules");
  if (then.model != now.model) why.emplace_back("model");
  return why;
}

}  // namespace hub::service
