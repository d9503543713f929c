#include "hub/service/enter_count.hpp"

#include "hub/domain/entered.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/monthly_table.hpp"
#include "hub/service/officers.hpp"
#include "hub/store/entered_counts.hpp"

namespace hub::service {

using base::fail;
using base::Kind;

base::Result<> enter_count(Context& context, const EnteredWish& wish, const std::string& asker) {
  constexpr std::int64_t most = 1'000'000'000'000;  // yen
  const auto book = context.book();
  if (municipal_officer(*book, asker) == nullptr)
    return fail(Kind::forbidden, "only the municipality's own officers enter its numbers");
  if (domain::find_entered(wish.name) == nullptr)
    return fail(Kind::invalid, "/figure: is none that is entered; see `count list`");
  if (!can_be_counted(wish.year))
    return fail(Kind::invalid, "/from: is no year that can be counted");
  if (wish.count < 0 || wish.count > most)
    return fail(Kind::invalid, "/count: is no number from 0 to 1,000,000,000,000");
  return context.db.write([&](store::Transaction& tx) -> base::Result<> {
    store::enter_count(tx, wish.year, wish.name, wish.count, asker);
    auto entry = entry_of(asker, "count.entered", "figure/" + wish.name);
    entry.rule = std::to_string(wish.year);
    tx.audit(entry);
    return {};
  });
}

}  // namespace hub::service
