// Writes JSON text: correct escaping, and invalid UTF-8 is an error. Nothing is parsed here, no
// library stands behind it, and the bytes belong to the caller.
#pragma once

#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tsunagu/text/utf8_sequence.hpp"

namespace tsunagu::json {

/// Bytes at the front of `text` that stand in a JSON string as they are: up to the first that wants
/// escaping, or that is not well-formed UTF-8.
constexpr std::size_t plain_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x20 || c == '"' || c == '\\') break;
    const int length = c < 0x80 ? 1 : tsunagu::text::utf8_sequence(text.substr(at));
    if (length <= 0) break;
    at += static_cast<std::size_t>(length);
  }
  return at;
}

/// A string that JSON can't hold: invalid UTF-8, or a NUL. Says where, never what.
class BadText : public std::runtime_error {
 public:
  explicit BadText(std::string pointer)
      : std::runtime_error((pointer.empty() ? "text" : pointer) +
                           ": not well-formed UTF-8, or it holds a NUL"),
        pointer_(std::move(pointer)) {}
  /// JSON Pointer of the member, as far as it is known on the way up.
  [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }
  [[nodiscard]] BadText under(std::string_view segment) const {
    return BadText("/" + std::string(segment) + pointer_);
  }

 private:
  std::string pointer_;
};

/// Appends to a caller's string. Commas are its own work; balance of brackets is the caller's.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name) {
    string(name);
    out_ += ':';
    comma_ = false;
  }
  void string(std::string_view text);
  void integer(std::int64_t value) { number(value); }
  /// Shortest form that reads back the same. For coordinates only; a decimal elsewhere is text.
  void coordinate(double value) { number(value); }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  /// `text` is JSON already.
  void raw(std::string_view text) {
    separate();
    out_ += text;
  }

 private:
  void separate() {
    if (comma_) out_ += ',';
    comma_ = true;
  }
  void open(char bracket) {
    separate();
    out_ += bracket;
    comma_ = false;
  }
  void close(char bracket) {
    out_ += bracket;
    comma_ = true;
  }
  template <class T>
  void number(T value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    raw({digits, static_cast<std::size_t>(end - digits)});
  }
  void escape(unsigned char c);

  std::string& out_;
  bool comma_ = false;
};

inline void Writer::escape(unsigned char c) {
  constexpr char hex[] = "0123456789abcdef";
  if (c == '\0' || c >= 0x80) throw BadText({});
  out_ += '\\';
  switch (c) {
    case '"':
    case '\\':
      out_ += static_cast<char>(c);
      return;
    case '\n':
      out_ += 'n';
      return;
    case '\r':
      out_ += 'r';
      return;
    case '\t':
      out_ += 't';
      return;
    default:
      out_ += "u00";
      out_ += hex[c >> 4U];
      out_ += hex[c & 0xFU];
  }
}

inline void Writer::string(std::string_view text) {
  separate();
  out_ += '"';
  while (true) {
    const std::size_t plain = plain_length(text);
    out_.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    escape(static_cast<unsigned char>(text.front()));
    text.remove_prefix(1);
  }
  out_ += '"';
}

}  // namespace tsunagu::json
