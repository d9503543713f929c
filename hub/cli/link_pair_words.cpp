#include "hub/cli/link_pair_words.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

#include "hub/cli/layout.hpp"
#include "hub/cli/phrases.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

constexpr std::size_t title_columns = 12;
constexpr std::size_t gap = 2;

/// What people read together: the values of one kind, and the weights that they bear.
struct Row {
  std::string_view value;
  Text title;
  std::string_view weights[2] = {};
};

constexpr Row rows[] = {
    {"name", {"氏名", "name"}, {}},
    {"reading", {"フリガナ", "reading"}, {"family", "given"}},
    {"birth", {"生年月日", "birthday"}, {"birth"}},
    {"sex", {"性別", "sex"}, {"sex"}},
    {"address", {"住所", "address"}, {"address"}},
    {"phone", {"電話など", "telephone"}, {"phone"}},
    {"number", {"番号", "numbers"}, {}},
};
constexpr Phrase fields[] = {
    {"family", {"姓", "family name"}},   {"given", {"名", "given name"}},
    {"birth", {"生年月日", "birthday"}}, {"sex", {"性別", "sex"}},
    {"address", {"住所", "address"}},    {"phone", {"電話", "telephone"}},
};
constexpr Phrase levels[] = {
    {"missing", {"どちらかに書かれていない", "one of them doesn't say"}},
    {"same", {"同じ", "the same"}},
    {"variant", {"異体字(読みは同じ)", "variant characters, read the same"}},
    {"read_same_only", {"読みが同じ(一方は漢字なし)", "read the same, one without kanji"}},
    {"spelled_only", {"書き方が同じ(一方はカナなし)", "written the same, one without kana"}},
    {"read_same", {"読みは同じ、字が違う", "read the same, written differently"}},
    {"spelled_close", {"字は同じ、読みがわずかに違う", "written the same, read a slip apart"}},
    {"spelled_far", {"字は同じ、読みが違う", "written the same, read differently"}},
    {"voiced", {"濁点だけの違い", "they differ in voicing alone"}},
    {"close", {"読みがわずかに違う", "read a slip apart"}},
    {"both_close", {"字が違い、読みもわずかに違う", "written differently, read a slip apart"}},
    {"similar", {"似ている", "alike"}},
    {"far", {"違う", "different"}},
    {"month", {"年と月まで同じ", "the same year and month"}},
    {"year", {"年まで同じ", "the same year"}},
    {"swapped", {"月と日が入れ替わっている", "day and month changed places"}},
    {"slip", {"1字の違い", "a slip of one digit"}},
    {"era", {"元号か十年の取り違え", "another era or decade"}},
    {"month_day", {"月日は同じ、年が違う", "the same day, another year"}},
    {"two_of_three", {"年と、月か日が同じ", "the year, and the month or the day"}},
    {"same_year", {"年だけ同じ", "the year alone"}},
    {"different", {"違う", "different"}},
    {"room", {"同じ家の同じ部屋", "same house and room"}},
    {"house", {"同じ家", "same house"}},
    {"house_open", {"同じ家(一方は部屋番号なし)", "same house, one without its room"}},
    {"other_room", {"同じ建物の別の部屋", "same house, another room"}},
    {"near_number", {"番地が近い", "a number nearby"}},
    {"town", {"同じ町", "same town"}},
    {"elsewhere", {"別の所", "elsewhere"}},
};
constexpr Phrase sexes[] = {
    {"0", {"不明", "unknown"}},
    {"1", {"男性", "male"}},
    {"2", {"女性", "female"}},
    {"9", {"適用不能", "not applicable"}},
};
constexpr Phrase reasons[] = {
    {"hidden", {"支援措置などの対象です", "the person is protected"}},
    {"keys_only", {"中身を保存しない情報源です", "of this source no content is kept"}},
    {"not_holder",
     {"この職員の課の記録ではありません(hub.yaml の links も付いていません)",
      "it is not of this officer's section (nor is he named for `links`)"}},
    {"unknown_fact", {"支援措置の名簿を確かめられません", "the protection register is too old"}},
};

/// From which weight on, in powers of 2.
struct Strength {
  double from;
  Text words;
};
constexpr Strength strengths[] = {
    {8, {"同じ人だと強く示す", "says strongly: one person"}},
    {3, {"同じ人だと示す", "says: one person"}},
    {1, {"同じ人だとやや示す", "leans to one person"}},
    {-0.99, {"どちらとも言えない", "says little"}},
    {-2.99, {"別の人だとやや示す", "leans to two persons"}},
    {-7.99, {"別の人だと示す", "says: two persons"}},
};
constexpr Text strongest_against = {"別の人だと強く示す", "says strongly: two persons"};

/// "+3.2"
Text weight_in_words(std::string_view weight) {
  if (weight.starts_with('+')) weight.remove_prefix(1);
  double value = 0;
  std::from_chars(weight.data(), weight.data() + weight.size(), value);
  const auto* found = std::find_if(std::begin(strengths), std::end(strengths),
                                   [value](const Strength& one) { return value >= one.from; });
  return found == std::end(strengths) ? strongest_against : found->words;
}

View line_of(const Answer& answer, std::string_view kind, std::string_view field) {
  for (const auto line : answer.of(kind)) {
    if (line.find("field").text() == field) return line;
  }
  return {};
}

class SideBySide {
 public:
  SideBySide(Console& console, const Answer& answer)
      : console_(console),
        answer_(answer),
        columns_((text_columns(console) - title_columns - 2 * gap) / 2) {}

  void write() {
    const auto records = answer_.of("record");
    if (records.size() == 2) {
      write_cells("", {std::string(records[0].find("record").text())},
                  {std::string(records[1].find("record").text())});
      for (const auto record : records)
        write_withheld(record);
    }
    for (const auto& row : rows)
      write_row(row);
  }

 private:
  void write_withheld(View record) {
    const auto why = record.find("withheld").text();
    if (why.empty()) return;
    const auto words =
        std::string(record.find("record").text()) +
        std::string(console_.in_words({" の中身は示せません: ", " can't be shown: "})) +
        in_words(console_, reasons, why);
    for (const auto& line : wrapped(words, text_columns(console_)))
      console_.out << line << '\n';
  }

  void write_row(const Row& row) {
    const auto value = line_of(answer_, "value", row.value);
    if (value.find("a").size() + value.find("b").size() > 0)
      write_cells(console_.in_words(row.title), cells(row, value.find("a")),
                  cells(row, value.find("b")));
    for (const auto field : row.weights) {
      if (!field.empty()) write_weight(line_of(answer_, "field", field));
    }
  }

  std::vector<std::string> cells(const Row& row, View values) const {
    std::vector<std::string> out;
    for (const View one : values)
      out.push_back(row.value == "sex" ? in_words(console_, sexes, one.text())
                                       : std::string(one.text()));
    if (out.empty()) out.emplace_back("-");
    return out;
  }

  [[nodiscard]] std::vector<std::string> lines_of(const std::vector<std::string>& cells) const {
    std::vector<std::string> lines;
    for (const auto& cell : cells) {
      const auto more = wrapped(cell, columns_);
      lines.insert(lines.end(), more.begin(), more.end());
    }
    return lines;
  }

  void write_cells(std::string_view title, const std::vector<std::string>& mine,
                   const std::vector<std::string>& theirs) {
    const auto left = lines_of(mine);
    const auto right = lines_of(theirs);
    for (std::size_t at = 0; at < std::max(left.size(), right.size()); ++at) {
      auto line = padded(at == 0 ? title : "", title_columns + gap);
      line += at < left.size() ? left[at] : "";
      if (at < right.size()) line = padded(line, title_columns + columns_ + 2 * gap) + right[at];
      console_.out << line << '\n';
    }
  }

  void write_weight(View field) {
    if (field.find("field").text().empty()) return;
    const auto words =
        in_words(console_, {field.find("field").text(), field.find("level").text(),
                            field.find("weight").text(), field.find("rare").boolean()});
    for (const auto& line : wrapped(words, text_columns(console_) - title_columns - gap))
      console_.out << padded("", title_columns + gap) << line << '\n';
  }

  Console& console_;
  const Answer& answer_;
  std::size_t columns_;
};

}  // namespace

std::string in_words(const Console& console, const FieldWeight& found) {
  auto words =
      in_words(console, fields, found.field) + ": " + in_words(console, levels, found.level);
  if (found.rare) words += console.in_words({"(珍しい値)", " (a rare value)"});
  words += "  ";
  words += console.in_words(weight_in_words(found.weight));
  return words + " (" + std::string(found.weight) + ")";
}

void write_side_by_side(Console& console, const Answer& answer) {
  SideBySide(console, answer).write();
}

}  // namespace hub::cli
