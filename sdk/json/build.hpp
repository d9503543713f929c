// From simdjson's DOM to our tree, refusing on the way what simdjson lets pass. Private to this
// folder: simdjson appears in no public header.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "numbers.hpp"
#include "tsunagu/json/parse.hpp"

namespace tsunagu::json {

/// One document. Recursion is bounded by the depth limit.
class Builder {
 public:
  /// `bytes` is the text that the DOM was made of.
  Builder(std::string_view bytes, std::size_t depth);

  Parsed build(simdjson::dom::element root);

 private:
  using Element = simdjson::dom::element;

  bool add(Element element, std::string_view key, std::size_t depth);
  bool add_children(Element element, std::uint32_t at, std::size_t depth);
  bool add_object(simdjson::dom::object object, std::uint32_t at, std::size_t depth);
  bool add_array(simdjson::dom::array array, std::uint32_t at, std::size_t depth);
  bool add_decimal(double value, detail::Node& node);
  bool add_integer(std::int64_t value, detail::Node& node);
  bool add_string(std::string_view value, detail::Node& node);
  bool names_differ(std::uint32_t at);
  std::string_view keep(std::string_view text);
  bool fail(Error error);
  bool fail_under(std::string_view segment);

  std::string_view bytes_;
  std::size_t depth_;
  std::vector<detail::Node> nodes_;
  std::vector<char> text_;
  std::vector<std::string_view> names_;
  NumberTokens numbers_;
  std::size_t numbers_seen_ = 0;  // in the DOM
  std::size_t numbers_read_ = 0;  // in the text; catches up only when a decimal is met
  ParseFailure failure_;
  std::vector<std::string> path_;  // innermost first, filled on the way up
};

}  // namespace tsunagu::json
