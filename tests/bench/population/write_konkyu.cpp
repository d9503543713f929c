// 生活困窮: the list that a spreadsheet saved as "Unicode text".
#include <array>

#include "tests/bench/population/cells.hpp"
#include "tests/bench/population/classes.hpp"
#include "tests/bench/population/exports.hpp"
#include "tests/bench/population/text.hpp"
#include "tsunagu/text/utf8.hpp"

namespace bench::population {

namespace {

constexpr std::array<std::string_view, 15> who = {
    "ID",   "受付日",   "受付者", "相談経路",   "ふりがな",   "氏名",       "性別",      "生年月日",
    "年齢", "郵便番号", "住所",   "電話(自宅)", "電話(携帯)", "来談者氏名", "来談者続柄"};
constexpr std::array<std::string_view, 13> state = {
    "具体的内容", "希望",     "同居者",   "世帯収入(月)", "滞納(税)", "滞納(その他)", "債務",
    "住居形態",   "就労状況", "健康保険", "年金",         "手帳",     "緊急支援"};
constexpr std::array<std::string_view, 27> issues = {"病気",
                                                     "けが",
                                                     "障害(手帳有)",
                                                     "障害(疑い)",
                                                     "自死企図",
                                                     "その他メンタルヘルス",
                                                     "住まい不安定",
                                                     "ホームレス",
                                                     "経済的困窮",
                                                     "多重・過重債務",
                                                     "家計管理",
                                                     "就職活動困難",
                                                     "就職定着困難",
                                                     "生活習慣の乱れ",
                                                     "社会的孤立",
                                                     "家族関係",
                                                     "不登校",
                                                     "非行",
                                                     "中卒・高校中退",
                                                     "ひとり親",
                                                     "DV・虐待",
                                                     "外国籍",
                                                     "刑余者",
                                                     "コミュニケーション",
                                                     "本人の能力(識字等)",
                                                     "被災",
                                                     "その他"};
constexpr std::array<std::string_view, 7> outcome = {
    "支援方針", "プラン作成日", "プラン期間", "支援調整会議日", "評価", "評価日", "同意署名日"};

/// A row of tab-separated cells; quoted where a cell has a line break or a quote.
class Line {
 public:
  void cell(std::string_view text) {
    if (begun_) made_ += '\t';
    begun_ = true;
    if (text.find_first_of("\"\n\t") == std::string_view::npos) {
      made_ += text;
    } else {
      made_ += "\"" + replaced(text, "\"", "\"\"") + "\"";
    }
  }
  std::string end() { return made_ + "\r\n"; }

 private:
  std::string made_;
  bool begun_ = false;
};

/// Appends as UTF-16LE.
void append(std::string& bytes, std::string_view text) {
  const auto unit = [&](std::uint32_t code) {
    bytes += static_cast<char>(code & 0xFFU);
    bytes += static_cast<char>(code >> 8U & 0xFFU);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t c = tsunagu::text::next(text, at);
    if (c < 0x10000) {
      unit(c);
    } else {
      unit(0xD800 + ((c - 0x10000) >> 10U));
      unit(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
}

std::string header() {
  Line line;
  for (const std::string_view name : who)
    line.cell(name);
  for (const Class& box : classes_of(Source::konkyu))
    line.cell(box.word);
  for (const std::string_view name : state)
    line.cell(name);
  for (const std::string_view name : issues)
    line.cell("課題まとめ_" + std::string(name));
  for (const std::string_view name : outcome)
    line.cell(name);
  return line.end();
}

/// Three vendors' habits in one list.
std::string received(const Row& row) {
  const Day day = day_of_digits(row.recorded);
  const Era era = era_of(day);
  const std::string rest = std::to_string(day.month) + "月" + std::to_string(day.day) + "日";
  switch (chance_of(row) % 3) {
    case 0:
      return short_era(day);
    case 1:
      return name_of_era(era.letter) + std::to_string(era.year) + "年" + rest;
    default:
      return std::to_string(day.year) + "/" + std::to_string(day.month) + "/" +
             std::to_string(day.day);
  }
}

bool is_mobile(const std::string& phone) {
  for (const std::string_view head : {"090", "080", "070", "０９０", "０８０", "０７０"}) {
    if (phone.starts_with(head)) return true;
  }
  return false;
}

void put_person(Line& line, const Export& of, const Row& row) {
  const Person& person = of.town->persons[row.person];
  const bool mobile = is_mobile(row.phone);
  line.cell(row.key.substr(row.key.find(':') + 1));
  line.cell(received(row));
  line.cell("相談支援員B");
  line.cell("本人来所");
  line.cell(row.kana);
  line.cell(name_cell(row));
  line.cell(row.sex);
  line.cell(row.birth);
  line.cell(std::to_string(age_on(day_of_digits(person.birth), day_of_digits(row.recorded))));
  line.cell(row.postal_code);
  line.cell(row.address);
  line.cell(mobile ? "" : row.phone);
  line.cell(mobile ? row.phone : "");
  line.cell("");
  line.cell("本人");
}

std::string line_of(const Export& of, const Row& row) {
  Line line;
  put_person(line, of, row);
  bool most_pressing = true;
  for (std::size_t i = 0; i < classes_of(Source::konkyu).size(); ++i) {
    const bool ticked = (row.classes >> i & 1U) != 0;
    line.cell(!ticked ? "" : most_pressing ? "◎" : "○");
    if (ticked) most_pressing = false;
  }
  line.cell(statement(row));
  line.cell("");
  line.cell(row.members);
  for (std::size_t empty = 3; empty < state.size() + issues.size() + outcome.size(); ++empty)
    line.cell("");
  return line.end();
}

}  // namespace

std::string konkyu_file(const Export& of) {
  std::string bytes = "\xFF\xFE";
  append(bytes, "相談一覧\r\n\r\n" + header());
  for (const Row* row : of.rows)
    append(bytes, line_of(of, *row));
  return bytes;
}

}  // namespace bench::population
