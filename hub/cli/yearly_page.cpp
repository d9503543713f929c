#include "hub/cli/yearly_page.hpp"

#include <ostream>

#include "hub/cli/count_rows.hpp"
#include "hub/cli/fiscal_year.hpp"
#include "hub/cli/html.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

constexpr std::string_view style = R"(
@page { size: A4; margin: 15mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt } }
body { font-family: "BIZ UDPGothic", "Noto Sans CJK JP", "IPAexGothic", sans-serif; font-size: 10.5pt; line-height: 1.5; max-width: 179mm; margin: 0 auto }
h1 { font-size: 17pt; border-bottom: 2px solid; margin: 0 0 3mm }
h2 { font-size: 12.5pt; border-left: 2.5mm solid #00418d; padding-left: 2.5mm; margin: 5mm 0 2mm; break-after: avoid }
table { border-collapse: collapse; width: calc(100% - 1px); margin-bottom: 3mm }
th, td { border: 1px solid #777; padding: 1mm 2mm; text-align: left; vertical-align: top }
thead { display: table-header-group } tr { break-inside: avoid }
td.count { text-align: right; white-space: nowrap; width: 18mm }
td.part { padding-left: 6mm } p, li { margin: .5mm 0 } ul { padding-left: 6mm; margin: 0 }
.definition { color: #444; font-size: 9pt } .small { font-size: 9pt }
.assembly { font-size: 10pt; line-height: 1.4 } .assembly td, .assembly th { padding: .4mm 2mm }
)";

void put_begin(std::ostream& out, const std::string& title) {
  out << "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>"
      << escaped(title) << "</title><style>" << style << "</style></head><body>\n<h1>"
      << escaped(title) << "</h1>\n";
}

std::string municipality_of(const Answer& answer) {
  for (const auto period : answer.of("period"))
    return std::string(period.find("municipality").text());
  return {};
}

void put_period(std::ostream& out, const Answer& answer) {
  for (const auto period : answer.of("period")) {
    out << "<p>" << escaped(municipality_of(answer)) << "　"
        << escaped(day_in_both(period.find("from").text())) << "から"
        << escaped(day_in_both(period.find("until").text())) << "まで</p>\n";
    if (!period.find("over").boolean())
      out << "<p>※ 年度の途中の数です。年度が終わってから公表してください。</p>\n";
  }
}

void put_count_row(std::ostream& out, const CountRow& row, bool with_definition) {
  const bool whole = row.of == CountRow::Of::whole;
  out << (whole ? "<tr><td>" : "<tr><td class=\"part\">") << escaped(whole ? row.title : row.name);
  if (whole && with_definition)
    out << "<div class=\"definition\">" << escaped(row.definition) << "</div>";
  out << "</td><td class=\"count\">" << escaped(row.count) << "</td></tr>\n";
}

constexpr std::string_view hidden_words =
    "<p class=\"small\">x は伏せた数です(1から9、及びそれを逆算できる数)。日数は中央値で、"
    "- は該当がないことを示します。</p>\n";

void put_not_shown(std::ostream& out, const Answer& answer) {
  out << "<h2>この数字に表れないもの</h2>\n<ul>\n";
  for (const auto line : answer.of("uncounted"))
    out << "<li>" << escaped(line.find("title").text()) << "："
        << escaped(line.find("reason").text()) << "</li>\n";
  out << "<li>件数は支援の量であり、本人や世帯の暮らしがよくなったかどうかではありません。</li>\n"
         "<li>相談に来ていない人、つながっていない世帯は、どの数にも入っていません。</li>\n"
         "<li>件数の増加は、困りごとの増加とも、気づく力の高まりとも読めます。</li>\n</ul>\n";
}

}  // namespace

void write_yearly_page(std::ostream& out, const Console& console, const Answer& answer, int year) {
  put_begin(out, "重層的支援体制整備事業　" + fiscal_year_in_words(year) + "　実績報告");
  put_period(out, answer);
  out << "<table><thead><tr><th>指標と定義</th><th>件数</th></tr></thead><tbody>\n";
  for (const auto& row : count_rows(console, answer))
    put_count_row(out, row, true);
  out << "</tbody></table>\n" << hidden_words;
  put_not_shown(out, answer);
  out << "</body></html>\n";
}

void write_assembly_page(std::ostream& out, const Console& console, const Answer& answer,
                         int year) {
  put_begin(out, fiscal_year_in_words(year) + "　重層的支援体制整備事業の概要");
  put_period(out, answer);
  out << "<div class=\"assembly\"><table><tbody>\n";
  for (const auto& row : count_rows(console, answer))
    if (row.of == CountRow::Of::whole) put_count_row(out, row, false);
  out << "</tbody></table>\n" << hidden_words;
  put_not_shown(out, answer);
  out << "</div></body></html>\n";
}

}  // namespace hub::cli
