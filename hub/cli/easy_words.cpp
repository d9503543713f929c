#include "hub/cli/easy_words.hpp"

#include <algorithm>

#include "hub/cli/html.hpp"
#include "hub/cli/word_table.hpp"

namespace hub::cli {
namespace {

constexpr CodeWord words[] = {
    // for what
    {"tie_in", "困《こま》りごとを、支援《しえん》を まとめる ところに 伝《つた》えるため"},
    {"status_answer", "どうなったかを、はじめに 相談《そうだん》した ところに 知《し》らせるため"},
    {"plan", "これからの 支援《しえん》を、みんなで 考《かんが》えて 決《き》めるため"},
    {"case_conference", "どう 支援《しえん》するかを、会議《かいぎ》で 考《かんが》えるため"},
    {"monitoring", "支援《しえん》が うまく いっているかを 見《み》るため"},
    {"outreach", "家《いえ》などに 会《あ》いに 行《い》くため"},
    {"participation", "居場所《いばしょ》や 仕事《しごと》の 体験《たいけん》を さがすため"},
    // what
    {"identity", "名前《なまえ》、生《う》まれた 日《ひ》"},
    {"contact", "住所《じゅうしょ》、電話番号《でんわばんごう》"},
    {"locating", "学校《がっこう》や 仕事《しごと》の 場所《ばしょ》"},
    {"family", "家族《かぞく》のこと"},
    {"statement", "相談《そうだん》したこと"},
    {"special_care", "体《からだ》や 心《こころ》のこと"},
    {"income", "あなたが 話《はな》した お金《かね》のこと"},
    {"staff_note", "職員《しょくいん》が 考《かんが》えたこと"},
    {"tax", "税金《ぜいきん》のこと"},
    // to whom
    {"coordinator", "支援《しえん》を まとめる ところ"},
    {"supporting-agencies", "いっしょに 支援《しえん》する ところ"},
    {"municipal-desks", "市役所《しやくしょ》の 窓口《まどぐち》"},
    {"care-center", "地域包括支援《ちいきほうかつしえん》センター"},
    {"konkyu-related-agencies",
     "生活《せいかつ》や 仕事《しごと》の 支援《しえん》に 必要《ひつよう》な ところ"},
};

constexpr std::string_view open_mark = "《";
constexpr std::string_view close_mark = "》";

/// CJK ideographs and 々, three bytes each: E3 80 85, E4 B8 80 … E9 BF BF, E3 90 80 …
bool is_kanji(std::string_view three) {
  if (three == "々" || three == "ヶ") return true;
  return three >= "㐀" && three <= "鿿";
}

/// Where the run of kanji begins that ends the text.
std::size_t base_of(std::string_view text) {
  std::size_t at = text.size();
  while (at >= 3 && is_kanji(text.substr(at - 3, 3)))
    at -= 3;
  return at;
}

/// Lines as they stand in the text.
std::string in_lines(std::string_view text) {
  std::string out = escaped(text);
  for (auto at = out.find('\n'); at != std::string::npos; at = out.find('\n', at + 5))
    out.replace(at, 1, "<br>\n");
  return out;
}

}  // namespace

std::string_view easy_word(std::string_view code, std::string_view otherwise) {
  return word_in(words, code, otherwise);
}

std::string with_ruby(std::string_view text) {
  std::string out;
  for (;;) {
    const auto open = text.find(open_mark);
    const auto close = text.find(close_mark, std::min(open, text.size()));
    if (open == std::string_view::npos || close == std::string_view::npos)
      return out + in_lines(text);
    const auto before = text.substr(0, open);
    const auto base = base_of(before);
    const auto reading = text.substr(open + open_mark.size(), close - open - open_mark.size());
    out += in_lines(before.substr(0, base)) + "<ruby>" + in_lines(before.substr(base)) + "<rt>" +
           in_lines(reading) + "</rt></ruby>";
    text.remove_prefix(close + close_mark.size());
  }
}

}  // namespace hub::cli
