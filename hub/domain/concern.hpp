// The common concern codes, `juso-concern` (DOMAIN 5.4): the vocabulary of the case schema and of
// household patterns. Which class of a source is which code is data (config/data/concern_map.tsv);
// the adapters read it and keep the source's own code and word beside ours.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "hub/domain/item.hpp"

namespace hub::domain {

enum class Concern : std::uint8_t {
  health,        ///< 病気・健康
  mental,        ///< こころ・自死念慮
  addiction,     ///< 依存
  disability,    ///< 障害
  dementia,      ///< 認知症
  care,          ///< 介護が必要
  caregiver,     ///< 介護者の負担・ヤングケアラー
  childrearing,  ///< 子育て
  pregnancy,     ///< 妊娠・出産
  abuse,         ///< 虐待
  poverty,       ///< 生活費
  arrears,       ///< 滞納
  debt,          ///< 債務
  food,          ///< 食べ物がない
  housing,       ///< 住まい
  employment,    ///< 就労
  withdrawal,    ///< ひきこもり
  school,        ///< 不登校・学校
  family,        ///< 家族関係
  isolation,     ///< 孤立・地域関係
  rights,        ///< 権利擁護・成年後見・金銭管理
  justice,       ///< 触法・刑余
  language,      ///< 外国籍・言語
  mobility,      ///< 移動
  other,         ///< その他
};

struct ConcernEntry {
  std::string_view code;
  Item item;  ///< 個人情報保護法2条3項: what the bare code already tells of a person
};

inline constexpr std::array<ConcernEntry, 25> concern_entries{{
    {"HEALTH", Item::special_care},
    {"MENTAL", Item::special_care},
    {"ADDICTION", Item::special_care},
    {"DISABILITY", Item::special_care},
    {"DEMENTIA", Item::special_care},
    {"CARE", Item::special_care},
    {"CAREGIVER", Item::statement},
    {"CHILDREARING", Item::statement},
    {"PREGNANCY", Item::special_care},
    {"ABUSE", Item::special_care},
    {"POVERTY", Item::income},
    {"ARREARS", Item::income},
    {"DEBT", Item::income},
    {"FOOD", Item::statement},
    {"HOUSING", Item::statement},
    {"EMPLOYMENT", Item::statement},
    {"WITHDRAWAL", Item::statement},
    {"SCHOOL", Item::statement},
    {"FAMILY", Item::family},
    {"ISOLATION", Item::statement},
    {"RIGHTS", Item::statement},
    {"JUSTICE", Item::special_care},
    {"LANGUAGE", Item::statement},
    {"MOBILITY", Item::statement},
    {"OTHER", Item::statement},
}};

constexpr std::string_view name_of(Concern concern) noexcept {
  return concern_entries[static_cast<std::size_t>(concern)].code;
}
constexpr Item item_of(Concern concern) noexcept {
  return concern_entries[static_cast<std::size_t>(concern)].item;
}
/// An unknown word is Concern::other: never dropped.
constexpr Concern concern_from(std::string_view code) noexcept {
  for (std::size_t at = 0; at < concern_entries.size(); ++at) {
    if (concern_entries[at].code == code) return static_cast<Concern>(at);
  }
  return Concern::other;
}

}  // namespace hub::domain
