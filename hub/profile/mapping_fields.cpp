// The fields of one record: what each may be filled with.
#include <algorithm>

#include "hub/profile/mapping_parts.hpp"
#include "hub/profile/nearest.hpp"
#include "tsunagu/text/codes.hpp"
#include "tsunagu/text/numeral.hpp"
#include "tsunagu/text/phone.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::profile {
namespace {

namespace mapping = tsunagu::mapping;
using mapping::FieldRule;
using mapping::Part;
using mapping::Slot;
using mapping::SlotType;

struct WrittenField {
  std::optional<Ref> column;
  std::optional<Ref> constant;
  Node text;
  Node codes;
  std::optional<Ref> system;
};

/// What a choice may be written as: its codes, and desks' usual words.
std::vector<std::string_view> words_known_to(const Slot& slot) {
  std::vector<std::string_view> words(slot.codes.begin(), slot.codes.end());
  for (const mapping::UsualWord& usual : slot.words)
    words.push_back(usual.word);
  return words;
}

int code_of(const Slot& slot, std::string_view word) {
  for (std::size_t i = 0; i < slot.codes.size(); ++i)
    if (slot.codes[i] == word) return static_cast<int>(i);
  for (const mapping::UsualWord& usual : slot.words)
    if (usual.word == word) return usual.code;
  return -1;
}

void read_codes(const Node& node, const Slot& slot, FieldRule& out, Problems& problems) {
  if (node.kind == Node::Kind::null) return;
  if (node.kind != Node::Kind::map || node.entries.empty() || slot.type != SlotType::choice) {
    return report_shape(
        node, problems,
        {"区分の項目にだけ「元の語: 区分」の組", "words and codes, of a choice only"});
  }
  for (const Entry& entry : node.entries) {
    const Node& word = entry.value;
    if (word.kind != Node::Kind::scalar) {
      report_shape(word, problems, {"文字", "text"});
      continue;
    }
    if (tsunagu::text::trim(entry.key) != entry.key || entry.key.empty())
      problems.add(
          entry.at, "never_holds",
          {"空や、前後に空白のある語は、決して当たりません。表の語のとおりに書いてください。",
           "an empty word, or one with spaces at its ends, never holds; write it as the "
           "table does"},
          std::string(tsunagu::text::trim(entry.key)));
    const int code = code_of(slot, word.text);
    if (code < 0) report_unknown_word(word, problems, words_known_to(slot));
    out.codes.emplace_back(entry.key, std::max(code, 0));
  }
}

/// What would be no value of the field on any line.
void check_constant(const Slot& slot, const Ref& constant, const tsunagu::text::DateRules& dates,
                    Problems& problems) {
  Node at;
  at.kind = Node::Kind::scalar;
  at.text = constant.code;
  at.at = constant.at;
  if (tsunagu::text::trim(constant.code).empty())
    return report_shape(at, problems,
                        {"空でない値(空にしたい項目は書きません)",
                         "a value that is not empty, or leave the field out"});
  switch (slot.type) {
    case SlotType::text:
      if (slot.name == "telephone" && !tsunagu::text::parse_phone(constant.code).ok())
        report_shape(at, problems, {"電話番号", "a telephone number"});
      if (slot.name == "postal_code" && !tsunagu::text::parse_postal_code(constant.code).ok())
        report_shape(at, problems, {"7桁の郵便番号", "a postal code of 7 digits"});
      break;
    case SlotType::date:
      if (!tsunagu::text::parse_date(constant.code, dates).ok())
        report_shape(at, problems,
                     {"実在する日付(例 2024-04-01)", "an existing day such as 2024-04-01"});
      break;
    case SlotType::number:
      if (!tsunagu::text::parse_integer(constant.code))
        report_shape(at, problems, {"整数", "a whole number"});
      break;
    case SlotType::choice:
      if (code_of(slot, constant.code) < 0) report_unknown_word(at, problems, words_known_to(slot));
  }
}

void read_text(const Node& node, const ColumnFinder& columns, FieldRule& out, Problems& problems) {
  out.value = columns.template_of(node, problems);
  const bool varies = std::any_of(out.value.begin(), out.value.end(), [](const Part& part) {
    return part.column != Part::none || part.literal.empty();
  });
  if (!varies && !out.value.empty())
    problems.add(node.at, "wrong_shape",
                 {"text に列({列の名前})がありません。いつも同じ値なら constant に書いてください。",
                  "\"text\" names no {column}; what is always the same is a constant"},
                 "constant");
}

/// 宛名番号 is a number inside one system only.
void check_system(const Node& node, const WrittenField& written, const Slot& slot,
                  Problems& problems) {
  const bool wants = slot.name == "number";
  const bool has = written.system && !tsunagu::text::trim(written.system->code).empty();
  if (wants && !has)
    problems.add(written.system ? written.system->at : node.at, "missing_key",
                 {"「system」がありません。どの番号体系の番号かを書いてください(例 "
                  "atena:kaigo)。",
                  "\"system\" is missing: whose number is it (such as atena:kaigo)?"});
  if (!wants && written.system)
    problems.add(written.system->at, "unknown_key",
                 {"「system」は number だけに書けます。", "only a number has a \"system\""});
}

WrittenField written_field(const Node& node, Problems& problems) {
  WrittenField out;
  if (node.kind == Node::Kind::scalar) {
    read(node, problems, out.column);
  } else {
    read_map(node, problems,
             {may("column", out.column), may("constant", out.constant), may("text", out.text),
              may("codes", out.codes), may("system", out.system)});
  }
  return out;
}

void read_value(const Node& node, const Slot& slot, const ColumnFinder& columns,
                const tsunagu::text::DateRules& dates, FieldRule& out, Problems& problems) {
  const WrittenField written = written_field(node, problems);
  check_system(node, written, slot, problems);
  const bool text = written.text.kind != Node::Kind::null;
  if (static_cast<int>(written.column.has_value()) +
          static_cast<int>(written.constant.has_value()) + static_cast<int>(text) !=
      1) {
    return report_shape(node, problems,
                        {"列の名前か、column、constant、text のどれか一つ",
                         "a column's name, or one of column, constant, text"});
  }
  if (written.column) {
    out.value = {Part{{}, columns.find(*written.column, problems)}};
  } else if (text) {
    read_text(written.text, columns, out, problems);
  } else {
    check_constant(slot, *written.constant, dates, problems);
    out.value = {Part{written.constant->code}};
    if (written.codes.kind != Node::Kind::null)
      return report_shape(written.codes, problems,
                          {"列の語にだけ codes", "codes of a column's words only"});
  }
  read_codes(written.codes, slot, out, problems);
  if (written.system) out.system = written.system->code;
}

void check_required(const MappingRecord& written, const mapping::RecordRule& rule,
                    Problems& problems) {
  const auto slots = mapping::slots_of(rule.kind);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (!slots[i].required || rule.find(static_cast<std::uint8_t>(i)) != nullptr) continue;
    const std::string name(slots[i].name);
    problems.add(written.fields.at, "missing_key",
                 {"この記録には「" + name + "」が必要です。fields に書き加えてください。",
                  "this record needs the field \"" + name + "\"; add it to its fields"});
  }
}

}  // namespace

void read_mapping_fields(const MappingRecord& written, const ColumnFinder& columns,
                         const tsunagu::text::DateRules& dates, mapping::RecordRule& out,
                         Problems& problems) {
  if (written.fields.kind != Node::Kind::map || written.fields.entries.empty())
    return report_shape(written.fields, problems,
                        {"一つ以上の「項目: 列の名前」の組", "one field and its column, or more"});
  const auto slots = mapping::slots_of(out.kind);
  std::vector<std::string_view> names;
  for (const Slot& slot : slots)
    names.push_back(slot.name);
  for (const Entry& entry : written.fields.entries) {
    const auto found = std::find(names.begin(), names.end(), entry.key);
    if (found == names.end()) {
      Node at = entry.value;
      at.at = entry.at;
      at.text = entry.key;
      report_unknown_word(at, problems, names);
      continue;
    }
    FieldRule& field = out.fields.emplace_back();
    field.slot = static_cast<std::uint8_t>(found - names.begin());
    read_value(entry.value, slots[field.slot], columns, dates, field, problems);
  }
  check_required(written, out, problems);
}

}  // namespace hub::profile
