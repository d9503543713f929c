#include "hub/profile/matching.hpp"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <set>
#include <sstream>

#include "hub/profile/predicate.hpp"
#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {

using domain::MatchCondition;
using domain::MatchingRules;

namespace {

struct WrittenCondition {
  Ref code;
  MatchCondition condition;
};
struct Weights {
  std::array<int, domain::part_names.size()> of{};
  Place at;
};
struct File {
  Weights weights;
  MatchingRules rules;
  std::vector<WrittenCondition> conditions;
};

}  // namespace

static void read(const Node& node, Problems& problems, Weights& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("need", out.of[0]), need("wish", out.of[1]), need("pace", out.of[2]),
            need("distance", out.of[3]), need("places", out.of[4])});
}
static void read(const Node& node, Problems& problems, domain::FollowUp& out) {
  read_map(node, problems,
           {need("proposed", out.proposed), need("visited", out.visited), need("trial", out.trial),
            need("joined", out.joined)});
}
static void read(const Node& node, Problems& problems, domain::Serving& out) {
  read_map(node, problems,
           {need("concern", out.concern), need("kinds", out.kinds), may("fields", out.fields)});
}
static void read(const Node& node, Problems& problems, WrittenCondition& out) {
  Node when;
  read_map(node, problems,
           {need("code", out.code), need("title", out.condition.title), need("when", when)});
  out.condition.code = out.code.code;
  out.condition.when = read_predicate(when, domain::match_fields, problems);
}
static void read(const Node& node, Problems& problems, File& out) {
  read_map(node, problems,
           {need("weights", out.weights), need("stale_after_days", out.rules.stale_after_days),
            need("follow_up", out.rules.follow_up), need("serves", out.rules.serves),
            need("conditions", out.conditions)});
}

namespace {

constexpr int most_days = 3660;

void check_weights(const File& file, Problems& problems) {
  const auto& of = file.weights.of;
  const bool negative = *std::min_element(of.begin(), of.end()) < 0;
  if (negative || std::accumulate(of.begin(), of.end(), 0) != 100)
    problems.add(file.weights.at, "weights_not_100",
                 {"重みは0以上で、合計を100にしてください。", "weights are 0 or more, 100 in all"});
}

void check_days(const File& file, Problems& problems) {
  const auto& rules = file.rules;
  const auto& follow = rules.follow_up;
  for (const int days :
       {rules.stale_after_days, follow.proposed, follow.visited, follow.trial, follow.joined}) {
    if (days >= 1 && days <= most_days) continue;
    problems.add(file.weights.at, "bad_days",
                 {"日数は1から3660までにしてください。", "days are 1 to 3660"});
    return;
  }
}

void take_conditions(File& file, Problems& problems) {
  std::set<std::string> codes;
  for (auto& written : file.conditions) {
    if (!codes.insert(written.code.code).second)
      problems.add(written.code.at, "declared_twice",
                   {"「" + written.code.code + "」が2度書かれています。一方を消してください。",
                    "\"" + written.code.code + "\" stands here twice; remove one"});
    file.rules.conditions.push_back(std::move(written.condition));
  }
}

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

}  // namespace

std::shared_ptr<const MatchingRules> read_matching(const std::filesystem::path& municipality,
                                                   const std::filesystem::path& shared,
                                                   Problems& problems) {
  const std::string name = "matching.yaml";
  std::error_code failed;
  const bool own = std::filesystem::exists(municipality / name, failed);
  const auto path = (own ? municipality : shared) / name;
  if (!own && !std::filesystem::exists(path, failed)) return nullptr;
  auto file = load_as<File>(path, problems, own ? std::string() : name);
  check_weights(file, problems);
  check_days(file, problems);
  take_conditions(file, problems);
  file.rules.weights = file.weights.of;
  file.rules.text = text_of(path);
  return std::make_shared<const MatchingRules>(std::move(file.rules));
}

}  // namespace hub::profile
