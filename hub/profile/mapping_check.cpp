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

/// What the tax section fills in or decides: 地方税法22条 holds for it wherever it stands.
constexpr std::array<std::string_view, 8> taxation{"滞納(税)", "課税",     "税額",     "保険料段階",
                                                   "所得段階", "負担割合", "負担上限", "世帯収入"};

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
                     bool allowed, const MappingRecord& written, Problems& problems) {
  const std::string name(mapping::kind_names[static_cast<std::size_t>(kind)]);
  if (key.empty() && wanted) {
    problems.add(
        written.at, "missing_key",
        {"「" + name + "」がありません。誰の記録かを、人の記録の key と同じ形で書いてください。",
         "\"" + name + "\" is missing: whose record is it? Write that person's key"});
  } else if (!key.empty() && !allowed) {
    problems.add(written.at, "unknown_key",
                 {"この種類の記録に「" + name + "」は書けません。",
                  "a record of this kind has no \"" + name + "\""});
  } else if (!key.empty() && !some_record_has(mapping, kind, key)) {
    problems.add(written.at, "bad_reference",
                 {"「" + name + "」と同じ key の記録(kind: " + name + ")がこの対応表にありません。",
                  "no record of kind " + name + " in this mapping has that key"});
  }
}

bool names(const Template& key, int column) {
  return std::any_of(key.begin(), key.end(),
                     [column](const mapping::Part& part) { return part.column == column; });
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
  const auto taxed = [&column](std::string_view word) {
    return column.name.code.find(word) != std::string::npos;
  };
  if (column.label != "tax" && std::any_of(taxation.begin(), taxation.end(), taxed))
    problems.add(column.name.at, "tax_column",
                 {"税の情報の列です。label: tax を付けてください(地方税法22条)。",
                  "this column comes from taxation; write label: tax"},
                 "label: tax");
}

}  // namespace

void check_mapping(const MappingFile& written, const Mapping& mapping, Problems& problems) {
  for (const MappingColumn& column : written.columns)
    check_column(column, problems);
  if (written.records.empty())
    problems.add(written.at, "missing_key", {"records が空です。", "there are no records"});
  for (std::size_t i = 0; i < mapping.records.size(); ++i) {
    const RecordRule& rule = mapping.records[i];
    const bool about = mapping::names_person(rule.kind);
    check_key(rule, written.records[i], problems);
    check_reference(mapping, Kind::person, rule.person, about, about, written.records[i], problems);
    check_reference(mapping, Kind::consultation, rule.consultation, false,
                    mapping::names_consultation(rule.kind), written.records[i], problems);
  }
}

}  // namespace hub::profile
