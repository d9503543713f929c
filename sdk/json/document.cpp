#include "tsunagu/json/document.hpp"

#include <charconv>

namespace tsunagu::json {
namespace {

std::string unescape(std::string_view segment) {
  std::string out;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const bool escape = segment[i] == '~' && i + 1 < segment.size();
    out += escape ? (segment[++i] == '1' ? '/' : '~') : segment[i];
  }
  return out;
}

View element(View array, std::string_view digits) {
  std::size_t index = 0;
  const char* end = digits.data() + digits.size();
  if (std::from_chars(digits.data(), end, index).ptr != end || digits.empty()) return {};
  if (index >= array.size()) return {};
  View::Iterator it = array.begin();
  for (std::size_t i = 0; i < index; ++i)
    ++it;
  return *it;
}

}  // namespace

double View::number() const noexcept {
  if (is(Type::decimal)) return node().decimal;
  return is(Type::integer) ? static_cast<double>(node().integer) : 0;
}

View View::find(std::string_view name) const noexcept {
  if (!is(Type::object)) return {};
  for (const View member : *this) {
    if (member.key() == name) return member;
  }
  return {};
}

View View::at_pointer(std::string_view pointer) const {
  View here = *this;
  while (!pointer.empty() && here.exists()) {
    if (pointer.front() != '/') return {};
    pointer.remove_prefix(1);
    const std::string_view segment = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(segment.size());
    here = here.is(Type::array) ? element(here, segment) : here.find(unescape(segment));
  }
  return here;
}

}  // namespace tsunagu::json
