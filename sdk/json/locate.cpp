#include "locate.hpp"

#include <vector>

#include "tsunagu/json/writer.hpp"

namespace tsunagu::json {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t depth) : text_(text), depth_(depth) {}

  BadByte run() {
    bool more = value();
    while (more && !open_.empty())
      more = step();
    if (more) space();
    return {at_, too_deep_};
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char here() const { return done() ? '\0' : text_[at_]; }
  void space() {
    while (!done() && std::string_view(" \t\r\n").find(here()) != std::string_view::npos)
      ++at_;
  }
  bool take(char c) {
    if (done() || here() != c) return false;
    ++at_;
    return true;
  }
  bool word(std::string_view expected) {
    for (const char c : expected) {
      if (!take(c)) return false;
    }
    return true;
  }
  bool escape() {
    if (take('u')) {
      for (int i = 0; i < 4; ++i) {
        if (!is_hex(here())) return false;
        ++at_;
      }
      return true;
    }
    if (std::string_view("\"\\/bfnrt").find(here()) == std::string_view::npos || done()) {
      return false;
    }
    ++at_;
    return true;
  }
  bool string() {
    if (!take('"')) return false;
    while (!done() && here() != '"') {
      if (static_cast<unsigned char>(here()) < 0x20) return false;
      if (take('\\')) {
        if (!escape()) return false;
      } else {
        ++at_;
      }
    }
    return take('"');
  }
  bool digits() {
    if (!is_digit(here())) return false;
    while (is_digit(here()))
      ++at_;
    return true;
  }
  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (here() != 'e' && here() != 'E') return true;
    ++at_;
    if (!take('+')) take('-');
    return digits();
  }
  bool name() {
    space();
    if (!string()) return false;
    space();
    return take(':');
  }
  bool value() {
    space();
    switch (here()) {
      case '{':
        return open('}');
      case '[':
        return open(']');
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }
  bool open(char close) {
    too_deep_ = open_.size() == depth_;
    if (too_deep_) return false;
    ++at_;
    open_.push_back(close);
    opened_ = true;
    return true;
  }
  /// One more step inside the innermost array or object.
  bool step() {
    const char close = open_.back();
    space();
    if (take(close)) {
      open_.pop_back();
      opened_ = false;
      return true;
    }
    if (!opened_ && !take(',')) return false;
    opened_ = false;
    return (close == ']' || name()) && value();
  }

  std::string_view text_;
  std::size_t depth_;
  bool too_deep_ = false;
  std::size_t at_ = 0;
  std::vector<char> open_;
  bool opened_ = false;  // an empty bracket stands open: its closing needs no comma before it
};

}  // namespace

BadByte first_bad_byte(std::string_view text, std::size_t depth) {
  return Scanner(text, depth).run();
}

std::size_t first_bad_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const int length = tsunagu::text::utf8_sequence(text.substr(at));
    if (length <= 0) break;
    at += static_cast<std::size_t>(length);
  }
  return at;
}

}  // namespace tsunagu::json
