// What all builders share: the key, the envelope, and the way to JSON. A builder is a plain value;
// `json()` gives the one UTF-8 object that an adapter emits.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "tsunagu/record/envelope.hpp"
#include "tsunagu/record/writer.hpp"

namespace tsunagu::record {

template <class Kind, class KeyType>
class Record {
 public:
  [[nodiscard]] const KeyType& key() const noexcept { return key_; }

  /// `p.label("/careLevel", Item::tax);` only makes stricter.
  void label(std::string pointer, Item item) { labels.add({std::move(pointer), item}); }
  /// `text` explains to a person; it never holds a value of the row. `line` 0: unknown. A record
  /// holds the first 200; the sink is told of all.
  void warn(std::string code, std::int64_t line, std::string column, std::string text) {
    constexpr std::size_t most = 200;  // of the schema
    if (warnings.size() == most) return;
    Warning& warning = warnings.add(Warning(std::move(code)));
    if (line > 0) warning.line = line;
    warning.column = std::move(column);
    warning.text = std::move(text);
  }
  /// Keeps a column that has no place of its own; an empty one is left out.
  void keep(std::string name, std::string text) {
    if (!text.empty()) extra.add({std::move(name), std::move(text)});
  }

  /// The record as one JSON object. Throws json::BadText with the member's pointer where a string
  /// is not well-formed UTF-8.
  [[nodiscard]] std::string json() const {
    std::string out;
    append_json(out);
    return out;
  }
  /// After an exception `out` holds a part of a record.
  void append_json(std::string& out) const {
    detail::RecordWriter(out).record(static_cast<const Kind&>(*this));
  }

  List<Label> labels;
  List<Warning> warnings;
  List<Extra> extra;

 protected:
  explicit Record(KeyType key) : key_(std::move(key)) {}

 private:
  KeyType key_;
};

}  // namespace tsunagu::record
