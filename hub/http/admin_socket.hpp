// The administration socket: a Unix socket, mode 0600, for the daemon's own user and root; with
// officers, anybody may connect, and whoever is none of these is turned away by the kernel's word.
// One JSON object a line in, `{"verb":"case.list", …}`; one or more JSON objects a line back, the
// last of which has `"done":true`. A lane of its own: no load on the network ports reaches it.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "hub/base/limits.hpp"
#include "hub/base/result.hpp"

namespace hub::http {

/// The client of one verb: where the answer lines go, and who asked. Not for use after the verb
/// returned.
class ReplySink {
 public:
  virtual ~ReplySink() = default;
  /// `operator/<user>` or `officer/<user>`: the kernel's word of who stands at the other end, as
  /// the audit log names it.
  [[nodiscard]] virtual const std::string& asker() const = 0;
  /// `json` is one object without a line break. False: the client has gone or the hub stops, stop
  /// working.
  virtual bool line(std::string_view json) = 0;
};

/// Gets the whole request object; what it returns as a Failure is written as the last line. Runs on
/// one of the socket's threads and may wait for the store.
using AdminVerb = std::function<base::Result<>(const std::string& request, ReplySink& reply)>;
using AdminVerbs = std::map<std::string, AdminVerb, std::less<>>;

/// Officers of cases, who ask under their own users: they may use a few verbs.
struct AdminOfficers {
  bool any = false;  ///< there are some at the start: the socket is open to other users
  std::function<bool(std::string_view user)> has = [](std::string_view) { return false; };
  std::set<std::string, std::less<>> verbs{};
};

struct AdminSettings {
  std::filesystem::path path;
  std::size_t clients = base::limits::admin_clients;
  std::size_t request_bytes = base::limits::other_body_bytes;
  std::chrono::milliseconds timeout{base::limits::admin_timeout_ms};  ///< to send one request
  AdminOfficers officers{};
  /// Told of what the socket itself refuses: to whom (`officer/<user>`, `operator/<user>`;
  /// strangers, at most one a second, as `user/<user>`), of which verb (empty: no known one), and
  /// why. Returns what to answer.
  std::function<base::Failure(const std::string& asker, std::string_view verb,
                              const base::Failure& why)>
      refused = [](const std::string&, std::string_view, const base::Failure& why) { return why; };
};

class AdminSocket {
 public:
  /// Replaces a socket file that nobody listens on. Listens when it returns.
  static base::Result<std::unique_ptr<AdminSocket>> start(AdminSettings settings, AdminVerbs verbs);
  /// stop().
  ~AdminSocket();
  AdminSocket(const AdminSocket&) = delete;
  AdminSocket& operator=(const AdminSocket&) = delete;

  /// Lets running verbs finish, then joins and removes the socket file.
  void stop();

 private:
  struct Parts;
  explicit AdminSocket(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace hub::http
