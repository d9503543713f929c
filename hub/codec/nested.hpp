// From fields with pointers back to nested JSON. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/json/writer.hpp"

namespace hub::codec {

/// An ordered tree; names in the order in which they came. Numbers among the segments are elements
/// of a list: written in their order, without the gaps.
class Nested {
 public:
  /// `json` is JSON text. A pointer that is put twice keeps its first value.
  void put(std::string_view pointer, std::string_view json);
  void write(tsunagu::json::Writer& json) const;
  [[nodiscard]] bool empty() const noexcept { return children_.empty(); }

 private:
  Nested& child(std::string_view name);
  [[nodiscard]] bool is_list() const;

  std::string name_;
  std::string json_;
  std::vector<Nested> children_;
};

}  // namespace hub::codec
