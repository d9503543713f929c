#include "hub/cli/adapter_try_links.hpp"

#include <ostream>

#include "hub/cli/layout.hpp"
#include "hub/cli/link_pair_words.hpp"
#include "hub/cli/phrases.hpp"

namespace hub::cli {
namespace {

using linkage::Told;
using workshop::Weighed;

constexpr Phrase answers[] = {
    {"same", {"同じ人とする", "one person"}},
    {"perhaps", {"職員に聞く", "an officer is asked"}},
    {"different", {"別の人のまま", "two persons"}},
};
constexpr Phrase numbers[] = {
    {"same", {"番号: 同じ(同じ人)", "number: the same (one person)"}},
    {"doubtful",
     {"番号: 違う(一人が二つ持つこともある)", "number: another (a person may have two)"}},
    {"apart", {"番号: 違う(一人に一つ)", "number: another (nobody has two)"}},
};
constexpr Phrase weights[] = {
    {"standard", {"新しいハブの標準", "a new hub's"}},
    {"own", {"この自治体の linkage.model", "this municipality's linkage.model"}},
    {"unreadable",
     {"新しいハブの標準(データのフォルダーを読めません)",
      "a new hub's (the data folder can't be read)"}},
};

void put(Console& console, std::string_view indent, const std::string& text) {
  const auto columns = text_columns(console) - display_width(indent);
  for (const auto& line : wrapped(text, columns))
    console.out << indent << line << '\n';
}

void print_fields(Console& console, const linkage::Explanation& found) {
  if (found.told != Told::nothing)
    put(console, "      ", in_words(console, numbers, code_of(found.told)));
  for (const auto& field : found.fields) {
    if (field.level == 0) continue;
    const auto weight = linkage::in_bits(field.weight);
    put(console, "      ",
        in_words(console, FieldWeight{name_of(field.field), level_name(field.field, field.level),
                                      weight, field.rare}));
  }
}

}  // namespace

std::string_view code_of(linkage::Answer answer) {
  if (answer == linkage::Answer::same) return "same";
  return answer == linkage::Answer::perhaps ? "perhaps" : "different";
}

std::string_view code_of(Told told) {
  switch (told) {
    case Told::same:
      return "same";
    case Told::doubtful:
      return "doubtful";
    case Told::apart:
      return "apart";
    case Told::nothing:
      break;
  }
  return "";
}

std::string_view code_of(Weighed weighed) {
  if (weighed == Weighed::own) return "own";
  return weighed == Weighed::standard ? "standard" : "unreadable";
}

void print_basis(Console& console, const workshop::LinkBasis& basis) {
  std::string text(console.in_words({"名寄せの基準: ", "linked by: "}));
  text += "same " + linkage::in_bits(basis.settings.same) + ", perhaps " +
          linkage::in_bits(basis.settings.perhaps);
  text += console.in_words({"、重みは", "; the weights are "});
  text += in_words(console, weights, code_of(basis.weighed));
  if (basis.file.empty())
    text += console.in_words(
        {"(自分のハブの基準は --config hub.yaml で)", " (your own hub's by --config hub.yaml)"});
  put(console, "", text);
}

void print_links(Console& console, const std::vector<workshop::FileLink>& links) {
  for (const auto& link : links) {
    std::string text(console.in_words({"行 ", "line "}));
    text += std::to_string(link.line) + " " + link.record + ": ";
    text += in_words(console, answers, code_of(link.found.answer));
    put(console, "    ", text + " (" + linkage::in_bits(link.found.score) + ")");
    print_fields(console, link.found);
  }
  if (links.empty()) console.out << "    " << console.in_words({"なし", "nobody"}) << '\n';
}

}  // namespace hub::cli
