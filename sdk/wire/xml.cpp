#include "sdk/wire/xml.hpp"

namespace tsunagu::wire {
namespace {

/// How a character is written, where not as itself.
std::string_view written(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    case '\t':
      return "&#9;";
    default:
      return {};
  }
}

bool is_no_character(std::string_view at) {
  return at.starts_with("\xEF\xBF\xBE") || at.starts_with("\xEF\xBF\xBF");
}

}  // namespace

std::string in_xml(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const char c = utf8[at];
    if (is_no_character(utf8.substr(at))) {
      at += 2;
    } else if (const auto other = written(c); !other.empty()) {
      out += other;
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  return out;
}

}  // namespace tsunagu::wire
