#include "hub/cli/leaf.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace hub::cli {
namespace {

struct Typed {
  std::string argument;
  std::int64_t limit = 0;
};

void run_leaf(Console& console, const DaemonAddress& address, const Leaf& leaf,
              const Typed& typed) {
  Request request(leaf.verb);
  if (leaf.argument != nullptr) request.text(leaf.argument, typed.argument);
  if (typed.limit > 0) request.count("limit", typed.limit);
  Answer answer;
  if (!show_answer(console, address, request, leaf.sections, answer)) return;
  if (!leaf.done.ja.empty()) say_done(console, leaf.done);
}

void add_leaf(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address,
              const Leaf& leaf) {
  auto* command = group.add_subcommand(leaf.name, std::string(console.in_words(leaf.help)));
  const auto typed = std::make_shared<Typed>();
  if (leaf.argument != nullptr) {
    command
        ->add_option(leaf.argument, typed->argument,
                     std::string(console.in_words(leaf.argument_help)))
        ->required();
  }
  if (leaf.is_list) {
    command
        ->add_option(
            "--limit", typed->limit,
            std::string(console.in_words({"最大件数(既定: 200)", "at most so many (200)"})))
        ->check(CLI::Range(1, 10'000));
  }
  command->callback(
      [&console, address, &leaf, typed] { run_leaf(console, *address, leaf, *typed); });
}

}  // namespace

CLI::App& add_leaves(CLI::App& root, Console& console, const char* name, const Text& help,
                     std::span<const Leaf> leaves) {
  std::shared_ptr<DaemonAddress> address;
  return add_leaves(root, console, name, help, leaves, address);
}

CLI::App& add_leaves(CLI::App& root, Console& console, const char* name, const Text& help,
                     std::span<const Leaf> leaves, std::shared_ptr<DaemonAddress>& address) {
  auto* group = root.add_subcommand(name, std::string(console.in_words(help)));
  group->require_subcommand(1);
  address = add_address(*group, console);
  for (const auto& leaf : leaves)
    add_leaf(*group, console, address, leaf);
  return *group;
}

void say_done(Console& console, const Text& what) {
  console.out << (console.json ? std::string_view(R"({"kind":"done"})") : console.in_words(what))
              << '\n';
}

bool show_answer(Console& console, const DaemonAddress& address, Request& request,
                 std::span<const Section> sections, Answer& answer) {
  const bool answered = ask_daemon(console, address, request, [&](std::string_view line) {
    answer.add(line);
    if (console.json) console.out << line << '\n';
  });
  if (answered && !console.json) print_answer(console, answer, sections);
  return answered;
}

}  // namespace hub::cli
