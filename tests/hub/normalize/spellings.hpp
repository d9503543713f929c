// Tables of spellings: a line each, separated by tabs.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/places.hpp"

namespace hub::normalize {

using Spellings = std::vector<std::string>;

inline Spellings cells_of(const std::string& line) {
  Spellings cells;
  std::istringstream rest(line);
  for (std::string cell; std::getline(rest, cell, '\t');)
    cells.push_back(cell);
  return cells;
}

inline std::vector<Spellings> spellings(const std::string& name) {
  std::ifstream file(tests::in_source("/tests/hub/normalize/testdata/") + name);
  std::vector<Spellings> rows;
  for (std::string line; std::getline(file, line);)
    rows.push_back(cells_of(line));
  if (rows.empty()) throw std::runtime_error("no rows in " + name);
  return rows;
}

}  // namespace hub::normalize
