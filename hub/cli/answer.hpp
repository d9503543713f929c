// The daemon's answer lines as tables: what a command shows is a constant list of sections and
// columns. With --json the lines go out as they came.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/cli/console.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::cli {

enum class Cell {
  text,
  word,      ///< a code of ours, in the operator's language
  time,      ///< an instant, shown in Japan's time
  sentence,  ///< one that the hub says, in the operator's language (wording.hpp)
};

struct Column {
  std::string_view key;
  Text title;
  Cell cell = Cell::text;
};

/// The lines of one `kind`. Of an optional one nothing is shown where there is none.
struct Section {
  std::string_view kind;
  Text title;
  std::span<const Column> columns;
  bool optional = false;
};

class Answer {
 public:
  void add(std::string_view line);
  [[nodiscard]] bool empty() const noexcept { return lines_.empty(); }
  /// Objects of one kind, in order; borrowed from this.
  [[nodiscard]] std::vector<tsunagu::json::View> of(std::string_view kind) const;

 private:
  std::vector<tsunagu::json::Document> lines_;
};

std::string cell_of(const Console& console, const Column& column, tsunagu::json::View line);
void print_answer(Console& console, const Answer& answer, std::span<const Section> sections);

/// 2026-04-10T00:00:00.000Z as `2026-04-10 09:00`; what is no such instant stays as it is.
std::string in_japan(std::string_view instant);
/// A state, reason or other word of the hub; unknown ones, and all in English, stay as they are.
std::string_view word_for(Language language, std::string_view code);

}  // namespace hub::cli
