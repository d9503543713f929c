// `tsunagu explain REFERRAL`: what goes, what is withheld, on which basis, and what to do next.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/explain_words.hpp"
#include "hub/cli/layout.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

/// Lines that begin under one another.
void put_wrapped(Console& console, std::string_view indent, std::string_view text) {
  for (const auto& line : wrapped(text, text_columns(console) - display_width(indent)))
    console.out << indent << line << '\n';
}

void put_labelled(Console& console, const Text& label, std::string_view text) {
  if (text.empty()) return;
  put_wrapped(console, "      ", std::string(console.in_words(label)) + std::string(text));
}

Text decision_words(std::string_view decision) {
  if (decision == "allow") return {"○ 出す   ", "+ goes     "};
  if (decision == "mask") return {"△ 伏せる ", "~ masked   "};
  return {"× 出さない ", "- withheld "};
}

void put_answer(Console& console, View answer) {
  const bool ja = console.language == Language::ja;
  console.out << "  " << console.in_words(decision_words(answer.find("decision").text()))
              << answer.find(ja ? "itemName" : "item").text() << '\n';
  put_wrapped(console, "      ", answer.find(ja ? "sentence" : "english").text());
  put_labelled(console, {"根拠: ", "basis: "}, answer.find("cited").text());
  put_labelled(console, {"次に: ", "next: "},
               ja ? answer.find("next").text() : next_in_english(answer.find("reason").text()));
  std::string fields;
  for (const auto field : answer.find("fields")) {
    if (!fields.empty()) fields += ", ";
    fields += field.text();
  }
  put_labelled(console, {"項目: ", "fields: "}, fields);
}

void put_head(Console& console, View referral) {
  console.out << console.in_words({"つなぎ ", "referral "}) << referral.find("referral").text()
              << "  " << word_for(console.language, referral.find("state").text()) << '\n'
              << referral.find("from").text() << " → " << referral.find("to").text() << "  "
              << referral.find("toName").text() << '\n';
  put_labelled(console, {"根拠: ", "basis: "}, referral.find("cited").text());
  const bool goes = referral.find("goes").boolean();
  console.out << console.in_words(
                     goes ? Text{"いま判断すると、次のとおり出ます。", "asked now, this goes:"}
                          : Text{"いま判断すると、何も出ません。", "asked now, nothing goes:"})
              << '\n';
  if (referral.find("reason").text() == "wrong_recipient") {
    put_wrapped(console, "      ",
                console.in_words({"つなぎ先が決まっていません。つなぎ先を選んでください。",
                                  "nobody has chosen who receives it: choose a recipient"}));
  }
}

/// Answers stand person by person, what goes first.
void put_person(Console& console, const std::vector<View>& answers, std::string_view person) {
  bool named = false;
  for (const std::string_view decision : {"allow", "mask", "deny"}) {
    for (const auto answer : answers) {
      if (answer.find("person").text() != person) continue;
      if (!named) {
        console.out << '\n'
                    << word_for(console.language, answer.find("subject").text()) << ' ' << person
                    << '\n';
        named = true;
      }
      if (answer.find("decision").text() == decision) put_answer(console, answer);
    }
  }
}

Text opened_by(std::string_view needs) {
  if (needs == "sitting") return {"会議に諮れば出せる: ", "opens in a sitting: "};
  return {"職員が根拠と理由を記して判断すれば出せる: ", "opens by an officer's decision: "};
}

void put_way(Console& console, View way) {
  const bool ja = console.language == Language::ja;
  const bool open = way.find("open").boolean();
  console.out << "  "
              << console.in_words(open ? Text{"○ 出せる   ", "+ could go "}
                                       : Text{"× 出せない ", "- shut     "})
              << way.find("basis").text() << "  " << way.find("title").text() << '\n';
  std::string items;
  for (const auto item : way.find(ja ? "itemNames" : "items")) {
    if (!items.empty()) items += ja ? "、" : ", ";
    items += item.text();
  }
  put_labelled(console, opened_by(way.find("needs").text()), items);
  put_labelled(console, {"", ""}, way.find(ja ? "sentence" : "english").text());
  put_labelled(console, {"根拠: ", "basis: "}, way.find("cited").text());
}

void put_ways(Console& console, const std::vector<View>& ways, std::string_view person) {
  bool headed = false;
  for (const auto way : ways) {
    if (way.find("person").text() != person) continue;
    if (!headed)
      console.out << console.in_words(
                         {"  出ないものを出す、ほかの方法", "  other ways for what does not go"})
                  << '\n';
    headed = true;
    put_way(console, way);
  }
}

void print(Console& console, const Answer& answer) {
  for (const auto referral : answer.of("referral"))
    put_head(console, referral);
  const auto answers = answer.of("answer");
  std::vector<std::string_view> seen;
  for (const auto one : answers) {
    const auto person = one.find("person").text();
    if (std::find(seen.begin(), seen.end(), person) != seen.end()) continue;
    seen.push_back(person);
    put_person(console, answers, person);
    put_ways(console, answer.of("way"), person);
  }
}

void explain(Console& console, const DaemonAddress& address, const std::string& referral) {
  Request request("referral.explain");
  request.text("referral", referral);
  Answer answer;
  const bool answered = ask_daemon(console, address, request, [&](std::string_view line) {
    answer.add(line);
    if (console.json) console.out << line << '\n';
  });
  if (answered && !console.json) print(console, answer);
}

}  // namespace

void add_explain_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "explain", std::string(console.in_words(
                     {"つなぎで何が出て、何が出ないか、その根拠と理由(値は示さない)",
                      "what of a referral goes, what is withheld, and on which basis"})));
  const auto address = add_address(*command, console);
  const auto referral = std::make_shared<std::string>();
  command
      ->add_option("referral", *referral,
                   std::string(console.in_words({"つなぎのID", "id of the referral"})))
      ->required();
  command->callback([&console, address, referral] { explain(console, *address, *referral); });
}

}  // namespace hub::cli
