// `tsunagu link review|explain|confirm|reject|decisions|undo|export|estimate|rebuild`: who is one
// person, why, and what officers say.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/link_words.hpp"
#include "hub/cli/progress.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/cli/worded.hpp"

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

constexpr Column decided_columns[] = {
    {"decision", {"決定", "decision"}},
    {"answer", {"内容", "answer"}, Cell::word},
    {"record", {"記録", "record"}},
    {"other", {"もう一つの記録", "the other record"}},
    {"decidedBy", {"決めた人", "by"}},
    {"decidedAt", {"時", "at"}, Cell::time},
    {"undoneBy", {"取り消した人", "taken back by"}},
    {"undoneAt", {"取消しの時", "taken back at"}, Cell::time},
};
constexpr Section decided[] = {
    {"decided", {"職員が決めたこと", "What officers decided"}, decided_columns}};

constexpr Leaf leaves[] = {
    {.name = "decisions",
     .help = {"同じ人か別の人か、職員が決めたこと(取り消したものも)",
              "what officers decided, also what they took back"},
     .verb = "link.decisions",
     .sections = decided,
     .is_list = true},
    {.name = "undo",
     .help = {"職員の決定を一つ取り消す(市の担当者)。link decisions が示す決定を指す",
              "takes one decision back, as link decisions tells it (an officer)"},
     .verb = "link.undo",
     .argument = "decision",
     .argument_help = {"決定のID", "id of the decision"},
     .done = {"取り消しました。", "taken back"}},
};

constexpr Text pair_help = {"記録か人のID、または 情報源/記録キー(link exportのとおり)",
                            "id of a record or a person, or source/key as link export tells"};
constexpr WordOption pair_options[] = {
    {"a", "record", pair_help, WordOption::needed},
    {"b", "other", pair_help, WordOption::needed},
};
constexpr Worded worded[] = {
    {.name = "confirm",
     .verb = "link.confirm",
     .help = {"link review の二人が同じ人だと確かめて、つなぐ(市の担当者)",
              "joins two whom link review asks about (an officer)"},
     .options = pair_options,
     .done = {"記録しました。", "noted"}},
    {.name = "reject",
     .verb = "link.reject",
     .help = {"二人は別の人だと記録する。以後、規則ではつながない。誤ってつながった二つの記録を分け"
              "るのもこれ(市の担当者)",
              "keeps two apart for good, also two records that were joined wrongly (an officer)"},
     .options = pair_options,
     .done = {"記録しました。", "noted"}},
};

struct Pair {
  std::string record;
  std::string other;
};

void review(Console& console, const DaemonAddress& address, std::int64_t limit) {
  Request request("link.review");
  if (limit > 0) request.count("limit", limit);
  Answer answer;
  const bool answered = ask_daemon(console, address, request, [&](std::string_view line) {
    answer.add(line);
    if (console.json) console.out << line << '\n';
  });
  if (!answered || console.json) return;
  write_relinking(console, answer);
  print_answer(console, answer, reviewed);
}

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

void add_review(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  Sub sub(
      group, console, "review",
      {"同じ人かもしれず、職員に見てほしい二人(見るのは link explain、決めるのは link confirm と "
       "link reject)",
       "pairs that may be one person (look: link explain; decide: link confirm, link reject)"});
  const auto limit = std::make_shared<std::int64_t>(0);
  sub.command()
      .add_option("--limit", *limit, std::string(console.in_words({"何件まで", "at most"})))
      ->check(CLI::PositiveNumber);
  sub.command().callback([&console, address, limit] { review(console, *address, *limit); });
}

void add_explain(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  Sub sub(group, console, "explain",
          {"二つの記録、または二人が、なぜ同じ人か、別の人か。市の担当者には二つを並べて示す",
           "why two records, or two persons, are one or are not; to officers both side by side"});
  const auto pair = std::make_shared<Pair>();
  sub.word("a", pair->record, pair_help)->required();
  sub.word("b", pair->other, pair_help)->required();
  sub.command().callback([&console, address, pair] { explain(console, *address, *pair); });
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
  add_review(group, console, address);
  add_explain(group, console, address);
  add_worded(group, console, address, worded);
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
