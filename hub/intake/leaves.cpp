#include "hub/intake/leaves.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "tsunagu/json/pointer.hpp"

namespace hub::intake {
namespace {

using tsunagu::json::Type;
using tsunagu::json::View;

std::size_t mixed(std::size_t hash, std::size_t more) {
  constexpr std::size_t golden = 0x9e3779b97f4a7c15U;
  return (hash ^ more) * golden + (hash >> 29U);
}

/// Of the value itself, without what is inside it.
std::size_t own_hash(View value) {
  const auto type = static_cast<std::size_t>(value.type());
  switch (value.type()) {
    case Type::string:
      return mixed(type, std::hash<std::string_view>()(value.text()));
    case Type::decimal:
      return mixed(type, std::hash<double>()(value.number()));
    default:
      return mixed(type, static_cast<std::size_t>(value.integer()));
  }
}

std::size_t whole_hash(View value) {
  auto hash = own_hash(value);
  for (const auto part : value)
    hash = mixed(mixed(hash, std::hash<std::string_view>()(part.key())), whole_hash(part));
  return hash;
}

class Walk {
 public:
  explicit Walk(Pointers& pointers) : pointers_(pointers) {}

  void into(View value) {
    if (value.size() == 0 || pointer_ == "/labels") {
      leaves_.push_back({pointers_.number_of(pointer_), whole_hash(value)});
      return;
    }
    std::size_t at = 0;
    for (const auto part : value) {
      const auto length = pointer_.size();
      const bool is_list = value.is(Type::array);
      tsunagu::json::append_segment(pointer_,
                                    is_list ? std::to_string(at) : std::string(shown(part.key())));
      into(part);
      pointer_.resize(length);
      ++at;
    }
  }

  std::vector<Leaf> sorted() && {
    std::sort(leaves_.begin(), leaves_.end());
    return std::move(leaves_);
  }

 private:
  static std::string_view shown(std::string_view name) { return tsunagu::json::shown_name(name); }

  Pointers& pointers_;
  std::string pointer_;
  std::vector<Leaf> leaves_;
};

}  // namespace

std::uint32_t Pointers::number_of(const std::string& pointer) {
  const auto [at, fresh] = numbers_.try_emplace(pointer, static_cast<std::uint32_t>(texts_.size()));
  if (fresh) texts_.push_back(pointer);
  return at->second;
}

std::vector<Leaf> leaves_of(View record, Pointers& pointers) {
  Walk walk(pointers);
  walk.into(record);
  return std::move(walk).sorted();
}

std::vector<std::uint32_t> differing(const std::vector<Leaf>& one, const std::vector<Leaf>& other) {
  std::vector<Leaf> apart;
  std::set_symmetric_difference(one.begin(), one.end(), other.begin(), other.end(),
                                std::back_inserter(apart));
  std::vector<std::uint32_t> out;
  for (const auto& leaf : apart) {
    if (out.empty() || out.back() != leaf.pointer) out.push_back(leaf.pointer);
  }
  return out;
}

}  // namespace hub::intake
