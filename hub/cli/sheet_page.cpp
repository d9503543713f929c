#include "hub/cli/sheet_page.hpp"

#include <algorithm>
#include <ostream>

#include "hub/cli/html.hpp"
#include "hub/cli/workbook.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::cli {
namespace {

constexpr std::string_view style = R"(
@page { size: A4; margin: 12mm 15mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt } }
body { font-family: "BIZ UDMincho", "IPAmj Mincho", "Noto Serif CJK JP", "Noto Sans CJK JP", "IPAexMincho", serif; font-size: 10pt; line-height: 1.4; max-width: 179mm; margin: 0 auto }
h1 { font-size: 16pt; text-align: center; margin: 0 0 3mm; letter-spacing: .1em }
h2 { font-size: 11pt; margin: 3mm 0 1mm; break-after: avoid }
p { margin: 1mm 0 } .note { font-size: 8pt; color: #333; margin-top: 3mm }
table { border-collapse: collapse; width: calc(100% - 1px); table-layout: fixed }
thead { display: table-header-group } tr { break-inside: avoid }
th, td { border: 1px solid #333; padding: .7mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line }
th { background: #f0f0f0; font-weight: normal } .entries th { width: 42mm }
.unsafe td { color: #c00000; font-weight: bold } .mark { color: #555; font-size: 8pt }
.sign { margin: 4mm 0 0 auto; width: 110mm !important; break-inside: avoid } .sign td { height: 9mm }
)";

void put_label(std::ostream& out, const FilledEntry& entry) {
  out << "<th>" << escaped(entry.label);
  if (entry.ours) out << "<span class=\"mark\">" << ours_mark << "</span>";
  out << "</th>";
}

void put_entries(std::ostream& out, const FilledSection& section) {
  constexpr int line_millimetres = 5;
  out << "<table class=\"entries\">";
  for (const auto& entry : section.entries) {
    out << "<tr>";
    put_label(out, entry);
    out << "<td style=\"height:" << line_millimetres * std::max(entry.lines, 1) << "mm\">"
        << escaped(entry.value) << "</td></tr>\n";
  }
  out << "</table>\n";
}

void put_table(std::ostream& out, const FilledSection& section) {
  out << "<table><thead><tr>";
  for (const auto& column : section.columns)
    put_label(out, column);
  out << "</tr></thead><tbody>\n";
  for (const auto& row : section.rows) {
    out << (row.unsafe ? "<tr class=\"unsafe\">" : "<tr>");
    for (const auto& cell : row.cells)
      out << "<td style=\"height:6mm\">" << escaped(cell) << "</td>";
    out << "</tr>\n";
  }
  out << "</tbody></table>\n";
}

void put_section(std::ostream& out, const FilledSection& section) {
  if (!section.title.empty()) out << "<h2>" << escaped(section.title) << "</h2>\n";
  if (!section.text.empty()) out << "<p>" << escaped(section.text) << "</p>\n";
  if (!section.entries.empty()) put_entries(out, section);
  if (!section.columns.empty()) put_table(out, section);
  if (section.signature)
    out << "<table class=\"sign entries\"><tr><th>年月日</th><td></td></tr>"
           "<tr><th>氏名（署名）</th><td></td></tr></table>\n";
}

void add_line(std::string& out, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  out.append(label).append("：").append(value).append("\n");
}

std::string row_text(const FilledRow& row) {
  std::string line;
  for (const auto& cell : row.cells)
    if (!cell.empty()) line += (line.empty() ? "・" : "　") + cell;
  return line.empty() ? line : line + "\n";
}

}  // namespace

void write_sheet_page(std::ostream& out, const FilledSheet& sheet) {
  out << "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>"
      << escaped(sheet.title) << "</title><style>" << style << "</style></head><body>\n<h1>"
      << escaped(sheet.title) << "</h1>\n";
  for (const auto& section : sheet.sections)
    put_section(out, section);
  out << "<p class=\"note\">" << escaped(sheet.note);
  if (sheet.has_ours) out << "　" << ours_mark << "は公表された様式にない欄です。";
  out << "</p>\n</body></html>\n";
}

std::string sheet_text(const FilledSheet& sheet, int limit) {
  std::string out = sheet.title + "\n";
  for (const auto& section : sheet.sections) {
    for (const auto& entry : section.entries)
      add_line(out, entry.label, entry.value);
    for (const auto& row : section.rows)
      out += row_text(row);
  }
  constexpr std::string_view cut = "…（続きは返書）\n";
  constexpr std::size_t cut_characters = 9;
  std::size_t kept = 0;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < out.size(); ++characters) {
    if (limit > 0 && characters + cut_characters <= static_cast<std::size_t>(limit)) kept = at;
    std::size_t bytes = 0;
    tsunagu::text::next(std::string_view(out).substr(at), bytes);
    at += bytes;
  }
  if (limit > 0 && characters > static_cast<std::size_t>(limit))
    return out.substr(0, kept) + std::string(cut);
  return out;
}

bool write_sheet_xlsx(Console& console, const std::string& file, const FilledSheet& sheet) {
  constexpr int label_width = 28;
  constexpr int value_width = 60;
  Workbook book(file);
  auto page = book.sheet("帳票");
  page.header({sheet.title, ""}, {label_width, value_width});
  const auto put = [&page](const std::vector<std::string>& cells) {
    for (const auto& cell : cells)
      page.text(cell);
    page.end_row();
  };
  for (const auto& section : sheet.sections) {
    if (!section.title.empty()) put({section.title});
    if (!section.text.empty()) put({"", section.text});
    for (const auto& entry : section.entries)
      put({entry.label + std::string(entry.ours ? ours_mark : ""), entry.value});
    std::vector<std::string> labels;
    for (const auto& column : section.columns)
      labels.push_back(column.label);
    if (!labels.empty()) put(labels);
    for (const auto& row : section.rows)
      put(row.cells);
  }
  put({"", sheet.note});
  return book.close(console);
}

}  // namespace hub::cli
