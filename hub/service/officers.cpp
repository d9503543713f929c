#include "hub/service/officers.hpp"

#include <algorithm>

namespace hub::service {

const profile::Officer* officer_of(const Book& book, std::string_view asker) {
  if (!asker.starts_with(officer_prefix)) return nullptr;
  const auto user = asker.substr(officer_prefix.size());
  const auto& all = book.settings.officers;
  const auto found =
      std::find_if(all.begin(), all.end(), [user](const auto& one) { return one.user == user; });
  return found == all.end() ? nullptr : &*found;
}

base::Result<const profile::Officer*> deciding_officer(const Book& book, std::string_view asker) {
  const auto* officer = officer_of(book, asker);
  if (officer != nullptr && officer->decides) return officer;
  return base::fail(base::Kind::forbidden,
                    "only an officer of hub.yaml with `decides` may take or review a decision");
}

}  // namespace hub::service
