#include "hub/cli/erasure_page.hpp"

#include <ostream>

#include "hub/cli/html.hpp"

namespace hub::cli {
namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>消去の一覧</title>
<style>
@page { size: A4; margin: 20mm }
body { font-family: "Noto Sans CJK JP", "IPAexGothic", sans-serif; max-width: 170mm; margin: 0 auto; line-height: 1.6 }
h1 { font-size: 16pt; border-bottom: 1px solid }
table { border-collapse: collapse; width: 100%; margin: 3mm 0 }
thead { display: table-header-group }
tr { page-break-inside: avoid }
th, td { border: 1px solid #777; padding: 1mm 2mm; text-align: left }
.id { font-family: monospace; font-size: 9pt }
.seal td { height: 22mm; width: 33%; vertical-align: top }
</style></head><body>
<h1>消去の一覧</h1>
<p>保存期間を過ぎた次のものを消去します(個人情報保護法22条)。消去したものは元に戻せません。これより前のバックアップは、別に廃棄してください。</p>
)";

constexpr std::string_view tail =
    R"(<table class="seal"><tr><td>承認日</td><td>承認者(実行する人とは別の人)</td><td>印</td></tr></table>
</body></html>
)";

}  // namespace

void write_erasure_page(std::ostream& out, const Answer& answer) {
  out << head;
  for (const auto list : answer.of("list"))
    out << "<p>一覧の名: <span class=\"id\">" << escaped(list.find("list").text())
        << "</span></p>\n";
  out << "<table><thead><tr><th>種類</th><th>件数</th></tr></thead><tbody>\n";
  for (const auto due : answer.of("due"))
    out << "<tr><td>" << escaped(word_for(Language::ja, due.find("what").text())) << "</td><td>"
        << due.find("rows").integer() << "</td></tr>\n";
  out << "</tbody></table>\n<table><thead><tr><th>消える人(記録上の符号)</th></tr></"
         "thead><tbody>\n";
  for (const auto person : answer.of("person"))
    out << "<tr><td class=\"id\">" << escaped(person.find("person").text()) << "</td></tr>\n";
  out << "</tbody></table>\n" << tail;
}

}  // namespace hub::cli
