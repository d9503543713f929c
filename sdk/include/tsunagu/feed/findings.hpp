// What is wrong or odd about one row while it is mapped. A row is either rejected as a whole, with
// its first reason, or taken with warnings that also go into its records.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "tsunagu/feed/problem.hpp"
#include "tsunagu/text/date.hpp"

namespace tsunagu::feed {

class Findings {
 public:
  explicit Findings(std::uint64_t number) : number_(number) {}

  /// The line of the file on which the row begins.
  [[nodiscard]] std::uint64_t number() const noexcept { return number_; }

  void warn_at(const Place& place, std::string_view code, std::string_view reason) {
    warnings_.push_back(at(place, code, reason));
  }
  void reject_at(const Place& place, std::string_view code, std::string_view reason) {
    if (!rejection_) rejection_ = at(place, code, reason);
  }

  /// Nothing for an empty text; an impossible date rejects the row.
  std::optional<text::Date> date_at(const Place& place, std::string_view written,
                                    const text::DateRules& rules = {}) {
    if (written.empty()) return std::nullopt;
    auto date = text::parse_date(written, rules);
    if (!date) {
      reject_at(place, date.problem().code, date.problem().text);
      return std::nullopt;
    }
    for (const text::DateNote note : date->notes) {
      if (told_by_date(note)) continue;
      warn_at(place, text::code_of(note), text::text_of(note));
    }
    return std::move(date).value();
  }

  [[nodiscard]] const std::optional<Problem>& rejection() const noexcept { return rejection_; }
  /// Those since the last call: they go into the record that is made now.
  std::vector<Problem> take_warnings() { return std::exchange(warnings_, {}); }

 private:
  /// What the record's own precision and artificial flag say already.
  static bool told_by_date(text::DateNote note) {
    return note == text::DateNote::unknown_day || note == text::DateNote::unknown_month ||
           note == text::DateNote::artificial_day;
  }

  std::uint64_t number_;
  std::optional<Problem> rejection_;
  std::vector<Problem> warnings_;
};

}  // namespace tsunagu::feed
