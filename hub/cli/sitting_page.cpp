#include "hub/cli/sitting_page.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "hub/cli/demo_page.hpp"
#include "hub/cli/record_words.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::Type;
using tsunagu::json::View;

std::string text_of(View line, std::string_view key) {
  return std::string(line.find(key).text());
}

std::string word_of(View line, std::string_view key) {
  return std::string(word_for(Language::ja, line.find(key).text()));
}

std::vector<View> of_item(const Answer& answer, std::string_view kind, std::int64_t number) {
  auto lines = answer.of(kind);
  lines.erase(std::remove_if(lines.begin(), lines.end(),
                             [number](View line) { return line.find("no").integer() != number; }),
              lines.end());
  return lines;
}

void put_head(Page& page, View paper) {
  const bool is_public = paper.find("papersPublic").boolean();
  page.title(text_of(paper, "bodyName") + "　資料" + (is_public ? "" : "（非公開）"));
  page.entry("席", text_of(paper, "seatName") + "（" + word_of(paper, "called") + "、" +
                       word_of(paper, "bound") + "）");
  page.entry("開催日", text_of(paper, "heldOn"));
  page.entry("招集", text_of(paper, "convenerName"));
  if (paper.find("chairName").exists()) page.entry("座長", text_of(paper, "chairName"));
  page.entry("守秘", text_of(paper, "secrecy"));
  page.entry("作成",
             text_of(paper, "municipality") + " " + in_japan(paper.find("printedAt").text()));
}

/// A list as an entry for each of its elements.
void put_datum(Page& page, std::string_view kind, View datum) {
  const auto word = field_in_words(kind, datum.key());
  if (!datum.is(Type::array)) {
    const auto text = value_in_words(datum, datum.key());
    if (!text.empty()) page.entry(word, text);
    return;
  }
  for (const View one : datum) {
    const auto text = value_in_words(one, datum.key());
    if (!text.empty()) page.entry(word, text);
  }
}

void put_person(Page& page, View person, View packet) {
  for (const View record : packet.find("records")) {
    if (record.find("person").text() != person.find("person").text()) continue;
    const auto kind = record.find("kind").text();
    page.item(record_in_words(kind), "・");
    for (const View datum : record.find("fields"))
      put_datum(page, kind, datum);
  }
  for (const View holder : person.find("pointers"))
    page.entry("要対協", std::string(holder.text()) + "に問い合わせてください（内容は示しません）");
}

/// The case's persons, and the others by number: no name that the gate did not clear.
std::string called(View person, std::size_t place) {
  if (person.find("subject").text() == "focus") return "本人";
  return "世帯の方 " + std::to_string(place);
}

void put_item(Page& page, const Answer& answer, View item) {
  const auto number = item.find("no").integer();
  page.heading("議題" + std::to_string(number) + "　" + text_of(item, "functionTitle"));
  page.entry("根拠", text_of(item, "cited"));
  page.entry("目的", text_of(item, "purposeTitle"));
  const auto persons = of_item(answer, "person", number);
  const auto packets = of_item(answer, "packet", number);
  if (persons.empty() || packets.empty()) {
    page.paragraph("この席にお渡しする資料はありません。");
    return;
  }
  std::size_t place = 0;
  for (const View person : persons) {
    const bool focus = person.find("subject").text() == "focus";
    page.out() << '\n';
    page.paragraph("【" + called(person, focus ? 0 : ++place) + "】");
    put_person(page, person, packets.front().find("packet"));
  }
}

/// What was said of one person for one reason.
struct Withheld {
  View line;
  std::string items;
};

std::vector<Withheld> grouped(const std::vector<View>& lines) {
  std::vector<Withheld> out;
  for (const View line : lines) {
    const auto same = [&line](const Withheld& one) {
      return one.line.find("person").text() == line.find("person").text() &&
             one.line.find("reason").text() == line.find("reason").text();
    };
    auto group = std::find_if(out.begin(), out.end(), same);
    if (group == out.end()) group = out.insert(out.end(), {line, {}});
    const auto item = text_of(line, "itemName");
    if (group->items.find(item) == std::string::npos)
      group->items += (group->items.empty() ? "" : "、") + item;
  }
  return out;
}

}  // namespace

void write_sitting_paper(Page& page, const Answer& answer) {
  for (const View paper : answer.of("paper"))
    put_head(page, paper);
  for (const View item : answer.of("item"))
    put_item(page, answer, item);
}

void write_withheld(Page& page, const Answer& answer) {
  std::set<std::string> said;  // of two members of the household alike: the paper names neither
  for (const auto& one : grouped(answer.of("withheld"))) {
    const bool focus = one.line.find("subject").text() == "focus";
    auto text = std::string(focus ? "本人" : "世帯の方") + "の" + one.items + "：" +
                text_of(one.line, "sentence");
    if (one.line.find("cited").exists()) text += "［" + text_of(one.line, "cited") + "］";
    if (one.line.find("next").exists()) text += " → " + text_of(one.line, "next");
    if (said.insert(text).second)
      page.item(text, one.line.find("decision").text() == "mask" ? "△ " : "× ");
  }
}

}  // namespace hub::cli
