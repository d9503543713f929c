// Holds a parsed document against a Shape and collects all that is wrong.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/json/document.hpp"
#include "tsunagu/json/shape.hpp"

namespace tsunagu::json {

/// "/names/0/fullName" and "wanted a string of at most 200 characters". Holds no value of the
/// input, and a member's name only where it looks like one.
struct Problem {
  std::string pointer;
  std::string text;

  [[nodiscard]] std::string line() const {
    return (pointer.empty() ? "the document" : pointer) + ": " + text;
  }
};

/// What becomes of a member that the shape does not know.
enum class Unknown {
  refuse,  ///< an error (configuration, webhooks)
  warn,    ///< a warning (records: an adapter may be newer than the hub)
};

inline constexpr std::size_t most_problems = 100;

class Problems {
 public:
  [[nodiscard]] const std::vector<Problem>& errors() const& noexcept { return errors_; }
  [[nodiscard]] const std::vector<Problem>& warnings() const& noexcept { return warnings_; }
  const std::vector<Problem>& errors() const&& = delete;
  const std::vector<Problem>& warnings() const&& = delete;
  [[nodiscard]] bool ok() const noexcept { return errors_.empty(); }

  /// Beyond most_problems nothing more is kept.
  void error(std::string pointer, std::string text) {
    if (errors_.size() < most_problems) errors_.push_back({std::move(pointer), std::move(text)});
  }
  void warning(std::string pointer, std::string text) {
    if (warnings_.size() < most_problems) {
      warnings_.push_back({std::move(pointer), std::move(text)});
    }
  }
  /// All errors in one text, one a line.
  [[nodiscard]] std::string text() const;

 private:
  std::vector<Problem> errors_;
  std::vector<Problem> warnings_;
};

/// Any thread.
Problems check(View document, const Shape& shape, Unknown unknown);

/// The candidate closest to `name` (at most two slips), or empty.
std::string_view closest(std::string_view name, std::span<const std::string_view> candidates);

/// Whether `text` is a day of the calendar as YYYY-MM-DD.
bool is_day(std::string_view text) noexcept;
/// Whether `text` is HH:MM.
bool is_time(std::string_view text) noexcept;
/// Whether `text` is an RFC 3339 instant with an offset.
bool is_instant(std::string_view text) noexcept;

}  // namespace tsunagu::json
