#include "hub/cli/normalize_lines.hpp"

#include <array>
#include <istream>
#include <ostream>
#include <utility>

#include "hub/base/limits.hpp"
#include "hub/cli/lines.hpp"
#include "hub/normalize/date_key.hpp"
#include "hub/normalize/phone_key.hpp"
#include "tsunagu/json/writer.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::cli {
namespace {

namespace text = tsunagu::text;
using normalize::NameKey;
using normalize::Normalized;
using normalize::Note;
using text::Outcome;
using text::Problem;

NameKey without_further(Normalized key) {
  NameKey plain;
  static_cast<Normalized&>(plain) = std::move(key);
  return plain;
}

Outcome<NameKey> without_further(const Outcome<Normalized>& key) {
  if (!key) return key.problem();
  return without_further(*key);
}

std::string first_warning(const normalize::Notes& notes) {
  std::string first = "empty";
  bool found = false;
  notes.each([&](Note note) {
    if (!found && is_warning(note)) first = code_of(note);
    found = found || is_warning(note);
  });
  return first;
}

Outcome<NameKey> key_or_warning(NameKey key, bool has_key) {
  if (has_key) return key;
  return Problem{.code = first_warning(key.notes), .text = "照合に使える文字がありません"};
}

Outcome<NameKey> address(const Normalizer& by, std::string_view input) {
  auto key = normalize::address_key(input, by.tables, by.hint);
  const bool any = !key.town.empty() || !key.number.empty() || !key.lgcode5.empty();
  return key_or_warning(without_further(std::move(key)), any);
}

Outcome<NameKey> words(const Normalizer& by, std::string_view input) {
  auto key = by.what == Normalization::name   ? normalize::name_key(input, by.tables.variants)
             : by.what == Normalization::kana ? without_further(normalize::kana_key(input))
                                              : without_further(normalize::phone_key(input));
  const bool has_key = !key.key.empty();
  return key_or_warning(std::move(key), has_key);
}

void write_notes(tsunagu::json::Writer& json, std::string_view name, const normalize::Notes& notes,
                 bool warnings) {
  json.key(name);
  json.begin_array();
  notes.each([&](Note note) {
    if (is_warning(note) == warnings) json.string(code_of(note));
  });
  json.end_array();
}

void write_further(tsunagu::json::Writer& json, const NameKey& result) {
  json.key("further");
  json.begin_array();
  for (const auto& name : result.further) {
    json.begin_object();
    json.key("use");
    json.string(name_of(name.use));
    json.key("key");
    json.string(name.key);
    json.end_object();
  }
  json.end_array();
}

void write_explanation(tsunagu::json::Writer& json, const NameKey& result) {
  json.key("weak");
  json.begin_array();
  for (const auto& weak : result.weak)
    json.string(weak);
  json.end_array();
  write_further(json, result);
  write_notes(json, "steps", result.notes, false);
}

void write_key(tsunagu::json::Writer& json, const Normalizer& by, const NameKey& result) {
  json.key("key");
  by.what == Normalization::number ? json.raw(result.key) : json.string(result.key);
  write_notes(json, "warnings", result.notes, true);
  if (by.explains) write_explanation(json, result);
}

void write_error(tsunagu::json::Writer& json, const Normalizer& by, const Problem& problem) {
  json.key("error");
  json.string(problem.code);
  if (!by.explains) return;
  json.key("reason");
  json.string(problem.text);
}

bool is_plain(std::string_view input) {
  return text::is_utf8(input) && input.find('\0') == std::string_view::npos;
}

std::string error_line(const Normalizer& by, const Problem& problem) {
  std::string line;
  tsunagu::json::Writer json(line);
  json.begin_object();
  json.key("input");
  json.null();
  write_error(json, by, problem);
  json.end_object();
  return line;
}

std::string_view without_cr(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<Normalization> normalization_named(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Normalization>, 6> named = {{
      {"name", Normalization::name},
      {"kana", Normalization::kana},
      {"date", Normalization::date},
      {"address", Normalization::address},
      {"number", Normalization::number},
      {"phone", Normalization::phone},
  }};
  for (const auto& entry : named) {
    if (entry.first == word) return entry.second;
  }
  return std::nullopt;
}

Outcome<NameKey> normalized(const Normalizer& by, std::string_view input) {
  if (!is_plain(input))
    return Problem{.code = "text.malformed", .text = "UTF-8として読めないか、NULがあります"};
  if (by.what == Normalization::date) return without_further(normalize::date_key(input));
  if (by.what == Normalization::number) return without_further(normalize::number_key(input));
  return by.what == Normalization::address ? address(by, input) : words(by, input);
}

std::string answer_to(const Normalizer& by, std::string_view input) {
  const auto result = normalized(by, input);
  if (!is_plain(input)) return error_line(by, result.problem());
  std::string line;
  tsunagu::json::Writer json(line);
  json.begin_object();
  json.key("input");
  json.string(input);
  result ? write_key(json, by, *result) : write_error(json, by, result.problem());
  json.end_object();
  return line;
}

void answer_lines(const Normalizer& by, std::istream& in, std::ostream& out) {
  Lines lines(in, base::limits::normalize_line_bytes);
  while (lines.next()) {
    out << (lines.too_long() ? error_line(by, {.code = "text.too_long", .text = "行が長すぎます"})
                             : answer_to(by, without_cr(lines.text())))
        << '\n';
    if (!lines.more_waiting()) out.flush();
  }
  out.flush();
}

}  // namespace hub::cli
