// What every record may carry beside its own fields: stricter labels, warnings, and columns that
// have no place of their own, so that nothing is lost in silence.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/field.hpp"

namespace tsunagu::record {

/// The gate's only vocabulary of labels, from `public` to `tax`.
enum class Item {
  public_,
  identity,
  contact,
  locating,
  family,
  statement,
  special_care,
  income,
  staff_note,
  third_party,
  youtai,
  informant,
  tax,
};
constexpr std::string_view text_of(Item value) {
  constexpr std::string_view names[] = {
      "public", "identity",   "contact",     "locating", "family",    "statement", "special_care",
      "income", "staff_note", "third_party", "youtai",   "informant", "tax"};
  return names[static_cast<std::size_t>(value)];
}

/// Makes the member at `pointer` stricter than its schema says; never less strict.
struct Label {
  Label(std::string pointer_in, Item item_in) : pointer(std::move(pointer_in)), item(item_in) {}
  std::string pointer;  ///< 項目の位置
  Item item;            ///< 項目の区分
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("pointer", pointer);
    visit("item", item);
  }
};

/// Something repaired or unreadable; `text` never holds a value.
struct Warning {
  explicit Warning(std::string code_in) : code(std::move(code_in)) {}
  std::string code;           ///< 種類
  Field<std::int64_t> line;   ///< 行
  Field<std::string> column;  ///< 列
  Field<std::string> text;    ///< 説明
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("code", code);
    visit("line", line);
    visit("column", column);
    visit("text", text);
  }
};

/// A source column without a place of its own.
struct Extra {
  Extra(std::string name_in, std::string text_in)
      : name(std::move(name_in)), text(std::move(text_in)) {}
  std::string name;  ///< 項目名
  std::string text;  ///< 値
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("name", name);
    visit("text", text);
  }
};

}  // namespace tsunagu::record
