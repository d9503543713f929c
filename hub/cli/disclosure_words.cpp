#include "hub/cli/disclosure_words.hpp"

#include "hub/cli/word_table.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

constexpr CodeWord item_words[] = {
    {"public", "公開情報"},
    {"identity", "氏名・生年月日など"},
    {"contact", "住所・電話番号"},
    {"locating", "通学先・勤務先など居所に関わること"},
    {"family", "家族に関すること"},
    {"statement", "相談の内容・経過"},
    {"special_care", "健康・障害などの要配慮個人情報"},
    {"income", "収入・生活費(本人の申告)"},
    {"staff_note", "職員の見立て"},
    {"tax", "税に関すること"},
    {"third_party", "第三者に関すること"},
    {"youtai", "要保護児童対策地域協議会の資料"},
    {"informant", "通報者に関すること"},
    {"mynumber", "個人番号"},
};

constexpr CodeWord look_words[] = {
    {"household.looked_at", "世帯のつながり"},
    {"case.looked_at", "ケースの状況"},
    {"referral.looked_at", "つなぎの状況"},
    {"referral.explained", "提供できるかどうかの判断の内容"},
    {"person.disclosures_looked_at", "この記録(提供と閲覧の記録)"},
    {"person.requests_looked_at", "開示・訂正・利用停止の請求の状況"},
};

}  // namespace

std::string_view item_in_words(std::string_view item) {
  return word_in(item_words, item, "その他");
}

std::string items_in_words(View line) {
  std::string out;
  for (const auto item : line.find("items")) {
    if (!out.empty()) out += "、";
    out += item_in_words(item.text());
  }
  if (line.find("decision").text() == "mask") out += "(伏せて提供)";
  return out;
}

std::string look_in_words(View line) {
  return std::string(word_in(look_words, line.find("action").text(), "記録の状況"));
}

std::string recipient_in_words(View line) {
  const auto name = line.find("toName").text();
  return name.empty() ? "(記載しません)" : std::string(name);
}

std::string ground_in_words(View line) {
  const auto title = line.find("basisTitle").text();
  if (title.empty()) return std::string(line.find("basis").text());
  return std::string(title) + " " + std::string(line.find("articles").text());
}

}  // namespace hub::cli
