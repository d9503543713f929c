#include "numbers.hpp"

#include <charconv>
#include <string>

namespace tsunagu::json {
namespace {

bool begins_number(char c) {
  return c == '-' || (c >= '0' && c <= '9');
}
bool continues_number(char c) {
  return begins_number(c) || c == '.' || c == 'e' || c == 'E' || c == '+';
}

/// A number without its spelling: digits without zeros around them, and a power of ten.
struct Plain {
  std::string digits;
  long exponent = 0;
  friend bool operator==(const Plain&, const Plain&) = default;
};

Plain plain(std::string_view token) {
  Plain out;
  const std::size_t e = token.find_first_of("eE");
  if (e != std::string_view::npos) {
    std::string_view power = token.substr(e + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    std::from_chars(power.data(), power.data() + power.size(), out.exponent);
  }
  bool fraction = false;
  for (const char c : token.substr(0, e)) {
    if (c == '.') fraction = true;
    if (c < '0' || c > '9') continue;
    if (fraction) --out.exponent;
    if (c != '0' || !out.digits.empty()) out.digits += c;
  }
  while (out.digits.ends_with('0')) {
    out.digits.pop_back();
    ++out.exponent;
  }
  if (out.digits.empty()) out.exponent = 0;
  return out;
}

}  // namespace

void NumberTokens::skip_string() {
  for (++at_; json_[at_] != '"'; ++at_) {
    if (json_[at_] == '\\') ++at_;
  }
  ++at_;
}

std::string_view NumberTokens::next() {
  while (at_ < json_.size() && !begins_number(json_[at_])) {
    if (json_[at_] == '"') {
      skip_string();
    } else {
      ++at_;
    }
  }
  begin_ = at_;
  while (at_ < json_.size() && continues_number(json_[at_]))
    ++at_;
  return json_.substr(begin_, at_ - begin_);
}

bool says_the_same(std::string_view token, double value) {
  char shortest[64];
  const auto end = std::to_chars(shortest, shortest + sizeof shortest, value).ptr;
  return plain(token) == plain({shortest, static_cast<std::size_t>(end - shortest)});
}

}  // namespace tsunagu::json
