#include "hub/signer/signer_socket.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>

#include "hub/base/log.hpp"
#include "hub/base/unix_address.hpp"

namespace hub::signer {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using base::UniqueFd;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr auto patience = std::chrono::seconds(5);
constexpr std::size_t request_bytes = 1024;

/// Everything until the other side ends; nothing where it is too slow or too long.
std::optional<std::string> read_all(int fd) {
  const auto until = steady_clock::now() + patience;
  std::string text;
  for (;;) {
    const auto left = std::chrono::duration_cast<milliseconds>(until - steady_clock::now());
    pollfd wait{fd, POLLIN, 0};
    if (left.count() <= 0 || ::poll(&wait, 1, static_cast<int>(left.count())) <= 0)
      return std::nullopt;
    char bytes[request_bytes];
    const ssize_t got = ::recv(fd, bytes, sizeof bytes, 0);
    if (got == 0) return text;
    if (got < 0 || text.size() + static_cast<std::size_t>(got) > request_bytes) return std::nullopt;
    text.append(bytes, static_cast<std::size_t>(got));
  }
}

void answer(int client, Notary& notary) {
  const auto body = read_all(client);
  const Result<std::string> note =
      body ? notary.sign(*body) : Result<std::string>(fail(Kind::invalid, "no whole request"));
  const std::string text = note ? *note : "error: " + note.error().text() + "\n";
  if (!note) base::log(base::Level::error, "checkpoint_refused", {{"reason", note.error().text()}});
  // An answer is far smaller than a socket's buffer.
  (void)::send(client, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

}  // namespace

Result<SignerSocket> SignerSocket::listen(const std::filesystem::path& path, uid_t peer) {
  const auto address = base::unix_address(path);
  if (!address) return address.error();
  UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  ::unlink(path.c_str());
  if (::bind(fd.get(), base::as_sockaddr(*address), sizeof *address) != 0 ||
      ::chmod(path.c_str(), 0660) != 0 || ::listen(fd.get(), 8) != 0)
    return fail(Kind::unavailable, path.string() + ": " + std::strerror(errno));
  return SignerSocket(std::move(fd), peer);
}

bool SignerSocket::is_allowed(int client) const {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(client, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return false;
  return peer.uid == peer_ || peer.uid == 0;
}

void SignerSocket::serve(Notary& notary, int stop) const {
  for (;;) {
    pollfd waits[] = {{fd_.get(), POLLIN, 0}, {stop, POLLIN, 0}};
    if (::poll(waits, 2, -1) < 0 && errno != EINTR) return;
    if (waits[1].revents != 0) return;
    const UniqueFd client(::accept4(fd_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (client && is_allowed(client.get())) answer(client.get(), notary);
  }
}

}  // namespace hub::signer
