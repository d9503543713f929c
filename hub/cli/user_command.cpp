// `tsunagu user …`: local accounts of those who sign in to the pages and the API.
#include <CLI/CLI.hpp>

#include "hub/cli/support_commands.hpp"
#include "hub/cli/worded.hpp"

namespace hub::cli {
namespace {

constexpr auto needed = WordOption::needed;

constexpr Column accounts[] = {
    {"name", {"利用者", "user"}},
    {"state", {"状態", "state"}, Cell::word},
    {"roles", {"役割", "roles"}},
    {"until", {"有効期限", "until"}},
};
constexpr Column credentials[] = {
    {"name", {"利用者", "user"}},
    {"password", {"初回パスワード", "start password"}},
    {"key", {"認証アプリの鍵", "authenticator key"}},
    {"address", {"認証アプリの登録", "to enroll"}},
};
constexpr Column renewed[] = {{"name", {"利用者", "user"}}, {"until", {"有効期限", "until"}}};

constexpr Section listed[] = {{"account", {"利用者", "Users"}, accounts}};
constexpr Section told[] = {
    {"credentials",
     {"一度だけ表示します。本人に渡してください", "Shown once: hand it over"},
     credentials}};
constexpr Section prolonged[] = {{"account", {"", ""}, renewed}};

constexpr WordOption name{
    "name", "name", {"利用者の名前(hub.yaml の officers の user)", "the user's name"}, needed};
constexpr WordOption role{
    "role",
    "role",
    {"desk(窓口) coordinator(多機関協働) municipal(市町村職員) operator(機械の管理) "
     "auditor(監査)",
     "desk, coordinator, municipal, operator or auditor"},
    needed};
constexpr WordOption named[] = {name};
constexpr WordOption with_role[] = {name, role};
constexpr WordOption change_role[] = {
    name, role, {"--take", "take", {"役割を外す", "take it away"}, WordOption::flag}};

constexpr Worded all[] = {
    {"add", "user.add", {"利用者を加える", "adds a user"}, with_role, told},
    {"reset",
     "user.reset",
     {"パスワードと認証アプリの鍵を作り直す", "a new password and authenticator key"},
     named,
     told},
    {"disable",
     "user.disable",
     {"利用を止める", "nobody signs in under it any more"},
     named,
     {},
     {"利用を止めました。", "the account is disabled"}},
    {"renew",
     "user.renew",
     {"年度の切替えに、期限と役割を延ばす", "to the end of the next fiscal year, with its roles"},
     named,
     prolonged},
    {"role",
     "user.role",
     {"役割を加える、または外す", "gives or takes a role"},
     change_role,
     {},
     {"役割を変えました。", "the roles are changed"}},
};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"利用者と役割、期限", "users, their roles and until when"},
     .verb = "user.list",
     .sections = listed},
};

}  // namespace

void add_user_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group =
      add_leaves(app, console, "user", {"画面とAPIにサインインする利用者", "users who sign in"},
                 leaves, address);
  add_worded(group, console, address, all);
}

}  // namespace hub::cli
