// config/sheets/*.yaml: the paper forms (帳票) as data with versions, which a municipality may
// change: a layout says which field of the hub stands under which label, and which are left to be
// written by hand. It holds no HTML: what is printed is escaped by the one place that prints
// (hub/cli), so no layout can forget to. That is also why no template engine is used: each takes
// markup from its template as it is.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {

enum class FieldKind { text, word, time, day };

/// What the hub can fill in: a member of a line of `sheet.data`.
struct SheetField {
  std::string_view name;   ///< `plan.due`: kind of the line, then the member
  std::string_view means;  ///< Japanese
  FieldKind kind = FieldKind::text;
};
std::span<const SheetField> sheet_fields() noexcept;
/// Null for an unknown name.
const SheetField* find_sheet_field(std::string_view name) noexcept;

struct SheetEntry {
  std::string label;
  Ref field;          ///< `person.name`, in a table `value`; empty: written by hand
  int lines = 1;      ///< room for writing
  bool ours = false;  ///< no published form shows it
};

struct SheetSection {
  std::string title;
  std::string text;                 ///< printed as it is
  std::vector<SheetEntry> entries;  ///< label and value, one below the other
  Ref table;                        ///< `role`: a row for each line of that kind
  std::vector<SheetEntry> columns;  ///< of the table
  int blank_rows = 0;               ///< after its rows, to write on
  bool signature = false;           ///< day, name and seal
  Place at;
};

struct SheetLayout {
  std::string code;
  std::string title;
  std::string version;
  std::string follows;  ///< which published form; empty: it is ours
  int text_limit = 0;   ///< characters of the plain text, for pasting; 0: as many as there are
  std::vector<SheetSection> sections;
};

/// The municipality's own file stands in the place of the shared one of that name. Sorted by code.
std::vector<SheetLayout> read_sheets(const std::filesystem::path& municipality,
                                     const std::filesystem::path& shared, Problems& problems);

}  // namespace hub::profile
