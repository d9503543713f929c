// One row of the table seen through one rule: its templates filled in, its words read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tsunagu/feed/line.hpp"
#include "tsunagu/mapping/mapping.hpp"

namespace table {

namespace feed = tsunagu::feed;
namespace mapping = tsunagu::mapping;
namespace record = tsunagu::record;
namespace text = tsunagu::text;

/// Borrows all three until the record is made.
class Row {
 public:
  Row(const mapping::Mapping& with, const mapping::RecordRule& rule, feed::Line& line)
      : mapping_(with), rule_(rule), line_(line) {}

  [[nodiscard]] const mapping::RecordRule& rule() const { return rule_; }
  [[nodiscard]] feed::Line& line() { return line_; }

  /// From here on the cell of the rule's `each` is this part of it.
  void take_part(std::string_view part) { part_ = part; }

  [[nodiscard]] std::string_view cell(int column) const;
  [[nodiscard]] std::string fill(const mapping::Template& value) const;
  /// As fill; an empty cell rejects the row, since a key must stay the same key.
  [[nodiscard]] std::string key(const mapping::Template& value);

  /// Of a slot that no rule fills: empty.
  template <class SlotOf>
  [[nodiscard]] std::string text(SlotOf slot) const {
    const mapping::FieldRule* field = find(slot);
    return field == nullptr ? std::string() : fill(field->value);
  }
  template <class SlotOf>
  std::optional<text::Date> date(SlotOf slot) {
    const mapping::FieldRule* field = find(slot);
    return field == nullptr ? std::nullopt : date_of(*field);
  }
  template <class SlotOf>
  std::optional<std::int64_t> number(SlotOf slot) {
    const mapping::FieldRule* field = find(slot);
    return field == nullptr ? std::nullopt : number_of(*field);
  }
  /// An unknown word is the slot's `otherwise`, with a warning.
  template <class Enum, class SlotOf>
  std::optional<Enum> choice(SlotOf slot) {
    const mapping::FieldRule* field = find(slot);
    const int code = field == nullptr ? -1 : choice_of(*field);
    return code < 0 ? std::nullopt : std::optional(static_cast<Enum>(code));
  }
  template <class SlotOf>
  std::optional<bool> flag(SlotOf slot) {
    return choice<bool>(slot);
  }
  template <class SlotOf>
  [[nodiscard]] std::string system(SlotOf slot) const {
    const mapping::FieldRule* field = find(slot);
    return field == nullptr ? std::string() : field->system;
  }
  template <class SlotOf>
  [[nodiscard]] bool has(SlotOf slot) const {
    return !text(slot).empty();
  }

  /// The code of a word without a warning: -1 for an empty one.
  [[nodiscard]] int look_up(const mapping::FieldRule& field) const;

 private:
  template <class SlotOf>
  [[nodiscard]] const mapping::FieldRule* find(SlotOf slot) const {
    return rule_.find(static_cast<std::uint8_t>(slot));
  }
  [[nodiscard]] feed::Place place(const mapping::FieldRule& field) const;
  /// Of its first column that writes dates in a way of its own, else the table's.
  [[nodiscard]] const text::DateRules& dates_of(const mapping::FieldRule& field) const;
  std::optional<text::Date> date_of(const mapping::FieldRule& field);
  std::optional<std::int64_t> number_of(const mapping::FieldRule& field);
  int choice_of(const mapping::FieldRule& field);
  [[nodiscard]] int known_code(const mapping::FieldRule& field, std::string_view word) const;

  const mapping::Mapping& mapping_;
  const mapping::RecordRule& rule_;
  feed::Line& line_;
  std::optional<std::string_view> part_;
};

/// Whether the condition holds for the row as delivered.
bool holds(const tsunagu::condition::Predicate& condition, const mapping::Mapping& with,
           const feed::Line& line);

}  // namespace table
