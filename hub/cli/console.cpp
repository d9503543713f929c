#include "hub/cli/console.hpp"

#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "tsunagu/json/writer.hpp"

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
  std::string text(in_words(what));
  if (!detail.empty()) text += ": " + std::string(detail);
  say_error(code, "", text);
}

void Console::fail(const base::Failure& failure) {
  say_error(exit_of(failure.kind()), base::name_of(failure.kind()),
            translated(language, failure.text()));
}

void Console::say_error(Exit code, std::string_view kind, std::string_view text) {
  exit_code = static_cast<int>(code);
  if (!json) {
    err << in_words({"エラー: ", "error: "}) << text << '\n';
    return;
  }
  std::string line;
  tsunagu::json::Writer object(line);
  object.begin_object();
  object.key("kind");
  object.string("error");
  if (!kind.empty()) {
    object.key("code");
    object.string(kind);
  }
  object.key("text");
  object.string(text);
  object.end_object();
  err << line << '\n';
}

}  // namespace hub::cli
