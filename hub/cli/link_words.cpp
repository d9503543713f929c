#include "hub/cli/link_words.hpp"

#include <algorithm>
#include <ostream>

namespace hub::cli {
namespace {

using tsunagu::json::View;

struct Phrase {
  std::string_view code;
  Text words;
};

constexpr Phrase answers[] = {
    {"same", {"この二つの記録は同じ人です", "The two records are one person"}},
    {"perhaps",
     {"同じ人かもしれません。職員が確かめてください",
      "They may be one person; an officer has to look"}},
    {"different", {"別の人です", "They are two persons"}},
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

template <std::size_t N>
std::string in_words(const Console& console, const Phrase (&phrases)[N], std::string_view code) {
  const auto* found = std::find_if(std::begin(phrases), std::end(phrases),
                                   [code](const Phrase& one) { return one.code == code; });
  return std::string(found == std::end(phrases) ? code : console.in_words(found->words));
}

void write_if(Console& console, bool is_so, const Text& words) {
  if (is_so) console.out << "  " << console.in_words(words) << '\n';
}

void write_pair(Console& console, View pair) {
  console.out << in_words(console, answers, pair.find("answer").text()) << " ("
              << console.in_words({"確からしさは2の何乗倍か", "odds as a power of 2"}) << ": "
              << pair.find("score").text() << ")\n";
  const auto numbers = pair.find("numbers").text();
  write_if(console, pair.find("joinedByOfficer").boolean(),
           {"職員が同じ人だと確かめました", "an officer joined them"});
  write_if(console, pair.find("toldApartByOfficer").boolean(),
           {"職員が別の人だと確かめました", "an officer told them apart"});
  write_if(console, numbers == "same",
           {"同じ種類の同じ番号があります(確実)", "the same number of one system: certain"});
  write_if(
      console, numbers == "apart",
      {"一人に一つの番号が二つあります(別の人)", "two numbers where nobody has two: two persons"});
  write_if(console, numbers == "doubtful",
           {"同じ種類の番号が違います", "different numbers of one system"});
  write_if(console, pair.find("clash").boolean(),
           {"名・生年月日・性別が、別の人だと示しています",
            "given name, birthday and sex say two persons"});
  write_if(console, pair.find("contradicted").boolean(),
           {"名か生年月日が食い違うので、似ていても確かめます",
            "given name or birthday contradicts: likeness only asks"});
}

void write_field(Console& console, View field) {
  console.out << "  " << in_words(console, fields, field.find("field").text()) << ": "
              << in_words(console, levels, field.find("level").text());
  if (field.find("rare").boolean())
    console.out << console.in_words({"(珍しい値)", " (a rare value)"});
  console.out << "  " << field.find("weight").text() << '\n';
}

}  // namespace

void write_link_words(Console& console, const Answer& answer) {
  for (const auto pair : answer.of("pair"))
    write_pair(console, pair);
  for (const auto field : answer.of("field"))
    write_field(console, field);
}

}  // namespace hub::cli
