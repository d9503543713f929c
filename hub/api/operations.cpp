#include "hub/api/operations.hpp"

#include <vector>

#include "hub/api/operation_rows.hpp"

namespace hub::api {

std::array<Topic, 6> topics() {
  return {{{"ケース、プラン、つなぎ", case_operations()},
           {"本人、同意、世帯", person_operations()},
           {"会議", meeting_operations()},
           {"社会資源と参加支援", community_operations()},
           {"職員の判断、集計、運用", office_operations()},
           {"相手のシステム", system_operations()}}};
}

std::span<const Operation> operations() {
  static const std::vector<Operation> all = [] {
    std::vector<Operation> rows;
    for (const auto& topic : topics())
      rows.insert(rows.end(), topic.rows.begin(), topic.rows.end());
    return rows;
  }();
  return all;
}

std::string_view name_of(Relation relation) noexcept {
  constexpr std::string_view names[] = {"none",   "own_case",   "own_person", "own_desk",
                                        "member", "city_staff", "decides"};
  return names[static_cast<std::size_t>(relation)];
}

}  // namespace hub::api
