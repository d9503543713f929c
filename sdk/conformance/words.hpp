// A sentence in both languages that the report speaks.
#pragma once

#include <string>

namespace tsunagu::conformance {

struct Words {
  std::string ja;
  std::string en;

  [[nodiscard]] const std::string& in(bool japanese) const { return japanese ? ja : en; }
};

/// The same in both: a name, a code, what an adapter said itself.
inline Words same(const std::string& text) {
  return {text, text};
}

inline Words operator+(const Words& left, const Words& right) {
  return {left.ja + right.ja, left.en + right.en};
}

}  // namespace tsunagu::conformance
