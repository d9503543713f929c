#include "hub/codec/nested.hpp"

#include <algorithm>

namespace hub::codec {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

void Nested::put(std::string_view pointer, std::string_view json) {
  Nested* here = this;
  while (pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    const std::string_view segment = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(segment.size());
    here = &here->child(segment);
  }
  if (here->json_.empty()) here->json_ = json;
}

Nested& Nested::child(std::string_view name) {
  const auto found = std::find_if(children_.begin(), children_.end(),
                                  [&](const Nested& child) { return child.name_ == name; });
  if (found != children_.end()) return *found;
  children_.emplace_back();
  children_.back().name_ = name;
  return children_.back();
}

bool Nested::is_list() const {
  return !children_.empty() && is_number(children_.front().name_);
}

void Nested::write(tsunagu::json::Writer& json) const {
  if (children_.empty() && !json_.empty()) return json.raw(json_);
  const bool list = is_list();
  list ? json.begin_array() : json.begin_object();
  for (const Nested& child : children_) {
    if (!list) json.key(child.name_);
    child.write(json);
  }
  list ? json.end_array() : json.end_object();
}

}  // namespace hub::codec
