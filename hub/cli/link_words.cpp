#include "hub/cli/link_words.hpp"

#include <ostream>

#include "hub/cli/layout.hpp"
#include "hub/cli/link_pair_words.hpp"
#include "hub/cli/phrases.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

constexpr Phrase answers[] = {
    {"same", {"この二つの記録は同じ人です", "The two records are one person"}},
    {"perhaps",
     {"同じ人かもしれません。職員が確かめてください",
      "They may be one person; an officer has to look"}},
    {"different", {"別の人です", "They are two persons"}},
};
constexpr Phrase decisions[] = {
    {"one_person", {"同じ人", "one person"}},
    {"two_persons", {"別の人", "two persons"}},
};

void write_if(Console& console, bool is_so, const Text& words) {
  if (is_so) console.out << "  " << console.in_words(words) << '\n';
}

void write_pair(Console& console, View pair) {
  auto words = in_words(console, answers, pair.find("answer").text()) + " (";
  words += console.in_words({"確からしさは2の何乗倍か", "odds as a power of 2"});
  words += ": " + std::string(pair.find("score").text()) + ")";
  for (const auto& line : wrapped(words, text_columns(console)))
    console.out << line << '\n';
  const auto numbers = pair.find("numbers").text();
  write_if(console, pair.find("against").text() == "housemates",
           {"同じ世帯の別の人かもしれないので、世帯で同じになりやすい項目は重みになりません",
            "weighed against two of one household, whom much of this has in common"});
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
  write_if(console, pair.find("nameAlone").boolean(),
           {"氏名のほかに一致するものがないので、似ていても確かめます",
            "nothing but the name agrees: likeness only asks"});
}

void write_decided(Console& console, View decided) {
  const auto answer = in_words(console, decisions, decided.find("answer").text());
  console.out << console.in_words({"  職員の決定: ", "  an officer decided: "}) << answer << " ("
              << decided.find("decidedBy").text() << ", "
              << in_japan(decided.find("decidedAt").text()) << ")\n"
              << console.in_words({"    取り消すには: tsunagu link undo ",
                                   "    to take it back: tsunagu link undo "})
              << decided.find("decision").text() << '\n';
}

}  // namespace

void write_relinking(Console& console, const Answer& answer) {
  for (const auto one : answer.of("relinking")) {
    console.out << console.in_words({"いま全部の記録をつなぎ直しています(",
                                     "all records are being linked anew ("})
                << one.find("records").integer() << "/" << one.find("recordsInAll").integer()
                << console.in_words(
                       {")。一部は前のつながりのままです。", "); some stand as before"})
                << '\n';
  }
}

void write_link_words(Console& console, const Answer& answer) {
  write_relinking(console, answer);
  for (const auto pair : answer.of("pair"))
    write_pair(console, pair);
  for (const auto decided : answer.of("decided"))
    write_decided(console, decided);
  write_side_by_side(console, answer);
}

}  // namespace hub::cli
