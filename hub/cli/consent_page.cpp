#include "hub/cli/consent_page.hpp"

#include <ostream>
#include <string>
#include <vector>

#include "hub/cli/easy_words.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>同意の控え</title>
<style>
@page { size: A4; margin: 18mm }
body { font-family: "UD Digi Kyokasho NP-R", "BIZ UDPGothic", "Noto Sans CJK JP", "IPAexGothic", sans-serif; font-size: 13pt; line-height: 2.1; max-width: 174mm; margin: 0 auto; padding-top: 2mm }
h1 { font-size: 20pt; border-bottom: 2px solid; line-height: 1.9; margin: 0 0 4mm }
h2 { font-size: 14pt; margin: 5mm 0 0; border-left: 3mm solid #444; padding-left: 3mm }
ul { margin: 0; padding-left: 8mm }
p { margin: 1mm 0 }
rt { font-size: 55% }
.line { border-bottom: 1px solid; display: inline-block; min-width: 80mm }
.box { border: 2px solid; padding: 2mm 5mm; margin-top: 5mm }
small { font-size: 9pt; line-height: 1.5; display: block; margin-top: 4mm }
</style></head><body>
)";

void put_heading(std::ostream& out, std::string_view text) {
  out << "<h2>" << with_ruby(text) << "</h2>\n";
}

void put_list(std::ostream& out, const std::vector<std::string>& lines) {
  out << "<ul>\n";
  for (const auto& line : lines)
    out << "<li>" << with_ruby(line) << "</li>\n";
  out << "</ul>\n";
}

/// What each code means; where only the municipality knows it, in its own words.
std::vector<std::string> easy_words_of(View codes, View names) {
  std::vector<std::string> own;
  for (const View name : names)
    own.emplace_back(name.text());
  std::vector<std::string> out;
  std::size_t at = 0;
  for (const View code : codes) {
    const std::string otherwise = at < own.size() ? own[at] : std::string(code.text());
    out.emplace_back(easy_word(code.text(), otherwise));
    ++at;
  }
  return out;
}

/// 2026-04-10 → 2026年4月10日
std::string easy_day(std::string_view day) {
  if (day.size() != 10) return {};
  const auto part = [day](std::size_t at, std::size_t count) {
    auto text = day.substr(at, count);
    while (text.size() > 1 && text.front() == '0')
      text.remove_prefix(1);
    return std::string(text);
  };
  return part(0, 4) + "年《ねん》" + part(5, 2) + "月《がつ》" + part(8, 2) + "日《にち》";
}

void put_sharing(std::ostream& out, View copy) {
  put_heading(out, "だれに 見《み》せますか");
  put_list(out, easy_words_of(copy.find("recipients"), copy.find("recipientNames")));
  std::string agencies;
  for (const View name : copy.find("agencies"))
    agencies += (agencies.empty() ? "" : "、") + std::string(name.text());
  if (!agencies.empty()) out << "<p>（" << with_ruby(agencies) << "）</p>\n";
  put_heading(out, "何《なに》のためですか");
  put_list(out, easy_words_of(copy.find("purposes"), copy.find("purposeNames")));
  put_heading(out, "何《なに》を 見《み》せますか");
  put_list(out, easy_words_of(copy.find("items"), copy.find("itemNames")));
  out << "<p>" << with_ruby("ここに 書《か》いていないものは 見《み》せません。") << "</p>\n";
}

void put_period(std::ostream& out, View copy) {
  put_heading(out, "いつまでですか");
  const auto until = easy_day(copy.find("until").text());
  out << "<p>" << with_ruby(easy_day(copy.find("givenOn").text())) << " から ";
  if (until.empty()) {
    out << with_ruby("やめると 言《い》うまで");
  } else {
    out << with_ruby(until) << " まで";
  }
  out << with_ruby("です。終《お》わったら、もう 見《み》せません。") << "</p>\n";
}

void put_withdrawal(std::ostream& out, View copy) {
  out << "<div class=\"box\">\n";
  put_heading(out, "やめたいとき");
  out << "<p>"
      << with_ruby(
             "いつでも やめることが できます。ぜんぶ でも、一部《いちぶ》でも いいです。"
             "理由《りゆう》は いりません。やめても、あなたに 悪《わる》いことは ありません。")
      << "</p>\n<p>"
      << with_ruby(
             "下《した》に 電話《でんわ》を するか、窓口《まどぐち》で 「やめます」と "
             "言《い》ってください。手紙《てがみ》でも いいです。")
      << "</p>\n<p>☎ ";
  const auto contact = copy.find("contact").text();
  if (contact.empty()) {
    out << "<span class=\"line\">&nbsp;</span>";
  } else {
    out << with_ruby(contact);
  }
  out << "</p>\n</div>\n";
}

}  // namespace

void write_consent_page(std::ostream& out, std::span<const View> copies) {
  if (copies.empty()) return;
  const View first = copies.front();
  out << head << "<h1>" << with_ruby("あなたの 同意《どうい》の 控《ひか》え") << "</h1>\n<p>"
      << with_ruby("名前《なまえ》 ") << "<span class=\"line\">&nbsp;</span> さん</p>\n";
  View period = first;
  bool support = false;
  for (const View copy : copies) {
    const bool sharing = copy.find("object").text() == "sharing";
    support = support || !sharing;
    if (!sharing) continue;
    period = copy;
    if (!copy.find("easy").text().empty())
      out << "<p>" << with_ruby(copy.find("easy").text()) << "</p>\n";
    put_sharing(out, copy);
  }
  if (support) {
    put_heading(out, "支援《しえん》を 受《う》けること");
    out << "<p>" << with_ruby("支援《しえん》を 受《う》けることにも 同意《どうい》しました。")
        << "</p>\n";
  }
  put_period(out, period);
  put_withdrawal(out, first);
  out << "<small>" << with_ruby(first.find("municipality").text()) << " "
      << with_ruby(first.find("title").text()) << "<br>同意の番号 " << first.find("consent").text()
      << "</small>\n</body></html>\n";
}

}  // namespace hub::cli
