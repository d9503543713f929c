#include "hub/cli/sheet_fill.hpp"

#include "hub/cli/fiscal_year.hpp"

namespace hub::cli {
namespace {

using profile::FieldKind;
using tsunagu::json::View;

std::string sex_in_words(std::string_view code) {
  if (code == "1") return "男性";
  if (code == "2") return "女性";
  return code == "9" ? "その他" : "不明";
}

std::string in_both_calendars(std::string_view instant) {
  const auto japan = in_japan(instant);
  const auto blank = japan.find(' ');
  if (blank == std::string::npos) return japan;
  return day_in_both(japan.substr(0, blank)) + japan.substr(blank);
}

std::string words_for(const profile::SheetField& field, View value) {
  if (value.is(tsunagu::json::Type::integer)) return std::to_string(value.integer());
  const auto text = value.text();
  if (field.name == "person.sex") return text.empty() ? "" : sex_in_words(text);
  switch (field.kind) {
    case FieldKind::word:
      return std::string(word_for(Language::ja, text));
    case FieldKind::time:
      return text.empty() ? std::string() : in_both_calendars(text);
    case FieldKind::day:
      return text.empty() ? std::string() : day_in_both(text);
    case FieldKind::text:
      break;
  }
  return std::string(text);
}

std::string value_in(const std::string& name, View line) {
  const auto* field = profile::find_sheet_field(name);
  if (field == nullptr) return {};
  const auto value = line.find(name.substr(name.find('.') + 1));
  return value.exists() ? words_for(*field, value) : std::string();
}

/// Of the newest line that says it.
std::string newest(const Answer& data, const std::string& name) {
  std::string found;
  for (const auto line : data.of(name.substr(0, name.find('.')))) {
    auto value = value_in(name, line);
    if (!value.empty()) found = std::move(value);
  }
  return found;
}

FilledRow row_of(const profile::SheetSection& section, View line) {
  FilledRow row;
  const auto safe = line.find("safe");
  row.unsafe = safe.exists() && !safe.boolean();
  for (const auto& column : section.columns) {
    auto cell = column.field.code.empty()
                    ? std::string()
                    : value_in(section.table.code + "." + column.field.code, line);
    if (row.unsafe && row.cells.empty()) cell = std::string(unsafe_mark) + cell;
    row.cells.push_back(std::move(cell));
  }
  return row;
}

FilledSection fill_section(const profile::SheetSection& section, const Answer& data) {
  FilledSection out{section.title, section.text, {}, {}, {}, section.signature};
  for (const auto& entry : section.entries)
    out.entries.push_back(
        {entry.label, entry.field.code.empty() ? std::string() : newest(data, entry.field.code),
         entry.lines, entry.ours});
  for (const auto& column : section.columns)
    out.columns.push_back({column.label, {}, 1, column.ours});
  if (section.table.code.empty()) return out;
  for (const auto line : data.of(section.table.code))
    out.rows.push_back(row_of(section, line));
  for (int row = 0; row < section.blank_rows; ++row)
    out.rows.push_back({std::vector<std::string>(section.columns.size()), false});
  return out;
}

bool has_ours(const std::vector<FilledEntry>& entries) {
  for (const auto& entry : entries)
    if (entry.ours) return true;
  return false;
}

}  // namespace

FilledSheet fill(const profile::SheetLayout& layout, const Answer& data) {
  FilledSheet sheet;
  sheet.title = layout.title;
  sheet.note = newest(data, "sheet.municipality") + "　" + layout.code + " 第" + layout.version +
               "版　作成 " + newest(data, "sheet.printedAt");
  if (!layout.follows.empty()) sheet.note += "　" + layout.follows;
  for (const auto& section : layout.sections) {
    sheet.sections.push_back(fill_section(section, data));
    const auto& filled = sheet.sections.back();
    sheet.has_ours = sheet.has_ours || has_ours(filled.entries) || has_ours(filled.columns);
  }
  return sheet;
}

}  // namespace hub::cli
