#include "hub/service/take_case_up.hpp"

#include <algorithm>

#include "hub/service/case_course.hpp"
#include "hub/service/case_party.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::string_view reasons[] = {"state_changed", "roles", "contact_again", "other"};

}  // namespace

Result<> take_case_up(Context& context, const base::CaseId& about, const std::string& reason,
                      const std::string& asker, const Unchanged& unchanged) {
  const auto book = context.book();
  if (std::find(std::begin(reasons), std::end(reasons), reason) == std::end(reasons))
    return fail(Kind::invalid, "/reason: is state_changed, roles, contact_again or other");
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto found = store::find_case(tx, about);
    if (!found) return fail(Kind::not_found, "no case " + about.text() + "; see `case list`");
    const auto may = officer_of_case(tx, *book, found->row, asker, tx.now());
    if (!may) return may.error();
    if (auto same = check(unchanged, tx); !same) return same.error();
    if (!reopen_case(tx, found->row, asker)) return fail(Kind::conflict, "the case is open");
    auto entry = entry_of_case(tx, asker, "case.taken_up", "case/" + about.text(), found->row);
    entry.rule = reason;
    tx.audit(entry);
    return {};
  });
}

}  // namespace hub::service
