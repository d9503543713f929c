#include "tests/bench/population/text.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace bench::population {

std::vector<std::vector<std::string>> read_table(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  const char separator = path.ends_with(".csv") ? ',' : '\t';
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);  // the header
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) rows.push_back(split(line, separator));
  }
  if (rows.empty()) throw std::runtime_error("nothing in " + path);
  return rows;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string padded(std::uint64_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string made;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t found = std::min(text.find(from, at), text.size());
    made.append(text.substr(at, found - at));
    if (found == text.size()) break;
    made.append(to);
    at = found + from.size();
  }
  return made;
}

std::string full_width_digits(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      made += c;
      continue;
    }
    made += "\xEF\xBC";
    made += static_cast<char>(0x90 + (c - '0'));
  }
  return made;
}

}  // namespace bench::population
