// 外字: characters that only one municipality's fonts know. They are kept, counted and flagged,
// and shown as 〓 with their code; a map file of that source may give them a meaning.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tsunagu/text/problem.hpp"

namespace tsunagu::text {

/// Code points of the private use area U+E000–F8FF in it.
std::size_t count_gaiji(std::string_view text) noexcept;

/// "〓(F040)髙" for U+E000 followed by 髙: the CP932 code where there is one, else "U+E800".
std::string show_gaiji(std::string_view text);

/// One source's 外字. The same code means other characters at other vendors, so a map is never
/// shared between sources.
class GaijiMap {
 public:
  /// Lines "F040<TAB>U+9AD9" or "U+E000<TAB>U+9AD9"; '#' starts a comment. A Problem names the
  /// line.
  static Outcome<GaijiMap> parse(std::string_view text);

  /// The text with known 外字 replaced; unknown ones stay.
  [[nodiscard]] std::string apply(std::string_view text) const;

 private:
  std::unordered_map<char32_t, char32_t> meanings_;
};

}  // namespace tsunagu::text
