#include "hub/cli/worded.hpp"

#include <deque>

#include "hub/cli/subcommand.hpp"

namespace hub::cli {
namespace {

/// In the order of the options; a deque keeps its places.
struct Typed {
  std::deque<std::string> words;
  std::deque<bool> flags;
};

void run(Console& console, const DaemonAddress& address, const Worded& of, const Typed& typed) {
  Request request(of.verb);
  for (std::size_t at = 0; at < of.options.size(); ++at) {
    const auto& option = of.options[at];
    if (option.kind != WordOption::flag) {
      request.text(option.key, typed.words[at]);
    } else if (typed.flags[at]) {
      request.flag(option.key, true);
    }
  }
  Answer answer;
  if (!show_answer(console, address, request, of.sections, answer)) return;
  if (!of.done.ja.empty()) say_done(console, of.done);
}

}  // namespace

void add_worded(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address,
                std::span<const Worded> all) {
  for (const auto& of : all) {
    const auto typed = std::make_shared<Typed>();
    Sub sub(group, console, of.name, of.help);
    for (const auto& option : of.options) {
      typed->words.emplace_back();
      typed->flags.push_back(false);
      if (option.kind == WordOption::flag) {
        sub.flag(option.name, typed->flags.back(), option.help);
        continue;
      }
      auto* word = sub.word(option.name, typed->words.back(), option.help);
      if (option.kind == WordOption::needed) word->required();
    }
    sub.command().callback([&console, address, &of, typed] { run(console, *address, of, *typed); });
  }
}

}  // namespace hub::cli
