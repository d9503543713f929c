// `tsunagu digest`: what is due, for the desk's morning, without a word about anybody.
#include "hub/cli/leaf.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/cli/support_commands.hpp"

namespace hub::cli {
namespace {

constexpr Column due[] = {
    {"day", {"期日", "due"}},
    {"what", {"何の", "what"}, Cell::word},
    {"case", {"ケース", "case"}},
    {"desks", {"窓口", "desks"}},
};
constexpr Section shown[] = {{"due", {"期日が来ているもの", "Due"}, due}};

void show_digest(Console& console, const DaemonAddress& address, const std::string& desk) {
  Request request("digest");
  if (!desk.empty()) request.text("desk", desk);
  Answer answer;
  show_answer(console, address, request, shown, answer);
}

}  // namespace

void add_digest_command(CLI::App& app, Console& console) {
  Sub sub(app, console, "digest",
          {"期日が来ているもの。朝の一覧に、ケースのIDと期日だけを示す",
           "what is due: for each morning, by case ids and days alone"});
  const auto address = add_address(sub.command(), console);
  const auto desk = std::make_shared<std::string>();
  sub.word("--desk", *desk,
           {"この窓口(または機関)のものだけ", "only this desk's, or this agency's"});
  sub.command().callback([&console, address, desk] { show_digest(console, *address, *desk); });
}

}  // namespace hub::cli
