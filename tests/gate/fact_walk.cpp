#include "tests/gate/fact_walk.hpp"

#include <string_view>
#include <utility>

namespace gate_proof {

void FactWalk::restart() {
  trail_.clear();
  now_.fill(not_read);
}

std::uint8_t FactWalk::read(std::size_t fact) {
  if (now_[fact] == not_read) {
    trail_.push_back(fact);
    now_[fact] = 0;
  }
  return now_[fact];
}

bool FactWalk::advance() {
  while (!trail_.empty()) {
    const std::size_t last = trail_.back();
    if (now_[last] < value_count[last]) {
      ++now_[last];
      return true;
    }
    now_[last] = not_read;
    trail_.pop_back();
  }
  return false;
}

bool FactWalk::read_unknown() const {
  for (const std::size_t fact : trail_) {
    if (now_[fact] == 0) return true;
  }
  return false;
}

std::uint64_t FactWalk::stands_for() const {
  std::uint64_t sets = 1;
  for (std::size_t fact = 0; fact < fact_count; ++fact)
    if (now_[fact] == not_read) sets *= value_count[fact];
  return sets;
}

Values FactWalk::values(std::uint8_t unread) const {
  Values values = now_;
  for (std::uint8_t& value : values)
    if (value == not_read) value = unread;
  return values;
}

std::string FactWalk::text() const {
  struct Writing {
    std::string text;
    std::size_t at = 0;
    const std::array<std::uint8_t, fact_count>* now = nullptr;
  } writing{{}, 0, &now_};
  each_fact(
      facts_of(values()),
      [](void* to, std::string_view name, std::string_view value) {
        auto& out = *static_cast<Writing*>(to);
        if ((*out.now)[out.at++] == not_read) return;
        out.text.append(out.text.empty() ? "" : " ").append(name).append("=").append(value);
      },
      &writing);
  return writing.text;
}

}  // namespace gate_proof
