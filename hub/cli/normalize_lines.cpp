#include "hub/cli/normalize_lines.hpp"

#include <array>
#include <istream>
#include <ostream>
#include <utility>

#include "hub/base/limits.hpp"
#include "hub/cli/lines.hpp"
#include "hub/normalize/address_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "tsunagu/json/writer.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/numeral.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::cli {
namespace {

namespace text = tsunagu::text;
using normalize::Normalized;
using text::Outcome;
using text::Problem;

Outcome<Normalized> key_or_warning(Normalized result, bool has_key) {
  if (has_key) return result;
  return Problem{.code = std::string(result.warnings.empty() ? "empty" : result.warnings.front()),
                 .text = "照合に使える文字がありません"};
}

Outcome<Normalized> date(std::string_view input) {
  const auto read = text::parse_date(input);
  if (!read) return read.problem();
  Normalized result{.key = read->iso()};
  for (const auto note : read->notes)
    result.warn(text::code_of(note));
  return result;
}

Outcome<Normalized> number(std::string_view input) {
  const auto read = text::parse_integer(input);
  if (!read) return read.problem();
  return Normalized{.key = std::to_string(*read)};
}

Outcome<Normalized> address(std::string_view input, const normalize::Tables& tables) {
  auto key = normalize::address_key(input, tables);
  const bool any = !key.town.empty() || !key.number.empty() || !key.lgcode5.empty();
  return key_or_warning(std::move(key), any);
}

void write_array(tsunagu::json::Writer& json, std::string_view name, const auto& items) {
  json.key(name);
  json.begin_array();
  for (const auto& item : items)
    json.string(item);
  json.end_array();
}

void write_key(tsunagu::json::Writer& json, Normalization what, const Normalized& result) {
  json.key("key");
  what == Normalization::number ? json.raw(result.key) : json.string(result.key);
  if (!result.weak.empty()) write_array(json, "weak", result.weak);
  write_array(json, "warnings", result.warnings);
}

void write_error(tsunagu::json::Writer& json, const Problem& problem) {
  json.key("error");
  json.string(problem.code);
  json.key("reason");
  json.string(problem.text);
}

bool is_plain(std::string_view input) {
  return text::is_utf8(input) && input.find('\0') == std::string_view::npos;
}

std::string error_line(const Problem& problem) {
  std::string line;
  tsunagu::json::Writer json(line);
  json.begin_object();
  json.key("input");
  json.null();
  write_error(json, problem);
  json.end_object();
  return line;
}

std::string_view without_cr(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<Normalization> normalization_named(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Normalization>, 5> words = {{
      {"name", Normalization::name},
      {"kana", Normalization::kana},
      {"date", Normalization::date},
      {"address", Normalization::address},
      {"number", Normalization::number},
  }};
  for (const auto& entry : words) {
    if (entry.first == word) return entry.second;
  }
  return std::nullopt;
}

Outcome<Normalized> normalized(Normalization what, std::string_view input,
                               const normalize::Tables& tables) {
  if (!is_plain(input))
    return Problem{.code = "text.malformed", .text = "UTF-8として読めないか、NULがあります"};
  if (what == Normalization::date) return date(input);
  if (what == Normalization::number) return number(input);
  if (what == Normalization::address) return address(input, tables);
  auto result = what == Normalization::name ? normalize::name_key(input, tables.variants)
                                            : normalize::kana_key(input);
  const bool has_key = !result.key.empty();
  return key_or_warning(std::move(result), has_key);
}

std::string answer_to(Normalization what, std::string_view input, const normalize::Tables& tables) {
  const auto result = normalized(what, input, tables);
  if (!is_plain(input)) return error_line(result.problem());
  std::string line;
  tsunagu::json::Writer json(line);
  json.begin_object();
  json.key("input");
  json.string(input);
  result ? write_key(json, what, *result) : write_error(json, result.problem());
  json.end_object();
  return line;
}

void answer_lines(Normalization what, const normalize::Tables& tables, std::istream& in,
                  std::ostream& out) {
  Lines lines(in, base::limits::normalize_line_bytes);
  while (lines.next()) {
    out << (lines.too_long() ? error_line({.code = "text.too_long", .text = "行が長すぎます"})
                             : answer_to(what, without_cr(lines.text()), tables))
        << '\n';
    if (!lines.more_waiting()) out.flush();
  }
  out.flush();
}

}  // namespace hub::cli
