// `tsunagu event list`: what partners' own systems can follow. Needs no daemon.
#include "hub/cli/event_reference.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/cli/support_commands.hpp"
#include "hub/cli/table.hpp"
#include "hub/domain/followed_event.hpp"

namespace hub::cli {
namespace {

void show_events(Console& console) {
  const bool ja = console.language == Language::ja;
  Table table({std::string(console.in_words({"出来事", "event"})),
               std::string(console.in_words({"意味", "meaning"}))});
  for (const auto& one : domain::followed_events())
    table.add({std::string(one.type), std::string(ja ? one.ja : one.en)});
  table.print(console.out, text_columns(console));
}

}  // namespace

void add_event_command(CLI::App& app, Console& console) {
  auto* group = app.add_subcommand(
      "event", std::string(console.in_words(
                   {"相手のシステムに知らせる出来事", "what partners' own systems can follow"})));
  group->require_subcommand(1);
  Sub sub(*group, console, "list", {"出来事の種類と意味", "the types, and what they mean"});
  const auto markdown = std::make_shared<bool>(false);
  sub.flag("--markdown", *markdown, {"文書(docs/events.md)にする", "as docs/events.md"});
  sub.command().callback([&console, markdown] {
    *markdown ? write_event_reference(console.out) : show_events(console);
  });
}

}  // namespace hub::cli
