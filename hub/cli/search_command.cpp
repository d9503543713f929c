// `tsunagu search`: what is looked for is read from the input, a line each, so that no name stands
// in the list of processes or in the shell's history.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/leaf.hpp"
#include "hub/cli/lines.hpp"
#include "hub/cli/support_commands.hpp"

namespace hub::cli {
namespace {

constexpr std::size_t longest_line = 400;

constexpr Column persons[] = {
    {"person", {"人", "person"}},
    {"name", {"氏名", "name"}},
    {"cases", {"ケース", "cases"}},
};
constexpr Section found[] = {
    {"person", {"見つかった人(自分の窓口が持つ記録から)", "Found in your desk's records"}, persons},
};

struct Asked {
  std::string_view member;
  Text prompt;
};
constexpr Asked all_asked[] = {
    {"name", {"氏名(姓だけ、または姓名): ", "name (family name, or the whole): "}},
    {"kana", {"読み: ", "reading: "}},
    {"birthday", {"生年月日(1949-02-11): ", "birthday (1949-02-11): "}},
    {"number", {"番号(被保険者番号など): ", "number: "}},
};

void search(Console& console, const DaemonAddress& address) {
  Lines typed(console.in, longest_line);
  Request request("person.search");
  for (const auto& one : all_asked) {
    if (console.terminal) console.err << console.in_words(one.prompt) << std::flush;
    if (!typed.next()) break;
    request.text(one.member, typed.text());
  }
  Answer answer;
  if (!show_answer(console, address, request, found, answer) || console.json) return;
  if (!answer.of("more").empty())
    console.out << console.in_words({"ほかにもいます。読みや生年月日も入れてください。\n",
                                     "There are more; say the reading or the birthday too.\n"});
}

}  // namespace

void add_search_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "search", std::string(console.in_words(
                    {"人を探す(氏名、読み、生年月日、番号を1行ずつ入力。空の行は問わない)",
                     "looks for a person: name, reading, birthday and number from the input, a "
                     "line each; a blank line asks nothing"})));
  const auto address = add_address(*command, console);
  command->callback([&console, address] { search(console, *address); });
}

}  // namespace hub::cli
