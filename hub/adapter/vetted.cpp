#include "hub/adapter/vetted.hpp"

#include <algorithm>

#include "sdk/wire/code.hpp"
#include "tsunagu/text/utf8_sequence.hpp"

namespace hub::adapter {
namespace {

constexpr std::size_t column_bytes = 256;
constexpr std::size_t reason_bytes = 1024;

}  // namespace

std::string vetted_text(std::string_view text, std::size_t most) {
  std::string kept;
  while (!text.empty()) {
    const auto length = static_cast<std::size_t>(std::max(tsunagu::text::utf8_sequence(text), 0));
    if (kept.size() + length > most) break;
    const auto lead = static_cast<unsigned char>(text.front());
    const bool control = lead < 0x20 || lead == 0x7F;
    if (length > 0 && !control) kept.append(text.substr(0, length));
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return kept;
}

std::string vetted_code(std::string_view code) {
  return tsunagu::wire::is_code(code) ? std::string(code) : "unnamed";
}

tsunagu::Problem vetted(const tsunagu::Problem& problem) {
  return {vetted_code(problem.code), vetted_text(problem.reason, reason_bytes), problem.line,
          vetted_text(problem.column, column_bytes), problem.column_number};
}

}  // namespace hub::adapter
