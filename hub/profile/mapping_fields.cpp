// The fields of one record: what each may be filled with.
#include <algorithm>

#include "hub/profile/mapping_parts.hpp"
#include "hub/profile/nearest.hpp"

namespace hub::profile {
namespace {

namespace mapping = tsunagu::mapping;
using mapping::FieldRule;
using mapping::Part;
using mapping::Slot;
using mapping::SlotType;

struct WrittenField {
  Ref column;
  std::string constant;
  Node text;
  Node codes;
  std::string system;
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
  if (node.kind != Node::Kind::map || slot.type != SlotType::choice) {
    return report_shape(
        node, problems,
        {"区分の項目にだけ「元の語: 区分」の組", "words and codes, of a choice only"});
  }
  for (const Entry& entry : node.entries) {
    std::string word;
    read(entry.value, problems, word);
    const int code = code_of(slot, word);
    if (code < 0) report_unknown_word(entry.value, problems, words_known_to(slot));
    out.codes.emplace_back(entry.key, std::max(code, 0));
  }
}

void read_constant(const Node& node, const Slot& slot, const std::string& constant, FieldRule& out,
                   Problems& problems) {
  if (slot.type == SlotType::choice && code_of(slot, constant) < 0) {
    Node at = node;
    at.text = constant;
    report_unknown_word(at, problems, words_known_to(slot));
  }
  out.value = {Part{constant}};
}

void read_value(const Node& node, const Slot& slot, const ColumnFinder& columns, FieldRule& out,
                Problems& problems) {
  WrittenField written;
  if (node.kind == Node::Kind::scalar) {
    read(node, problems, written.column);
  } else {
    read_map(
        node, problems,
        {may("column", written.column), may("constant", written.constant),
         may("text", written.text), may("codes", written.codes), may("system", written.system)});
  }
  const int ways = static_cast<int>(!written.column.code.empty()) +
                   static_cast<int>(!written.constant.empty()) +
                   static_cast<int>(written.text.kind != Node::Kind::null);
  if (ways != 1) {
    return report_shape(node, problems,
                        {"列の名前か、column、constant、text のどれか一つ",
                         "a column's name, or one of column, constant, text"});
  }
  if (!written.column.code.empty()) {
    out.value = {Part{{}, columns.find(written.column, problems)}};
  } else if (!written.constant.empty()) {
    read_constant(node, slot, written.constant, out, problems);
  } else {
    out.value = columns.template_of(written.text, problems);
  }
  read_codes(written.codes, slot, out, problems);
  out.system = written.system;
}

/// 宛名番号 is a number inside one system only.
void check_system(const Entry& entry, const Slot& slot, const FieldRule& field,
                  Problems& problems) {
  const bool wants = slot.name == "number";
  if (wants == !field.system.empty()) return;
  problems.add(
      entry.at, wants ? "missing_key" : "unknown_key",
      wants ? Text{"「system」がありません。どの番号体系の番号かを書いてください(例 "
                   "atena:kaigo)。",
                   "\"system\" is missing: whose number is it (such as atena:kaigo)?"}
            : Text{"「system」は number だけに書けます。", "only a number has a \"system\""});
}

void check_required(const MappingRecord& written, const mapping::RecordRule& rule,
                    Problems& problems) {
  const auto slots = mapping::slots_of(rule.kind);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (!slots[i].required || rule.find(static_cast<std::uint8_t>(i)) != nullptr) continue;
    const std::string name(slots[i].name);
    problems.add(written.at, "missing_key",
                 {"この記録には「" + name + "」が必要です。fields に書き加えてください。",
                  "this record needs the field \"" + name + "\"; add it to its fields"});
  }
}

}  // namespace

void read_mapping_fields(const MappingRecord& written, const ColumnFinder& columns,
                         mapping::RecordRule& out, Problems& problems) {
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
    read_value(entry.value, slots[field.slot], columns, field, problems);
    check_system(entry, slots[field.slot], field, problems);
  }
  check_required(written, out, problems);
}

}  // namespace hub::profile
