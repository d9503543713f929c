#include "hub/http/admin_socket.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <list>
#include <thread>

#include "hub/base/log.hpp"
#include "hub/base/unique_fd.hpp"
#include "hub/base/unix_address.hpp"
#include "hub/http/admin_session.hpp"
#include "hub/http/log_brake.hpp"
#include "hub/http/peer_credentials.hpp"

namespace hub::http {
namespace {

using base::UniqueFd;

base::Failure unusable(const std::filesystem::path& path, int error) {
  return base::fail(base::Kind::unavailable, "administration socket " + path.string() + ": " +
                                                 std::generic_category().message(error));
}

bool somebody_listens(const sockaddr_un& address) {
  const UniqueFd probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  return ::connect(probe.get(), base::as_sockaddr(address), sizeof address) == 0;
}

constexpr mode_t for_own_user = S_IRUSR | S_IWUSR;
constexpr mode_t for_all = for_own_user | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;

/// Mode 0600 from the first moment: set on the descriptor before it has a name. With officers it is
/// opened then, whatever the umask says.
base::Result<UniqueFd> listen_at(const std::filesystem::path& path, bool officers) {
  const auto address = base::unix_address(path);
  if (!address) return address.error();
  if (somebody_listens(*address)) {
    return base::fail(base::Kind::conflict, "another hub listens on " + path.string());
  }
  ::unlink(path.c_str());
  UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const bool ready = ::fchmod(socket.get(), for_own_user) == 0 &&
                     ::bind(socket.get(), base::as_sockaddr(*address), sizeof *address) == 0 &&
                     ::listen(socket.get(), SOMAXCONN) == 0;
  const bool open = ready && (!officers || ::chmod(path.c_str(), for_all) == 0);
  if (!open) return unusable(path, errno);
  return socket;
}

bool is_welcome(uid_t peer, const AdminSettings& settings) {
  return may_administer(peer, ::geteuid()) || settings.officers.has(user_name(peer));
}

struct Guest {
  std::atomic<bool> done{false};
  std::thread thread;
};

}  // namespace

struct AdminSocket::Parts {
  void run();
  void admit(UniqueFd client);
  void turn_away(std::optional<uid_t> peer);
  void reap();

  AdminSettings settings;
  AdminVerbs verbs;
  UniqueFd listening;
  UniqueFd stop{::eventfd(0, EFD_CLOEXEC)};
  std::list<Guest> guests;  ///< the accepting thread's own
  LogBrake strangers;       ///< the same
  std::thread thread;
};

void AdminSocket::Parts::run() {
  for (;;) {
    pollfd wanted[] = {{listening.get(), POLLIN, 0}, {stop.get(), POLLIN, 0}};
    ::poll(wanted, 2, -1);
    if (wanted[1].revents != 0) break;
    UniqueFd client(::accept4(listening.get(), nullptr, nullptr, SOCK_CLOEXEC));
    reap();
    if (client) {
      admit(std::move(client));
    } else if (errno == EMFILE || errno == ENFILE) {
      base::log(base::Level::error, "admin_accept_failed", {{"errno", errno}});
      std::this_thread::sleep_for(std::chrono::milliseconds(base::limits::accept_pause_ms));
    }
  }
  for (auto& guest : guests)
    guest.thread.join();
}

void AdminSocket::Parts::admit(UniqueFd client) {
  const auto peer = peer_of(client.get());
  if (!peer || !is_welcome(*peer, settings)) return turn_away(peer);
  if (guests.size() >= settings.clients) {
    AdminSession(std::move(client), *peer, stop.get(), settings, verbs)
        .line(R"({"done":true,"error":{"kind":"busy","text":"too many clients; try again"}})");
    return;
  }
  auto& guest = guests.emplace_back();
  guest.thread = std::thread([this, &guest, uid = *peer, socket = std::move(client)]() mutable {
    AdminSession(std::move(socket), uid, stop.get(), settings, verbs).run();
    guest.done = true;
  });
}

void AdminSocket::Parts::turn_away(std::optional<uid_t> peer) {
  const auto unlogged = strangers.release(std::chrono::steady_clock::now());
  if (!unlogged) return;
  base::log(base::Level::warning, "admin_peer_refused", {{"unlogged_before", *unlogged}});
  (void)settings.refused("user/" + (peer ? user_name(*peer) : std::string("unknown")), {},
                         {base::Kind::forbidden, "neither who runs the machine nor an officer"});
}

void AdminSocket::Parts::reap() {
  guests.remove_if([](Guest& guest) {
    if (!guest.done) return false;
    guest.thread.join();
    return true;
  });
}

AdminSocket::AdminSocket(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

base::Result<std::unique_ptr<AdminSocket>> AdminSocket::start(AdminSettings settings,
                                                              AdminVerbs verbs) {
  auto listening = listen_at(settings.path, settings.officers.any);
  if (!listening) return listening.error();
  auto parts = std::make_unique<Parts>();
  parts->settings = std::move(settings);
  parts->verbs = std::move(verbs);
  parts->listening = std::move(*listening);
  parts->thread = std::thread([raw = parts.get()] { raw->run(); });
  return std::unique_ptr<AdminSocket>(new AdminSocket(std::move(parts)));
}

AdminSocket::~AdminSocket() {
  stop();
}

void AdminSocket::stop() {
  if (!parts_->thread.joinable()) return;
  ::eventfd_write(parts_->stop.get(), 1);
  parts_->thread.join();
  ::unlink(parts_->settings.path.c_str());
}

}  // namespace hub::http
