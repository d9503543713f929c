#include "tsunagu/text/gaiji.hpp"

#include <charconv>
#include <cstdio>
#include <optional>

#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

constexpr char32_t private_first = 0xE000;
constexpr char32_t private_last = 0xF8FF;
constexpr char32_t cp932_last = 0xE757;
constexpr char32_t row_cells = 188;

bool is_private(char32_t c) {
  return c >= private_first && c <= private_last;
}

std::string name_of_gaiji(char32_t c) {
  char name[16];
  if (c > cp932_last) {
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
    return name;
  }
  const auto index = c - private_first;
  const auto cell = index % row_cells;
  std::snprintf(name, sizeof name, "%02X%02X", static_cast<unsigned>(0xF0 + index / row_cells),
                static_cast<unsigned>(cell + 0x40 + (cell >= 0x3F ? 1 : 0)));
  return name;
}

std::optional<char32_t> hex(std::string_view digits) {
  std::uint32_t value = 0;
  const auto* end = digits.data() + digits.size();
  const auto parsed = std::from_chars(digits.data(), end, value, 16);
  if (digits.empty() || parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  return static_cast<char32_t>(value);
}

/// "U+9AD9", or a CP932 code of the user-defined rows ("F040").
std::optional<char32_t> code_point(std::string_view name) {
  if (name.substr(0, 2) == "U+") return hex(name.substr(2));
  const auto code = hex(name);
  if (!code || name.size() != 4) return std::nullopt;
  const auto lead = *code >> 8;
  const auto trail = *code & 0xFF;
  if (lead < 0xF0 || lead > 0xF9 || trail < 0x40 || trail > 0xFC || trail == 0x7F)
    return std::nullopt;
  return private_first + (lead - 0xF0) * row_cells + trail - 0x40 - (trail > 0x7F ? 1 : 0);
}

Problem bad_line(std::uint64_t line) {
  return {
      .code = "gaiji.unreadable",
      .text = "外字の対応表の" + std::to_string(line) + "行目が読めません（例: F040<タブ>U+9AD9）",
      .line = line};
}

}  // namespace

std::size_t count_gaiji(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();)
    count += is_private(next(text, at)) ? 1 : 0;
  return count;
}

std::string show_gaiji(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto c = next(text, at);
    if (is_private(c)) {
      shown += "〓(" + name_of_gaiji(c) + ")";
    } else {
      shown += text.substr(begin, at - begin);
    }
  }
  return shown;
}

Outcome<GaijiMap> GaijiMap::parse(std::string_view text) {
  GaijiMap map;
  for (std::uint64_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto line = trim(text.substr(0, std::min(end, text.find('#'))));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty()) continue;
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return bad_line(number);
    const auto from = code_point(line.substr(0, tab));
    const auto to = code_point(trim(line.substr(tab)));
    if (!from || !to || !is_private(*from) || is_private(*to)) return bad_line(number);
    map.meanings_[*from] = *to;
  }
  return map;
}

std::string GaijiMap::apply(std::string_view text) const {
  std::string applied;
  applied.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next(text, at);
    const auto found = meanings_.find(c);
    append(applied, found == meanings_.end() ? c : found->second);
  }
  return applied;
}

}  // namespace tsunagu::text
