#include "hub/cli/count_rows.hpp"

#include <array>
#include <ostream>

#include "hub/cli/workbook.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

struct Part {
  std::string_view code;
  Text word;
};
/// What a figure's part is called where the word of a state would not do.
constexpr Part parts[] = {
    {"waiting", {"検討中", "waiting"}},
    {"taken_up", {"取り上げた", "taken up"}},
    {"declined", {"見送り", "declined"}},
    {"handed_back", {"つないだ機関が継続", "handed back"}},
    {"named", {"新たに決定", "named"}},
    {"reached", {"会えた・話せた", "reached"}},
    {"missed", {"会えなかった", "missed"}},
    {"cannot_ask", {"求められない", "cannot ask"}},
    {"refuses", {"拒む", "refuses"}},
    {"unaware", {"自覚がない", "unaware"}},
    {"hidden", {"見えにくい", "hidden"}},
    {"proposed", {"提案", "proposed"}},
    {"visited", {"見学", "visited"}},
    {"trial", {"体験", "trial"}},
    {"joined", {"参加", "joined"}},
    {"ended", {"終了", "ended"}},
    {"outreach", {"アウトリーチ等", "outreach"}},
    {"J-KAIGI", {"重層的支援会議", "J-KAIGI"}},
    {"SHIEN-KAIGI", {"支援会議", "SHIEN-KAIGI"}},
    {"SHOGAI-KYOGI", {"障害者の協議会", "SHOGAI-KYOGI"}},
    {"CARE-KAIGI", {"地域ケア会議", "CARE-KAIGI"}},
    {"KONKYU-KAIGI", {"生活困窮者の支援会議", "KONKYU-KAIGI"}},
    {"YOUTAIKYO", {"要対協", "YOUTAIKYO"}},
};

std::string word_of_part(const Console& console, View line) {
  const auto code = line.find("part").text();
  for (const auto& part : parts)
    if (part.code == code) return std::string(console.in_words(part.word));
  const auto name = line.find("partName").text();
  return std::string(name == code ? word_for(console.language, code) : name);
}

std::string name_of_desk(const Console& console, View line) {
  if (line.find("desk").text() == "-")
    return std::string(console.in_words({"(窓口なし)", "(no desk)"}));
  return std::string(line.find("deskName").text());
}

std::string count_in(View line) {
  if (line.find("hidden").boolean()) return std::string(hidden_count);
  if (line.find("of").exists()) {
    const auto days = line.find("days").text();
    return days.empty() ? "-" : std::string(days);
  }
  return std::to_string(line.find("count").integer());
}

void add_rows(std::vector<CountRow>& rows, const Console& console, const Answer& answer,
              const CountRow& whole, CountRow::Of of) {
  const auto kind = of == CountRow::Of::part ? "part" : "desk";
  for (const auto line : answer.of(kind)) {
    if (line.find("figure").text() != whole.figure) continue;
    CountRow row = whole;
    row.of = of;
    row.name = of == CountRow::Of::part ? word_of_part(console, line) : name_of_desk(console, line);
    row.count = count_in(line);
    row.number = row.count != hidden_count;
    rows.push_back(std::move(row));
  }
}

using Cells = std::array<std::string, 7>;

Cells header_of(const Console& console) {
  const auto word = [&console](const Text& text) { return std::string(console.in_words(text)); };
  return {
      word({"符号", "code"}),      word({"要件", "requirement"}),        word({"指標", "figure"}),
      word({"区分", "of"}),        word({"内訳・窓口", "part or desk"}), word({"件数", "count"}),
      word({"定義", "definition"})};
}

Cells cells_of(const Console& console, const CountRow& row) {
  return {row.figure, row.requirement, row.title,     std::string(word_of(console, row.of)),
          row.name,   row.count,       row.definition};
}

}  // namespace

std::string_view word_of(const Console& console, CountRow::Of of) {
  switch (of) {
    case CountRow::Of::whole:
      return console.in_words({"計", "all"});
    case CountRow::Of::part:
      return console.in_words({"内訳", "part"});
    case CountRow::Of::desk:
      break;
  }
  return console.in_words({"窓口", "desk"});
}

std::vector<CountRow> count_rows(const Console& console, const Answer& answer) {
  std::vector<CountRow> rows;
  for (const auto line : answer.of("figure")) {
    CountRow row;
    row.figure = line.find("figure").text();
    row.title = line.find(console.language == Language::ja ? "title" : "english").text();
    row.requirement = line.find("requirement").text();
    row.definition = line.find("definition").text();
    row.count = count_in(line);
    row.number = row.count != hidden_count && row.count != "-";
    rows.push_back(row);
    add_rows(rows, console, answer, row, CountRow::Of::part);
    add_rows(rows, console, answer, row, CountRow::Of::desk);
  }
  return rows;
}

void write_count_csv(std::ostream& out, const Console& console, const Answer& answer) {
  tsunagu::text::CsvWriter csv;
  const auto put = [&csv](const Cells& cells) {
    for (const auto& cell : cells)
      csv.cell(cell);
    csv.end_row();
  };
  put(header_of(console));
  for (const auto& row : count_rows(console, answer))
    put(cells_of(console, row));
  out << "\xEF\xBB\xBF" << csv.take();
}

bool write_count_xlsx(Console& console, const std::string& file, const Answer& answer) {
  Workbook book(file);
  auto counts = book.sheet(console.language == Language::ja ? "件数" : "counts");
  std::vector<std::string> header;
  for (const auto& cell : header_of(console))
    header.push_back(cell);
  counts.header(header, {12, 8, 34, 8, 34, 9, 70});
  for (const auto& row : count_rows(console, answer)) {
    const auto cells = cells_of(console, row);
    for (std::size_t at = 0; at < cells.size(); ++at)
      at == 5 && row.number ? counts.number(cells[at]) : counts.text(cells[at]);
    counts.end_row();
  }
  auto missing = book.sheet(console.language == Language::ja ? "数えられないもの" : "not counted");
  missing.header({header[1], header[2], std::string(console.in_words({"理由", "reason"}))},
                 {8, 50, 80});
  for (const auto line : answer.of("uncounted")) {
    for (const auto* key : {"requirement", "title", "reason"})
      missing.text(line.find(key).text());
    missing.end_row();
  }
  return book.close(console);
}

}  // namespace hub::cli
