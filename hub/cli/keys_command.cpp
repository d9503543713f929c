// `tsunagu keys list|rotate`: the key that seals every personal field.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/progress.hpp"

namespace hub::cli {
namespace {

constexpr Column keys[] = {
    {"version", {"版", "version"}},
    {"state", {"状態", "state"}, Cell::word},
    {"madeAt", {"作った時", "made"}, Cell::time},
};
constexpr Column rotated[] = {{"rows", {"封をし直した行", "rows sealed anew"}}};
constexpr Section listed[] = {{"key", {"データ鍵", "Data keys"}, keys}};
constexpr Section done[] = {
    {"rotated",
     {"データ鍵を交換し、古い鍵を消しました", "Rotated; the old key is destroyed"},
     rotated}};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"データ鍵の版と状態(鍵そのものは示さない)", "versions and states, never a key"},
     .verb = "keys.list",
     .sections = listed},
};

void rotate(Console& console, const DaemonAddress& address) {
  Request request("keys.rotate");
  Answer answer;
  Progress bar(console);
  const auto doing = console.in_words({"封をし直しています", "sealing anew"});
  const bool answered = ask_daemon(console, address, request, [&](std::string_view line) {
    Answer one;
    one.add(line);
    for (const auto at : one.of("progress"))
      bar.show(at.find("rows").integer(), at.find("rowsInAll").integer(), doing);
    if (one.of("progress").empty()) answer.add(line);
    if (console.json) console.out << line << '\n';
  });
  bar.clear();
  if (answered && !console.json) print_answer(console, answer, done);
}

}  // namespace

void add_keys_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "keys", {"データ鍵", "the data key"}, leaves, address);
  auto* command = group.add_subcommand(
      "rotate", std::string(console.in_words(
                    {"新しいデータ鍵で、動かしたまま全部の封をし直し、古い鍵を消す。止まっても、"
                     "もう一度実行するか、次に起動したとき続きから進む",
                     "seals everything anew under a fresh key while the hub works, then destroys "
                     "the old one; cut short, it goes on when run again, or at the next start"})));
  command->callback([&console, address] { rotate(console, *address); });
}

}  // namespace hub::cli
