#include "hub/cli/disclosure_page.hpp"

#include <initializer_list>
#include <ostream>
#include <string>

#include "hub/cli/disclosure_words.hpp"
#include "hub/cli/html.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>個人情報の提供と閲覧の記録</title>
<style>
@page { size: A4; margin: 18mm 15mm }
body { font-family: "Noto Sans CJK JP", "IPAexGothic", sans-serif; max-width: 180mm; margin: 0 auto; line-height: 1.6; font-size: 10pt }
h1 { font-size: 16pt; border-bottom: 1px solid; padding-bottom: 1mm }
h2 { font-size: 12pt; margin: 6mm 0 2mm }
table { border-collapse: collapse; width: 100% }
thead { display: table-header-group }
tr { page-break-inside: avoid }
th, td { border: 1px solid #777; padding: 1mm 2mm; text-align: left; vertical-align: top; word-break: break-word }
th { background: #eee; font-weight: normal; white-space: nowrap }
.who th { width: 32mm }
.who td { height: 7mm }
.time { white-space: nowrap }
.note { font-size: 9pt; color: #222 }
</style></head><body>
<h1>個人情報の提供と閲覧の記録</h1>
)";

// The third sentence stands on every page, so that it tells nothing about this one.
constexpr std::string_view tail = R"(<h2>この記録について</h2>
<div class="note">
<p>個人情報の保護に関する法律に基づき、あなたの情報を「だれに」「いつ」「何のために」「どの根拠で」提供したか、また、だれが閲覧したかを記載しています。情報の内容そのものは記載していません。内容をお知りになりたいときは、保有個人情報の開示を請求できます(同法76条)。</p>
<p>保存期間を過ぎて消去した記録は含みません。「伏せて提供」は、情報があることだけを示し、内容を伏せたものです。</p>
<p>ほかの方の権利利益を害するおそれのある情報(同法78条1項2号)や、あるかどうかをお答えすること自体がそれに当たる情報(同法81条)は、記載していません。この文は、そのような情報があるときもないときも同じように記載しています。</p>
<p>内容が事実でないと思われるときは訂正(同法90条)を、取扱いが適法でないと思われるときは利用の停止(同法98条)を請求できます。同意はいつでも取りやめることができます。法律の条番号は2025-04-01時点のものです。</p>
</div>
<table class="who"><tr><th>交付日</th><td></td><th>所属・担当者</th><td></td></tr></table>
</body></html>
)";

std::string time_of(View line) {
  return in_japan(line.find("at").text());
}

std::string_view looker_of(View line) {
  const auto by = line.find("by").text();
  return by.empty() ? "市の担当者" : by;
}

void put_row(std::ostream& out, std::string_view time,
             std::initializer_list<std::string_view> cells) {
  out << "<tr><td class=\"time\">" << escaped(time) << "</td>";
  for (const auto cell : cells)
    out << "<td>" << escaped(cell) << "</td>";
  out << "</tr>\n";
}

void put_who(std::ostream& out, const Answer& answer) {
  out << "<table class=\"who\">\n<tr><th>氏名</th><td></td></tr>\n";
  for (const auto page : answer.of("page")) {
    out << "<tr><th>記録上の符号</th><td>" << escaped(page.find("person").text())
        << "</td></tr>\n<tr><th>作成</th><td>" << escaped(page.find("municipality").text()) << " "
        << in_japan(page.find("printedAt").text()) << "</td></tr>\n";
  }
  out << "</table>\n";
}

void put_disclosures(std::ostream& out, const Answer& answer) {
  out << "<h2>提供の記録</h2>\n";
  const auto lines = answer.of("disclosure");
  if (lines.empty()) {
    out << "<p>提供した記録はありません。</p>\n";
    return;
  }
  out << "<table><thead><tr><th>日時</th><th>提供先</th><th>提供した情報</th><th>目的</th>"
         "<th>根拠</th></tr></thead><tbody>\n";
  for (const auto line : lines)
    put_row(out, time_of(line),
            {recipient_in_words(line), items_in_words(line), line.find("purposeTitle").text(),
             ground_in_words(line)});
  out << "</tbody></table>\n";
}

void put_looks(std::ostream& out, const Answer& answer) {
  out << "<h2>閲覧の記録</h2>\n";
  const auto lines = answer.of("look");
  if (lines.empty()) {
    out << "<p>閲覧した記録はありません。</p>\n";
    return;
  }
  out << "<table><thead><tr><th>日時</th><th>閲覧した者</th><th>閲覧したもの</th></tr></thead>"
         "<tbody>\n";
  for (const auto line : lines)
    put_row(out, time_of(line), {looker_of(line), look_in_words(line)});
  out << "</tbody></table>\n";
}

void put_cells(tsunagu::text::CsvWriter& csv, std::initializer_list<std::string_view> cells) {
  for (const auto cell : cells)
    csv.cell(cell);
  csv.end_row();
}

}  // namespace

void write_disclosure_page(std::ostream& out, const Answer& answer) {
  out << head;
  put_who(out, answer);
  put_disclosures(out, answer);
  put_looks(out, answer);
  out << tail;
}

void write_disclosure_csv(std::ostream& out, const Answer& answer) {
  tsunagu::text::CsvWriter csv;
  put_cells(csv, {"区分", "日時", "提供先・閲覧した者", "情報の種類", "目的", "根拠", "記録番号"});
  const auto number = [](View line) { return std::to_string(line.find("row").integer()); };
  for (const auto line : answer.of("disclosure"))
    put_cells(csv, {"提供", time_of(line), recipient_in_words(line), items_in_words(line),
                    line.find("purposeTitle").text(), ground_in_words(line), number(line)});
  for (const auto line : answer.of("look"))
    put_cells(csv,
              {"閲覧", time_of(line), looker_of(line), look_in_words(line), "", "", number(line)});
  out << "\xEF\xBB\xBF" << csv.take();
}

}  // namespace hub::cli
