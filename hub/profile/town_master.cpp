#include "hub/profile/town_master.hpp"

#include <algorithm>
#include <fstream>

#include "hub/profile/nearest.hpp"

namespace hub::profile {
namespace {

constexpr std::size_t code_digits = 5;  // the table has the code without its check digit

bool names(const Area& area, std::string_view town) {
  return std::any_of(area.towns.begin(), area.towns.end(),
                     [town](const Town& one) { return one.name == town; });
}

void check_town(const Town& town, std::span<const std::string_view> known, Problems& problems) {
  if (std::find(known.begin(), known.end(), town.name) != known.end()) return;
  problems.add(town.at, "unknown_town",
               {"「" + town.name + "」という町字は町字の表にありません。",
                "the town master has no town \"" + town.name + "\""},
               nearest(town.name, known));
}

}  // namespace

std::vector<std::string> read_towns(const std::filesystem::path& table, std::string_view code) {
  std::vector<std::string> out;
  std::ifstream in(table);
  const std::string wanted = std::string(code.substr(0, code_digits)) + ',';
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(wanted)) out.push_back(line.substr(wanted.size()));
  return out;
}

void check_towns(const Profile& profile, const std::vector<std::string>& towns,
                 Problems& problems) {
  if (towns.empty()) return;
  const std::vector<std::string_view> known(towns.begin(), towns.end());
  for (const Area& area : profile.areas)
    for (const Town& town : area.towns)
      check_town(town, known, problems);
}

std::vector<std::string> unassigned_towns(const Profile& profile, std::string_view layer,
                                          const std::vector<std::string>& towns) {
  std::vector<std::string> out;
  for (const std::string& town : towns) {
    const bool named =
        std::any_of(profile.areas.begin(), profile.areas.end(),
                    [&](const Area& area) { return area.layer == layer && names(area, town); });
    if (!named) out.push_back(town);
  }
  return out;
}

}  // namespace hub::profile
