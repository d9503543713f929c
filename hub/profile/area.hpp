// areas.yaml: which towns (町字) make an area, and which desks and coordinator answer for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/profile/period.hpp"

namespace hub::profile {

/// Where a line of a profile comes from.
enum class Origin {
  plan,       ///< the plan says it
  assumption  ///< ours, to be confirmed by the municipality
};

struct Town {
  std::string name;  ///< as the town master writes it (町字, 丁目 in kanji)
  Origin origin = Origin::assumption;
  std::string note;
  Period period;
  Place at;
};

struct Area {
  std::string code;
  std::string name;
  bool whole = false;  ///< 市内全域; has no list of towns
  std::string layer;   ///< areas of one layer don't share a town: 日常生活圏域, 地区 …
  std::vector<Town> towns;
  std::string note;
  Period period;
  Place at;
};

/// A consultation of this field goes to one of these desks, as their own areas say.
struct Route {
  Ref field;
  std::vector<Ref> desks;
  std::string note;
  Period period;
  Place at;
};

/// Who plays 多機関協働 (第5号). Several at one time share the function (茅ヶ崎市, 小林市, 大田市).
struct Coordinator {
  std::string code;
  Ref desk;
  std::string share;  ///< which part, where two share: 市, 社協 …
  std::string note;
  Period period;
  Place at;
};

/// 相談支援包括化推進員, 地域福祉コーディネーター, 担当職員: persons appointed to a role; the
/// profile counts them by home, it doesn't name them.
struct Appointment {
  std::string code;
  std::string title;
  Ref home;  ///< section, operator, agency or desk
  int count = 1;
  int bases = 0;  ///< places they work from, where the plan counts them
  std::string note;
  std::string plan;
  Period period;
  Place at;
};

struct Areas {
  std::vector<Area> areas;
  std::vector<Route> routes;
  std::vector<Coordinator> coordinators;
  std::vector<Appointment> appointments;
};

std::span<const Word<Origin>> words_of(WordsFor<Origin>);
void read(const Node& node, Problems& problems, Areas& out);

}  // namespace hub::profile
