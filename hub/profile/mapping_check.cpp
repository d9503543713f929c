// What is wrong with a mapping as a whole.
#include <algorithm>
#include <array>

#include "hub/profile/mapping_parts.hpp"
#include "tsunagu/text/refused_numbers.hpp"

namespace hub::profile {
namespace {

namespace mapping = tsunagu::mapping;
using mapping::Kind;
using mapping::Mapping;
using mapping::RecordRule;
using mapping::Template;

bool same(const Template& a, const Template& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const mapping::Part& one, const mapping::Part& other) {
                      return one.column == other.column && one.literal == other.literal;
                    });
}

bool some_record_has(const Mapping& mapping, Kind kind, const Template& key) {
  return std::any_of(mapping.records.begin(), mapping.records.end(), [&](const RecordRule& rule) {
    return rule.kind == kind && same(rule.key, key);
  });
}

void check_reference(const Mapping& mapping, Kind kind, const Template& key, bool wanted,
                     bool allowed, const Node& node, const MappingRecord& written,
                     Problems& problems) {
  const std::string name(mapping::kind_names[static_cast<std::size_t>(kind)]);
  if (key.empty() && wanted) {
    problems.add(
        written.at, "missing_key",
        {"「" + name + "」がありません。誰の記録かを、人の記録の key と同じ形で書いてください。",
         "\"" + name + "\" is missing: whose record is it? Write that person's key"});
  } else if (!key.empty() && !allowed) {
    problems.add(node.at, "unknown_key",
                 {"この種類の記録に「" + name + "」は書けません。",
                  "a record of this kind has no \"" + name + "\""});
  } else if (!key.empty() && !some_record_has(mapping, kind, key)) {
    problems.add(node.at, "bad_reference",
                 {"「" + name + "」と同じ key の記録(kind: " + name + ")がこの対応表にありません。",
                  "no record of kind " + name + " in this mapping has that key"});
  }
}

/// A key that is the same on every line, or for every part of a cell, names one record only.
void check_key(const RecordRule& rule, const MappingRecord& written, Problems& problems) {
  const bool varies = std::any_of(rule.key.begin(), rule.key.end(), [](const mapping::Part& part) {
    return part.column != mapping::Part::none;
  });
  if (!varies)
    report_shape(written.key, problems,
                 {"列を含むキー(例 kayoi:{番号})", "a key with a column (such as kayoi:{id})"});
  if (rule.each && !names(rule.key, rule.each->column))
    report_shape(written.key, problems,
                 {"each の列を含むキー", "a key with the column of \"each\""});
}

void check_column(const MappingColumn& column, Problems& problems) {
  if (tsunagu::text::refused_header(column.name.code))
    problems.add(column.name.at, "refused_number",
                 {"この番号は取り込めません(番号法20条など)。表から列ごと除いてください。",
                  "this number may not come in; take the column out of the table"});
  if ((!column.label || column.label->code != "tax") && tells_taxation(column.name.code))
    problems.add(column.name.at, "tax_column",
                 {"税の情報の列です。label: tax を付けてください(地方税法22条)。",
                  "this column comes from taxation; write label: tax"},
                 "label: tax");
}

/// Made on each line that a record of it is made of.
bool always_made(const RecordRule& rule) {
  return rule.when.test == tsunagu::condition::Predicate::Test::all && rule.when.parts.empty() &&
         rule.needs.empty() && !rule.each;
}

/// Two records of one kind and key are one of two only where each has its own lines.
void check_shared_keys(const MappingFile& written, const Mapping& mapping, Problems& problems) {
  for (std::size_t second = 1; second < mapping.records.size(); ++second)
    for (std::size_t first = 0; first < second; ++first) {
      const RecordRule& one = mapping.records[first];
      const RecordRule& other = mapping.records[second];
      if (one.kind != other.kind || !same(one.key, other.key)) continue;
      if (!always_made(one) && !always_made(other)) continue;
      const std::string line = std::to_string(written.records[first].key.at.line);
      problems.add(written.records[second].key.at, "doubled",
                   {line + "行目の記録と種類も key も同じで、同じ行から二つできてしまいます。key を"
                           "変えるか、両方に when を書いてください。",
                    "the record of line " + line +
                        " has the same kind and key, and one line would "
                        "make both; write another key, or \"when\" for both"});
    }
}

/// A spelling of dates in a column that fills no date does nothing.
void check_spellings(const MappingFile& written, const Mapping& mapping, Problems& problems) {
  const auto is_read = [&mapping](int column) {
    return std::any_of(mapping.records.begin(), mapping.records.end(), [&](const RecordRule& rule) {
      return std::any_of(
          rule.fields.begin(), rule.fields.end(), [&](const mapping::FieldRule& field) {
            return mapping::slots_of(rule.kind)[field.slot].type == mapping::SlotType::date &&
                   names(field.value, column);
          });
    });
  };
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    if (!mapping.columns[i].dates || is_read(static_cast<int>(i))) continue;
    problems.add(written.columns[i].name.at, "unused",
                 {"日付の書き方(eras など)がありますが、この列から日付を読む項目がありません。"
                  "どちらかを直してください。",
                  "how this column writes dates is said (eras, …), but no field reads a date from "
                  "it; mend one of the two"});
  }
}

}  // namespace

void check_mapping(const MappingFile& written, const Mapping& mapping, Problems& problems) {
  for (const MappingColumn& column : written.columns)
    check_column(column, problems);
  if (written.records.empty())
    problems.add(written.place_of("records"), "missing_key",
                 {"records が空です。表の一行から作る記録を書いてください。",
                  "there are no records; write what a line becomes"});
  for (std::size_t i = 0; i < mapping.records.size(); ++i) {
    const RecordRule& rule = mapping.records[i];
    const bool about = mapping::names_person(rule.kind);
    check_key(rule, written.records[i], problems);
    check_reference(mapping, Kind::person, rule.person, about, about, written.records[i].person,
                    written.records[i], problems);
    check_reference(mapping, Kind::consultation, rule.consultation, false,
                    mapping::names_consultation(rule.kind), written.records[i].consultation,
                    written.records[i], problems);
  }
  check_shared_keys(written, mapping, problems);
  check_spellings(written, mapping, problems);
}

}  // namespace hub::profile
