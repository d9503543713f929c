// `tsunagu link explain|review|export|estimate|rebuild`: who is one person, and why.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/link_words.hpp"
#include "hub/cli/progress.hpp"

namespace hub::cli {
namespace {

constexpr Column question_columns[] = {
    {"person", {"人", "person"}},
    {"other", {"同じかもしれない人", "may be the same as"}},
    {"rule", {"聞くわけ", "why it is asked"}, Cell::word},
    {"score", {"確からしさ(2の何乗倍)", "odds (powers of 2)"}},
};
constexpr Section reviewed[] = {
    {"question", {"職員に見てほしい二人", "Pairs for an officer to look at"}, question_columns}};
constexpr Column relinked_columns[] = {{"records", {"つなぎ直した記録", "records linked anew"}}};
constexpr Section relinked[] = {{"relinked", {"終わりました", "Done"}, relinked_columns}};

constexpr Leaf leaves[] = {
    {.name = "review",
     .help = {"同じ人かもしれず、職員に見てほしい二人(見るのは signal show、決めるのは signal "
              "confirm と signal reject)",
              "pairs that may be one person (look: signal show; decide: signal confirm, signal "
              "reject)"},
     .verb = "link.review",
     .sections = reviewed,
     .is_list = true},
};

struct Pair {
  std::string record;
  std::string other;
};

void explain(Console& console, const DaemonAddress& address, const Pair& pair) {
  Request request("link.explain");
  request.text("record", pair.record).text("other", pair.other);
  Answer answer;
  if (show_answer(console, address, request, {}, answer) && !console.json)
    write_link_words(console, answer);
}

/// As they come: there may be a million.
void export_all(Console& console, const DaemonAddress& address) {
  Request request("link.export");
  ask_daemon(console, address, request,
             [&](std::string_view line) { console.out << line << '\n'; });
}

void link_anew(Console& console, const DaemonAddress& address, std::string_view verb) {
  Request request(verb);
  Answer answer;
  Progress bar(console);
  const auto doing = console.in_words({"つなぎ直しています", "linking anew"});
  const bool answered = ask_daemon(console, address, request, [&](std::string_view line) {
    Answer one;
    one.add(line);
    for (const auto at : one.of("progress"))
      bar.show(at.find("records").integer(), at.find("recordsInAll").integer(), doing);
    if (one.of("progress").empty()) answer.add(line);
    if (console.json) console.out << line << '\n';
  });
  bar.clear();
  if (answered && !console.json) print_answer(console, answer, relinked);
}

void add_explain(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto words = [&console](const Text& text) { return std::string(console.in_words(text)); };
  auto* command = group.add_subcommand(
      "explain", words({"二つの記録、または二人が、なぜ同じ人か、別の人か",
                        "why two records, or two persons, are one or are not"}));
  const auto pair = std::make_shared<Pair>();
  const auto help = words({"記録か人のID、または 情報源/記録キー(link exportのとおり)",
                           "id of a record or a person, or source/key as link export tells"});
  command->add_option("a", pair->record, help)->required();
  command->add_option("b", pair->other, help)->required();
  command->callback([&console, address, pair] { explain(console, *address, *pair); });
}

void add_anew(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address,
              const char* name, const Text& help) {
  auto* command = group.add_subcommand(name, std::string(console.in_words(help)));
  command->callback([&console, address, verb = "link." + std::string(name)] {
    link_anew(console, *address, verb);
  });
}

}  // namespace

void add_link_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "link", {"記録と人のつながり", "who is one person"},
                           leaves, address);
  add_explain(group, console, address);
  auto* exporting = group.add_subcommand(
      "export", std::string(console.in_words(
                    {"取り込んだ記録ごとに、人と世帯を1行のJSONで出す",
                     "one JSON line for each source record: its person and household"})));
  exporting->callback([&console, address] { export_all(console, *address); });
  add_anew(group, console, address, "estimate",
           {"自分の自治体の記録から重みを推定し(linkage.model)、全部をつなぎ直す",
            "estimates the weights from all records (linkage.model), and links all anew"});
  add_anew(group, console, address, "rebuild",
           {"今の重みとしきい値で、全部をつなぎ直す",
            "links all anew by the weights and thresholds as they are"});
}

}  // namespace hub::cli
