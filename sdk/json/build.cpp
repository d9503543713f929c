#include "build.hpp"

#include <algorithm>
#include <cmath>

#include "tsunagu/json/pointer.hpp"

namespace tsunagu::json {
namespace {

using simdjson::dom::element_type;

/// Under this many names a comparison of each with each is faster than sorting.
constexpr std::size_t few_names = 24;

}  // namespace

Builder::Builder(std::string_view bytes, std::size_t depth)
    : bytes_(bytes), depth_(depth), numbers_(bytes) {
  text_.reserve(bytes.size());  // unescaped text is never longer, so kept views stay valid
  nodes_.reserve(bytes.size() / 16 + 4);
}

Parsed Builder::build(Element root) {
  if (!add(root, {}, 0)) {
    for (auto segment = path_.rbegin(); segment != path_.rend(); ++segment) {
      append_segment(failure_.pointer, *segment);
    }
    return Parsed(std::move(failure_));
  }
  return Parsed(Document(std::move(nodes_), std::move(text_)));
}

bool Builder::add(Element element, std::string_view key, std::size_t depth) {
  const auto at = static_cast<std::uint32_t>(nodes_.size());
  nodes_.emplace_back();
  nodes_[at].key = key;
  if (!add_children(element, at, depth)) return false;
  nodes_[at].next = static_cast<std::uint32_t>(nodes_.size());
  return true;
}

bool Builder::add_children(Element element, std::uint32_t at, std::size_t depth) {
  detail::Node& node = nodes_[at];
  switch (element.type()) {
    case element_type::OBJECT:
      return add_object(element.get_object().value_unsafe(), at, depth + 1);
    case element_type::ARRAY:
      return add_array(element.get_array().value_unsafe(), at, depth + 1);
    case element_type::STRING:
      return add_string(element.get_string().value_unsafe(), node);
    case element_type::INT64:
      return add_integer(element.get_int64().value_unsafe(), node);
    case element_type::UINT64:
      return fail(Error::integer_too_large);
    case element_type::DOUBLE:
      return add_decimal(element.get_double().value_unsafe(), node);
    case element_type::BOOL:
      node.type = Type::boolean;
      node.integer = element.get_bool().value_unsafe() ? 1 : 0;
      return true;
    case element_type::NULL_VALUE:
      return true;
  }
  return fail(Error::syntax);
}

bool Builder::add_object(simdjson::dom::object object, std::uint32_t at, std::size_t depth) {
  nodes_[at].type = Type::object;
  if (depth > depth_) return fail(Error::too_deep);
  for (const auto member : object) {
    if (member.key.find('\0') != std::string_view::npos) return fail(Error::nul);
    const std::string_view key = keep(member.key);
    if (!add(member.value, key, depth)) return fail_under(shown_name(key));
    ++nodes_[at].children;
  }
  return names_differ(at);
}

bool Builder::add_array(simdjson::dom::array array, std::uint32_t at, std::size_t depth) {
  nodes_[at].type = Type::array;
  if (depth > depth_) return fail(Error::too_deep);
  for (const Element element : array) {
    if (!add(element, {}, depth)) return fail_under(std::to_string(nodes_[at].children));
    ++nodes_[at].children;
  }
  return true;
}

bool Builder::add_string(std::string_view value, detail::Node& node) {
  if (value.find('\0') != std::string_view::npos) return fail(Error::nul);
  node.type = Type::string;
  node.text = keep(value);
  return true;
}

bool Builder::add_integer(std::int64_t value, detail::Node& node) {
  ++numbers_seen_;
  if (value > greatest_integer || value < -greatest_integer) return fail(Error::integer_too_large);
  node.type = Type::integer;
  node.integer = value;
  return true;
}

bool Builder::add_decimal(double value, detail::Node& node) {
  ++numbers_seen_;
  std::string_view token;
  for (; numbers_read_ < numbers_seen_; ++numbers_read_)
    token = numbers_.next();
  if (!says_the_same(token, value)) return fail(Error::rounded_number);
  node.type = Type::decimal;
  node.decimal = value == 0 ? 0 : value;  // -0.0 would be written as -0 and read as 0
  const bool whole = std::trunc(value) == value;
  if (whole && std::abs(value) > static_cast<double>(greatest_integer)) {
    return fail(Error::integer_too_large);
  }
  if (whole) node.integer = static_cast<std::int64_t>(value);
  return true;
}

bool Builder::names_differ(std::uint32_t at) {
  const std::size_t begin = names_.size();
  for (std::uint32_t child = at + 1; child < nodes_.size(); child = nodes_[child].next) {
    names_.push_back(nodes_[child].key);
  }
  const auto first = names_.begin() + static_cast<std::ptrdiff_t>(begin);
  bool twice = false;
  if (names_.size() - begin > few_names) {
    std::sort(first, names_.end());
    twice = std::adjacent_find(first, names_.end()) != names_.end();
  } else {
    for (auto name = first; name != names_.end() && !twice; ++name) {
      twice = std::find(first, name, *name) != name;
    }
  }
  names_.resize(begin);
  return !twice || fail(Error::duplicate_name);
}

std::string_view Builder::keep(std::string_view text) {
  const std::size_t begin = text_.size();
  text_.insert(text_.end(), text.begin(), text.end());
  return {text_.data() + begin, text.size()};
}

bool Builder::fail(Error error) {
  failure_.error = error;
  failure_.offset = 0;
  return false;
}

bool Builder::fail_under(std::string_view segment) {
  path_.emplace_back(segment);
  return false;
}

}  // namespace tsunagu::json
