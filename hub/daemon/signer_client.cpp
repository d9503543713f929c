#include "hub/daemon/signer_client.hpp"

#include <sys/socket.h>
#include <sys/time.h>

#include <cerrno>
#include <cstring>

#include "hub/base/unique_fd.hpp"
#include "hub/base/unix_address.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using base::UniqueFd;

constexpr timeval patience{5, 0};
constexpr std::size_t answer_bytes = 4096;
constexpr std::string_view refusal = "error: ";

base::Failure silent(const std::filesystem::path& socket) {
  return fail(Kind::unavailable, "signer " + socket.string() + ": " + std::strerror(errno));
}

Result<UniqueFd> connect_to(const std::filesystem::path& socket) {
  const auto address = base::unix_address(socket);
  if (!address) return address.error();
  UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(fd.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (::connect(fd.get(), base::as_sockaddr(*address), sizeof *address) != 0) return silent(socket);
  return fd;
}

}  // namespace

Result<std::string> ask_signer(const std::filesystem::path& socket, std::string_view body) {
  const auto fd = connect_to(socket);
  if (!fd) return fd.error();
  const auto sent = ::send(fd->get(), body.data(), body.size(), MSG_NOSIGNAL);
  if (sent != static_cast<ssize_t>(body.size()) || ::shutdown(fd->get(), SHUT_WR) != 0)
    return silent(socket);
  std::string answer(answer_bytes, '\0');
  const auto got = ::recv(fd->get(), answer.data(), answer.size(), MSG_WAITALL);
  if (got <= 0) return silent(socket);
  answer.resize(static_cast<std::size_t>(got));
  if (!answer.starts_with(refusal)) return answer;
  if (answer.back() == '\n') answer.pop_back();
  return fail(Kind::conflict, "the signer refused: " + answer.substr(refusal.size()));
}

}  // namespace hub::daemon
