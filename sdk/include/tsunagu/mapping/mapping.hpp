// A mapping of a plain table as it is run: columns by number, words resolved to codes. What staff
// write is YAML; the hub checks it with line and suggestion (hub/profile/mapping.hpp) and hands
// this form to the adapter `table` as JSON (mapping/json.hpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tsunagu/condition.hpp"
#include "tsunagu/mapping/slots.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/encoding.hpp"

namespace tsunagu::mapping {

inline constexpr std::size_t most_columns = 256;

struct Column {
  std::string name;
  bool optional = false;                ///< the file may lack it
  bool number = false;                  ///< conditions ask for it by `ge` and ranges
  std::optional<record::Item> label{};  ///< whatever it fills is at least this
  std::optional<text::DateRules>
      dates{};  ///< how it writes dates, where that is not the table's way
};

/// A literal, or the cell of a column.
struct Part {
  static constexpr int none = -1;
  std::string literal{};
  int column = none;
};
/// `kayoi:{番号}`; one part for a column or a constant.
using Template = std::vector<Part>;

/// What fills one slot.
struct FieldRule {
  std::uint8_t slot = 0;
  Template value{};
  std::vector<std::pair<std::string, int>> codes{};  ///< the source's words, before the usual ones
  std::string system{};                              ///< of a number
};

/// One record for each part of a cell: `介護、お金`.
struct Each {
  int column = 0;
  std::string separator{};
};

struct RecordRule {
  Kind kind = Kind::person;
  Template key{};
  Template person{};
  Template consultation{};
  condition::Predicate when{};
  std::vector<int> needs{};  ///< no record where one of these cells is empty
  std::optional<Each> each{};
  std::vector<FieldRule> fields{};
  std::vector<int> keep{};  ///< columns that have no place of their own

  [[nodiscard]] const FieldRule* find(std::uint8_t slot) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [slot](const FieldRule& rule) { return rule.slot == slot; });
    return found == fields.end() ? nullptr : &*found;
  }
};

struct Mapping {
  std::vector<Column> columns{};
  text::EncodingSet encodings{text::Encoding::utf8, text::Encoding::cp932};
  char separator = ',';
  std::uint64_t header_line = 1;
  text::DateRules dates{};
  std::optional<condition::Predicate> skip{};     ///< rows that are no entries: 合計
  std::optional<condition::Predicate> removed{};  ///< rows that take their records back: 取消
  std::vector<RecordRule> records{};
};

}  // namespace tsunagu::mapping
