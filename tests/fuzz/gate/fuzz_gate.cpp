// Whatever is handed to `gate decide`: one answer a line, and an allowance only for a line that the
// reader of outside JSON takes.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "hub/cli/gate_lines.hpp"

namespace {

std::size_t lines_of(std::string_view text) {
  const auto ends = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  return ends + (text.empty() || text.back() == '\n' ? 0 : 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  std::istringstream in(text);
  std::ostringstream out;
  hub::cli::answer_lines(in, out);
  if (lines_of(out.str()) != lines_of(text)) std::abort();
  const bool allowed = out.str().find("\"allow\"") != std::string::npos;
  if (allowed && text.find("\"item\"") == std::string::npos && text.find('\\') == std::string::npos)
    std::abort();
  return 0;
}
