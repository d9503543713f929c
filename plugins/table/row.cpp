#include "plugins/table/row.hpp"

#include <algorithm>

#include "tsunagu/text/numeral.hpp"
#include "tsunagu/text/width.hpp"

namespace table {

namespace {

using mapping::FieldRule;
using mapping::Part;
using mapping::Template;
using tsunagu::condition::Said;
using tsunagu::condition::WholeRange;

Said say(const mapping::Column& column, std::string_view cell) {
  if (cell.empty()) return {};
  if (!column.number) return {{std::string(cell)}, std::nullopt};
  const auto number = text::parse_integer(cell);
  if (!number) return {{std::string(cell)}, std::nullopt};
  return {{}, WholeRange{*number, *number}};
}

}  // namespace

bool holds(const tsunagu::condition::Predicate& condition, const mapping::Mapping& with,
           const feed::Line& line) {
  const auto said = [&](std::uint8_t field) { return say(with.columns[field], line.value(field)); };
  return judge(condition, said).holds;
}

std::string_view Row::cell(int column) const {
  const bool is_part = part_ && rule_.each && rule_.each->column == column;
  return is_part ? *part_ : line_.value(column);
}

std::string Row::fill(const Template& value) const {
  std::string out;
  for (const Part& part : value)
    out += part.column == Part::none ? std::string_view(part.literal) : cell(part.column);
  return out;
}

std::string Row::key(const Template& value) {
  for (const Part& part : value) {
    if (part.column == Part::none || !cell(part.column).empty()) continue;
    line_.reject(part.column, "key.empty",
                 "記録のキーになる欄が空です。番号などを入れて出力し直してください");
  }
  return fill(value);
}

feed::Place Row::place(const FieldRule& field) const {
  for (const Part& part : field.value)
    if (part.column != Part::none) return line_.place(part.column);
  return {line_.number()};
}

const text::DateRules& Row::dates_of(const FieldRule& field) const {
  for (const Part& part : field.value) {
    if (part.column == Part::none) continue;
    const auto& own = mapping_.columns[static_cast<std::size_t>(part.column)].dates;
    if (own) return *own;
  }
  return mapping_.dates;
}

std::optional<text::Date> Row::date_of(const FieldRule& field) {
  return line_.date_at(place(field), fill(field.value), dates_of(field));
}

std::optional<std::int64_t> Row::number_of(const FieldRule& field) {
  const std::string written = fill(field.value);
  if (written.empty()) return std::nullopt;
  const auto number = text::parse_integer(written);
  if (number) return *number;
  line_.warn_at(place(field), number.problem().code,
                "数として読めません。空欄として取り込みました");
  return std::nullopt;
}

int Row::known_code(const FieldRule& field, std::string_view word) const {
  const mapping::Slot& slot = mapping::slots_of(rule_.kind)[field.slot];
  for (const auto& [own, code] : field.codes)
    if (own == word) return code;
  for (const mapping::UsualWord& usual : slot.words)
    if (usual.word == word) return usual.code;
  const auto* code = std::find(slot.codes.data(), slot.codes.data() + slot.codes.size(), word);
  if (code != slot.codes.data() + slot.codes.size())
    return static_cast<int>(code - slot.codes.data());
  return -1;
}

int Row::look_up(const FieldRule& field) const {
  const std::string word = fill(field.value);
  if (word.empty()) return -1;
  const int code = known_code(field, word);
  // "要介護１" and "要介護1" are one word to whoever writes them.
  return code >= 0 ? code : known_code(field, text::ascii_width(word));
}

int Row::choice_of(const FieldRule& field) {
  const int code = look_up(field);
  if (code >= 0 || fill(field.value).empty()) return code;
  const int otherwise = mapping::slots_of(rule_.kind)[field.slot].otherwise;
  line_.warn_at(place(field), "word.unknown",
                otherwise < 0 ? "対応表（codes）にない語です。空欄として取り込みました"
                              : "対応表（codes）にない語です。「その他」や「不明」など、"
                                "安全な側の区分としました");
  return otherwise;
}

}  // namespace table
