#include "hub/verify/erasures.hpp"

#include <algorithm>

#include "hub/verify/text.hpp"

namespace hub::verify {
namespace {

constexpr std::string_view action = "audit.erased";
constexpr std::string_view object = "audit/";

/// The parts of contents, each behind its length (seven bits a byte, the lowest first). What does
/// not fit is empty.
class Parts {
 public:
  explicit Parts(std::string_view rest) : rest_(rest) {}

  std::size_t length() {
    std::size_t value = 0;
    for (unsigned shift = 0; shift < 35 && !rest_.empty(); shift += 7) {
      const auto low = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::size_t>(low & 0x7F) << shift;
      if ((low & 0x80) == 0) return value;
    }
    return 0;
  }
  std::string_view text() {
    const auto part = rest_.substr(0, length_within());
    rest_.remove_prefix(part.size());
    return part;
  }
  [[nodiscard]] bool empty() const { return rest_.empty(); }

 private:
  std::size_t length_within() {
    const std::size_t wanted = length();
    return std::min(wanted, rest_.size());
  }
  std::string_view rest_;
};

}  // namespace

void Erasures::gone(std::int64_t seq) {
  ++count_;
  if (!gone_.empty() && gone_.back().last + 1 == seq)
    gone_.back().last = seq;
  else
    gone_.push_back({seq, seq});
}

// version, actor, action, objects …
void Erasures::read(std::int64_t seq, std::string_view contents) {
  if (contents.find(action) == std::string_view::npos) return;
  Parts parts(contents.substr(1));
  parts.text();
  if (parts.text() != action) return;
  for (std::size_t left = parts.length(); left > 0 && !parts.empty(); --left) {
    std::string_view rows = parts.text();
    if (rows.substr(0, object.size()) != object) continue;
    rows.remove_prefix(object.size());
    const auto first = number_in(take(rows, '-'));
    const auto last = number_in(rows);
    if (first && last && *first < seq) told_.push_back({*first, std::min(*last, seq - 1)});
  }
}

std::optional<std::int64_t> Erasures::first_taken() const {
  for (const Range& range : gone_) {
    std::int64_t at = range.first;
    for (bool moved = true; moved && at <= range.last;) {
      moved = false;
      for (const Range& told : told_) {
        if (told.first > at || told.last < at) continue;
        at = told.last + 1;
        moved = true;
      }
    }
    if (at <= range.last) return at;
  }
  return std::nullopt;
}

}  // namespace hub::verify
