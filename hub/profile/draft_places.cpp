#include "hub/profile/draft.hpp"

#include <fstream>

namespace hub::profile {
namespace {

/// pref,city,city_kana,lgcode6,…: no cell of it is quoted.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto end = std::min(line.find(',', begin), line.size());
    out.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::vector<DraftPlace> find_places(const std::filesystem::path& table, std::string_view wanted) {
  std::vector<DraftPlace> out;
  std::ifstream in(table);
  for (std::string line; std::getline(in, line);) {
    const auto cells = cells_of(line);
    if (cells.size() < 4) continue;
    if (cells[1] == wanted || cells[3] == wanted || cells[0] + cells[1] == wanted)
      out.push_back({cells[3], cells[1], cells[2], cells[0]});
  }
  return out;
}

}  // namespace hub::profile
