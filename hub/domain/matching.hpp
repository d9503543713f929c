// 参加支援のマッチング (社会福祉法106条の4第2項2号) as a municipality declares it: what a resource
// may ask of a person, and by what a resource suits one. What is said of a person and of a resource
// is asked about in one vocabulary, so that conditions may speak of both.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/ids.hpp"
#include "hub/domain/predicate.hpp"

namespace hub::domain {

/// Of a source's record the record's own; of one that staff registered, its own.
using ResourceId = base::Id<struct ResourceTag>;

enum class MatchField : std::uint8_t {
  // of the person
  age,
  sex,
  certificate,  ///< 手帳; a doctor's statement of equal need; 難病 (R-75)
  concern,      ///< juso-concern
  group,        ///< 対象 that a plan names (R-76): newcomers, elderly men …
  plan,         ///< a plan was decided (R-74)
  introduction,
  visits,  ///< times a month that the person would come
  town,
  area,
  day,  ///< weekdays on which the person can come
  needs_transport,
  // of the resource, and of both
  kind,
  serves,  ///< the need that is looked for
  places,
  shared_days,  ///< how many
  distance,
  transport,
  participation,  ///< 参加支援協力
  fee,
};
inline constexpr std::size_t match_field_count = 20;
extern const std::array<FieldWord, match_field_count> match_fields;
std::string_view name_of(MatchField field) noexcept;

/// 空き: said without telling who is there. The order is that of likelihood.
enum class Places : std::uint8_t { open, few, ask, none };
inline constexpr std::array<std::string_view, 4> places_names{"open", "few", "ask", "none"};
constexpr std::string_view name_of(Places places) noexcept {
  return places_names[static_cast<std::size_t>(places)];
}

/// By towns; the nearest base of an area is near.
enum class Distance : std::uint8_t { same_town, same_area, same_city, elsewhere };
inline constexpr std::array<std::string_view, 4> distance_names{"same_town", "same_area",
                                                                "same_city", "elsewhere"};

/// What the score is made of.
enum class Part : std::uint8_t { need, wish, pace, distance, places };
inline constexpr std::array<std::string_view, 5> part_names{"need", "wish", "pace", "distance",
                                                            "places"};

/// What every resource must fulfil for whoever is looked for.
struct MatchCondition {
  std::string code;
  std::string title;  ///< for officers
  Predicate when;
};

/// Kinds of resources that serve a concern, and the fields (介護, 生活困窮 …) whose own do.
struct Serving {
  std::string concern;
  std::vector<std::string> kinds;
  std::vector<std::string> fields;
};

/// On how many open days after a step both sides are asked how it goes.
struct FollowUp {
  int proposed = 10;
  int visited = 5;
  int trial = 5;
  int joined = 20;
};

struct MatchingRules {
  std::array<int, part_names.size()> weights{};  ///< 100 in all
  int stale_after_days = 0;                      ///< since somebody last confirmed a resource
  FollowUp follow_up;
  std::vector<Serving> serves;
  std::vector<MatchCondition> conditions;
  std::string text;  ///< of the file: what an offer keeps of the rules that it was made by
};

}  // namespace hub::domain
