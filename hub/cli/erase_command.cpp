// `tsunagu erase --dry-run | --list NAME --approved-by WHO`, `erase hold|lift|holds`
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/erasure_page.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column lists[] = {
    {"list", {"一覧の名", "list"}},
    {"held", {"保全中の人", "persons held"}},
};
constexpr Column due[] = {
    {"what", {"種類", "what"}, Cell::word},
    {"rows", {"件数", "rows"}},
};
constexpr Column persons[] = {{"person", {"人", "person"}}};
constexpr Column results[] = {
    {"list", {"一覧の名", "list"}},
    {"rows", {"消去した件数", "rows erased"}},
};
constexpr Column held[] = {
    {"hold", {"保全", "hold"}},
    {"person", {"人", "person"}},
    {"document", {"文書番号", "document"}},
    {"at", {"時", "at"}, Cell::time},
    {"by", {"誰が", "by"}},
};
constexpr Section planned[] = {
    {"list", {"消去の一覧", "List"}, lists},
    {"due", {"保存期間を過ぎたもの", "Kept long enough"}, due},
    {"person", {"消える人", "Persons who go"}, persons, true},
};
constexpr Section erased[] = {{"erased", {"", ""}, results}};
constexpr Section holds[] = {{"hold", {"保全", "Holds"}, held}};

constexpr Leaf leaves[] = {
    {.name = "holds",
     .help = {"消去しないと定めた人を示す", "persons whose data are kept"},
     .verb = "erase.holds",
     .sections = holds},
    {.name = "lift",
     .help = {"保全を解く", "lifts a hold"},
     .verb = "erase.lift",
     .argument = "hold",
     .argument_help = {"保全のID", "id of the hold"},
     .done = {"保全を解きました。", "the hold is lifted"}},
};

struct Wish {
  bool dry_run = false;
  bool page = false;
  std::string list;
  std::string approved_by;
};

void plan(Console& console, const DaemonAddress& address, bool page) {
  Request request("erase.plan");
  Answer answer;
  const auto sections = page ? std::span<const Section>() : std::span<const Section>(planned);
  if (!show_answer(console, address, request, sections, answer)) return;
  if (page && !console.json) write_erasure_page(console.out, answer);
}

void run(Console& console, const DaemonAddress& address, const Wish& wish) {
  Request request("erase.run");
  request.text("list", wish.list).text("approvedBy", wish.approved_by);
  Answer answer;
  show_answer(console, address, request, erased, answer);
}

void add_options(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto words = [&console](const Text& text) { return std::string(console.in_words(text)); };
  const auto wish = std::make_shared<Wish>();
  auto* dry = group.add_flag("--dry-run", wish->dry_run,
                             words({"消去されるものの一覧を示す(何も消さない)",
                                    "the list of what would go; nothing is erased"}));
  group
      .add_flag("--page", wish->page,
                words({"一覧を、署名する紙面にする(> ファイル.html)",
                       "the list as a page to be signed (> FILE.html)"}))
      ->needs(dry);
  auto* approved = group.add_option(
      "--approved-by", wish->approved_by,
      words({"一覧に署名した人(実行する人とは別の人)", "who signed it; not who runs it"}));
  group
      .add_option("--list", wish->list,
                  words({"この名の一覧のとおりに消去する", "erases exactly the list of this name"}))
      ->needs(approved)
      ->excludes(dry);
  group.callback([&group, &console, address, wish] {
    if (!group.get_subcommands().empty()) return;
    if (!wish->list.empty()) return run(console, *address, *wish);
    if (wish->dry_run) return plan(console, *address, wish->page);
    console.fail(Exit::usage, {"--dry-run か --list を指定してください",
                               "name --dry-run, or --list with --approved-by"});
  });
}

void add_hold(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  struct Typed {
    std::string person;
    std::string document;
  };
  const auto words = [&console](const Text& text) { return std::string(console.in_words(text)); };
  auto* command = group.add_subcommand(
      "hold", words({"この人の情報を、期間を過ぎても消去しない(訴訟など)",
                     "keeps a person's data beyond their time (a lawsuit, …)"}));
  const auto typed = std::make_shared<Typed>();
  command->add_option("--person", typed->person, words({"人のID", "id of the person"}))->required();
  command
      ->add_option("--document", typed->document,
                   words({"根拠の文書番号(名前は書かない)", "number of the paper; no name"}))
      ->required();
  command->callback([&console, address, typed] {
    Request request("erase.hold");
    request.text("person", typed->person).text("document", typed->document);
    Answer answer;
    show_answer(console, *address, request, holds, answer);
  });
}

}  // namespace

void add_erase_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "erase",
                           {"保存期間を過ぎたものを消去する", "erases what was kept long enough"},
                           leaves, address);
  group.require_subcommand(0, 1);
  add_options(group, console, address);
  add_hold(group, console, address);
}

}  // namespace hub::cli
