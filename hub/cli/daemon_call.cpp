#include "hub/cli/daemon_call.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "hub/cli/admin_client.hpp"
#include "hub/cli/profile_language.hpp"
#include "hub/profile/check.hpp"
#include "hub/profile/settings.hpp"

namespace hub::cli {
namespace {

base::Result<std::filesystem::path> socket_of(const DaemonAddress& address) {
  if (!address.socket.empty()) return std::filesystem::path(address.socket);
  profile::Problems problems;
  const auto settings = profile::read_settings(address.hub_yaml, problems);
  if (problems.empty()) return settings.admin_socket;
  return profile::failure_of(problems, in_profile(address.language));
}

/// The socket is not his, or the verb is not. What a verb itself refuses (whoever decided can't
/// review his own decision), it refuses root too.
bool is_locked_out(const base::Failure& failure) {
  const std::string_view text = failure.text();
  return failure.kind() == base::Kind::forbidden &&
         (text.starts_with(not_allowed) || text.starts_with("/verb:"));
}

/// What an operator does about a daemon that can't be asked.
Text advice(const base::Failure& failure) {
  if (failure.kind() == base::Kind::unavailable) {
    return {
        "デーモンが動いているか確かめてください(systemctl status 'tsunagu-hub@*')。"
        "別の場所にあるときは --socket か --config で指定してください。",
        "see whether the daemon runs (systemctl status 'tsunagu-hub@*'); "
        "name another place with --socket or --config"};
  }
  if (is_locked_out(failure)) {
    return {"デーモンと同じ利用者か root で実行してください(sudo -u tsunagu tsunagu …)。",
            "run it as the daemon's own user or as root (sudo -u tsunagu tsunagu …)"};
  }
  return {};
}

}  // namespace

std::shared_ptr<DaemonAddress> add_address(CLI::App& group, const Console& console) {
  auto address = std::make_shared<DaemonAddress>();
  address->language = console.language;
  group.add_option("--socket", address->socket,
                   std::string(console.in_words({"デーモンの管理ソケット(既定: --config のもの)",
                                                 "the daemon's administration socket (default: "
                                                 "the one of --config)"})));
  group.add_option("--config", address->hub_yaml,
                   std::string(console.in_words({"設定ファイル hub.yaml", "hub.yaml"})));
  return address;
}

base::Result<> call_daemon(const DaemonAddress& address, Request& request, const OnLine& on_line) {
  const auto socket = socket_of(address);
  if (!socket) return socket.error();
  auto client = AdminClient::connect(*socket);
  if (!client) return client.error();
  return client->call(request.close(), on_line);
}

base::Result<Answer> call_daemon(const DaemonAddress& address, Request& request) {
  Answer answer;
  const auto called =
      call_daemon(address, request, [&answer](std::string_view line) { answer.add(line); });
  if (!called) return called.error();
  return answer;
}

bool ask_daemon(Console& console, const DaemonAddress& address, Request& request,
                const OnLine& on_line) {
  const auto answered = call_daemon(address, request, on_line);
  if (!answered) tell_failure(console, answered.error());
  return answered.has_value();
}

void tell_failure(Console& console, const base::Failure& failure) {
  console.fail(failure);
  const auto words = console.in_words(advice(failure));
  if (!words.empty() && !console.json) console.err << words << '\n';
}

}  // namespace hub::cli
