#include "hub/profile/problem.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "hub/base/limits.hpp"

namespace hub::profile {

void Problems::add(const Place& at, std::string_view code, Text text, std::string suggestion) {
  if (kept_.size() >= base::limits::config_problems) {
    ++dropped_;
    return;
  }
  kept_.push_back({at, std::string(code), std::move(text), std::move(suggestion)});
}

void Problems::sort() {
  std::stable_sort(kept_.begin(), kept_.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.at.file, a.at.line, a.at.column) <
           std::tie(b.at.file, b.at.line, b.at.column);
  });
}

std::string render(const Problem& problem, Language language) {
  std::string out = problem.at.file;
  if (problem.at.line > 0)
    out += ":" + std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column);
  const bool ja = language == Language::ja;
  out += ": " + (ja ? problem.text.ja : problem.text.en);
  if (problem.suggestion.empty()) return out;
  return out + (ja ? "(もしかして: " : " (did you mean: ") + problem.suggestion + (ja ? ")" : "?)");
}

}  // namespace hub::profile
