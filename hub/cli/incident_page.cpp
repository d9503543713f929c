#include "hub/cli/incident_page.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "hub/cli/disclosure_words.hpp"
#include "hub/cli/html.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

constexpr std::string_view style = R"(<style>
@page { size: A4; margin: 18mm 16mm }
body { font-family: "Noto Sans CJK JP", "IPAexGothic", sans-serif; max-width: 178mm; margin: 0 auto; font-size: 10.5pt; line-height: 1.7 }
h1 { font-size: 15pt; text-align: center; margin: 0 0 4mm }
h2 { font-size: 12pt; margin: 5mm 0 1mm }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #777; padding: 1mm 2mm; text-align: left; vertical-align: top }
th { background: #eee; font-weight: normal; width: 42mm }
.hand { border-bottom: 1px dotted; min-height: 9mm }
.draft { border: 1px solid; padding: 0 2mm; float: right }
.note { font-size: 9pt }
</style></head><body>
)";

constexpr std::string_view law_note =
    R"(<p class="note">条番号は要確認（2025-04-01時点）。市の機関は個人情報保護法68条と同法施行規則43条〜45条、市から受託した民間の事業者は同法26条と規則7条・8条・10条による（確報の30日と60日は規則8条2項で、報告の対象となる4つの事由と100人は個人情報保護委員会の案内で確かめた。43条〜45条の条文は提出前に原典で確かめること）。知った日を1日目と数える。確報の期限が休日に当たるときは、その翌開庁日とする（行政機関の休日に関する法律2条）。速報と本人への通知の目安は、休日でも延ばさない。</p>
)";

/// One row of a form; empty: to be filled in by hand.
void put(std::ostream& out, std::string_view title, std::string_view text) {
  out << "<tr><th>" << escaped(title) << "</th><td>";
  out << (text.empty() ? "<div class=\"hand\"></div>" : escaped(text)) << "</td></tr>\n";
}

View first(const std::vector<View>& lines) {
  return lines.empty() ? View() : lines.front();
}

std::string what_happened(View incident) {
  return incident.find("cause").text() == "wrong_link"
             ? "別の方の記録を、誤って同じ方のものとして扱い、提供又は閲覧した。"
             : "提供先を誤って、個人情報を提供した。";
}

std::string items_of(const Answer& answer) {
  std::string text;
  for (const auto judged : answer.of("judged"))
    text = items_in_words(judged);
  return text;
}

std::string dates_of(const std::vector<View>& rows) {
  if (rows.empty()) return "なし";
  const auto from = in_japan(rows.front().find("at").text());
  const auto to = in_japan(rows.back().find("at").text());
  return from == to ? from : from + " から " + to + " まで";
}

std::string holders_of(const Answer& answer) {
  std::set<std::string> names;
  for (const auto row : answer.of("disclosed"))
    names.insert(recipient_in_words(row));
  std::string text;
  for (const auto& name : names)
    text += (text.empty() ? "" : "、") + name;
  return text.empty() ? "なし" : text;
}

std::string due_of(const Answer& answer, std::string_view step) {
  for (const auto deadline : answer.of("deadline")) {
    if (deadline.find("step").text() == step) return std::string(deadline.find("dueDay").text());
  }
  return {};
}

/// How far the holders answered.
std::string stops_of(const std::vector<View>& copies) {
  const auto answered = std::count_if(copies.begin(), copies.end(), [](View copy) {
    return copy.find("state").text() == "acknowledged";
  });
  return "写しを持つ相手 " + std::to_string(copies.size()) + " 件に利用停止を求め、うち " +
         std::to_string(answered) + " 件から、利用をやめたとの答えがあった。";
}

std::string criteria_of(View judged, bool wrongful) {
  std::string text;
  text += judged.find("sensitive").boolean() ? "■" : "□";
  text += "1号 要配慮個人情報　□2号 財産的被害のおそれ　";
  text += wrongful ? "■" : "□";
  text += "3号 不正の目的　";
  text += judged.find("many").boolean() ? "■" : "□";
  return text + "4号 100人を超える　□条例要配慮個人情報";
}

void put_head(std::ostream& out, std::string_view title, View incident) {
  out << "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>" << title
      << "</title>\n"
      << style << "<div class=\"draft\">案</div>\n<h1>" << title << "</h1>\n";
  out << "<p class=\"note\">番号 " << escaped(incident.find("incident").text()) << "</p>\n";
}

}  // namespace

void write_incident_report(std::ostream& out, const Answer& answer, bool final_report) {
  const auto incident = first(answer.of("incident"));
  const auto judged = first(answer.of("judged"));
  const auto due = due_of(answer, final_report ? "final_report" : "prompt_report");
  put_head(
      out,
      final_report ? "個人データの漏えい等の報告（確報）" : "個人データの漏えい等の報告（速報）",
      incident);
  out << "<p>個人情報保護委員会 御中</p>\n<table>\n";
  put(out, "報告する者",
      std::string(incident.find("municipality").text()) + "　" +
          std::string(incident.find("contact").text()));
  put(out, "知った日", incident.find("knownDay").text());
  put(out, "報告の期限",
      due + (final_report ? "（30日以内。不正の目的によるおそれがあるときは60日以内）"
                          : "（速やかに。おおむね3〜5日以内）"));
  put(out, "報告の対象となる事由（規則43条）",
      criteria_of(judged, incident.find("wrongful").boolean()));
  out << "</table>\n<h2>報告する事項（規則44条）</h2>\n<table>\n";
  put(out, "1 概要",
      what_happened(incident) + "提供の時期: " + dates_of(answer.of("disclosed")) +
          "。市の中での閲覧: " + std::to_string(answer.of("looked").size()) +
          " 件。提供先: " + holders_of(answer));
  put(out, "2 個人情報の項目", items_of(answer));
  put(out, "3 本人の数", std::to_string(judged.find("persons").integer()) + " 人");
  put(out, "4 原因", "");
  put(out, "5 二次被害又はそのおそれ", "");
  put(out, "6 本人への対応", "通知の期限の目安: " + due_of(answer, "person_told") + "。");
  put(out, "7 公表の実施状況", "");
  put(out, "8 再発防止のための措置", "");
  put(out, "9 その他参考となる事項", stops_of(answer.of("copy")));
  out << "</table>\n" << law_note << "</body></html>\n";
}

void write_incident_letter(std::ostream& out, const Answer& answer, std::string_view person) {
  const auto incident = first(answer.of("incident"));
  std::vector<View> rows;
  std::set<std::string> holders;
  std::set<std::string> items;
  for (const auto row : answer.of("disclosed")) {
    if (row.find("person").text() != person) continue;
    rows.push_back(row);
    holders.insert(recipient_in_words(row));
    for (const auto item : row.find("items"))
      items.emplace(item_in_words(item.text()));
  }
  const auto joined = [](const std::set<std::string>& words) {
    std::string text;
    for (const auto& word : words)
      text += (text.empty() ? "" : "、") + word;
    return text;
  };
  put_head(out, "あなたの個人情報についてのお知らせとおわび", incident);
  out << "<p>＿＿＿＿＿＿＿＿ "
         "様</p>\n<p>あなたの個人情報の取扱いに誤りがありました。深くおわび申し上げ、"
         "次のとおりお知らせします（個人情報保護法68条2項）。</p>\n<table>\n";
  put(out, "何が起きたか",
      what_happened(incident) + "時期: " + dates_of(rows) +
          "。提供した相手: " + (holders.empty() ? "なし" : joined(holders)));
  put(out, "あなたの情報の項目", joined(items));
  put(out, "原因", "");
  put(out, "考えられる被害", "");
  put(out, "市がしたこと", "提供した相手に、使うのをやめ、消すよう求めています。");
  put(out, "お問い合わせ",
      std::string(incident.find("municipality").text()) + "　" +
          std::string(incident.find("contact").text()));
  out << "</"
         "table>\n<p>"
         "あなたは、市が持つあなたの情報の開示（76条）、訂正（90条）、利用の停止（98条）を"
         "請求できます。</p>\n<p class=\"note\">記録上の符号 "
      << escaped(person) << "　通知の期限の目安 " << due_of(answer, "person_told") << "</p>\n"
      << law_note << "</body></html>\n";
}

}  // namespace hub::cli
