#include "hub/cli/console.hpp"

#include <algorithm>
#include <cstdlib>
#include <ostream>

namespace hub::cli {

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("ja") ? Language::ja : Language::en;
  }
  return Language::en;
}

std::size_t text_columns(const Console& console) {
  constexpr std::size_t usual = 80;
  constexpr std::size_t fewest = 60;
  constexpr std::size_t most = 100;
  return console.columns == 0 ? usual : std::clamp(console.columns, fewest, most);
}

Exit exit_of(base::Kind kind) noexcept {
  switch (kind) {
    case base::Kind::unavailable:
      return Exit::unreachable;
    case base::Kind::invalid:
    case base::Kind::not_found:
    case base::Kind::conflict:
      return Exit::findings;
    case base::Kind::forbidden:
    case base::Kind::unauthorized:
    case base::Kind::too_large:
    case base::Kind::unsupported:
    case base::Kind::busy:
    case base::Kind::storage_full:
      return Exit::refused;
    case base::Kind::corrupt:
    case base::Kind::internal:
      return Exit::failed;
  }
  return Exit::failed;
}

void Console::fail(Exit code, const Text& what, std::string_view detail) {
  exit_code = static_cast<int>(code);
  err << in_words({"エラー: ", "error: "}) << in_words(what);
  if (!detail.empty()) err << ": " << detail;
  err << '\n';
}

void Console::fail(const base::Failure& failure) {
  exit_code = static_cast<int>(exit_of(failure.kind()));
  err << in_words({"エラー: ", "error: "}) << failure.text() << '\n';
}

}  // namespace hub::cli
