// A layout with the hub's data in it: what every way of printing starts from.
#pragma once

#include <string>
#include <vector>

#include "hub/cli/answer.hpp"
#include "hub/profile/sheet.hpp"

namespace hub::cli {

struct FilledEntry {
  std::string label;
  std::string value;  ///< empty: room to write
  int lines = 1;
  bool ours = false;
};

struct FilledRow {
  std::vector<std::string> cells;
  bool unsafe = false;  ///< a contact that must not be used
};

struct FilledSection {
  std::string title;
  std::string text;
  std::vector<FilledEntry> entries;
  std::vector<FilledEntry> columns;  ///< labels alone
  std::vector<FilledRow> rows;
  bool signature = false;
};

struct FilledSheet {
  std::string title;
  std::string note;  ///< which form and version, who printed it and when
  std::vector<FilledSection> sections;
  bool has_ours = false;
};

/// Codes in Japanese words, days in both calendars. Names stay as they are, character by character.
FilledSheet fill(const profile::SheetLayout& layout, const Answer& data);

inline constexpr std::string_view unsafe_mark = "【連絡不可】";

}  // namespace hub::cli
