#include "hub/cli/admin_client.hpp"

#include <sys/socket.h>
#include <sys/time.h>

#include <cerrno>

#include "hub/base/unix_address.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::cli {
namespace {

constexpr std::size_t line_bytes = std::size_t{64} * 1024 * 1024;

base::Kind kind_named(std::string_view name) {
  for (auto kind = base::Kind::internal; kind != base::Kind::corrupt;
       kind = static_cast<base::Kind>(static_cast<int>(kind) + 1)) {
    if (base::name_of(kind) == name) return kind;
  }
  return base::Kind::corrupt;
}

base::Failure gone() {
  return base::fail(base::Kind::unavailable, "the daemon ended the connection");
}

/// The closing line is the one with "done".
bool closes(const tsunagu::json::Parsed& line) {
  return line.root().find("done").boolean();
}

base::Result<> outcome_of(const tsunagu::json::Parsed& line) {
  const auto error = line.root().find("error");
  if (!error.exists()) return {};
  return base::fail(kind_named(error.find("kind").text()), std::string(error.find("text").text()));
}

}  // namespace

base::Result<AdminClient> AdminClient::connect(const std::filesystem::path& socket) {
  const auto address = base::unix_address(socket);
  if (!address) return address.error();
  base::UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (::connect(fd.get(), base::as_sockaddr(*address), sizeof *address) == 0) {
    return AdminClient(std::move(fd));
  }
  const bool barred = errno == EACCES || errno == EPERM;
  return base::fail(barred ? base::Kind::forbidden : base::Kind::unavailable,
                    std::string(barred ? not_allowed : "no daemon listens on ") + socket.string());
}

void AdminClient::be_patient(std::chrono::seconds patience) const {
  const timeval time{patience.count(), 0};
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

/// A daemon that has no place says so and closes: what it said is read even if sending fails.
void AdminClient::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

base::Result<std::string> AdminClient::read_line() {
  for (;;) {
    if (const auto end = buffer_.find('\n'); end != std::string::npos) {
      auto line = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      return line;
    }
    char bytes[16 * 1024];
    const auto got = ::recv(socket_.get(), bytes, sizeof bytes, 0);
    if (got <= 0 || buffer_.size() > line_bytes) return gone();
    buffer_.append(bytes, static_cast<std::size_t>(got));
  }
}

base::Result<> AdminClient::call(std::string_view request,
                                 const std::function<void(std::string_view)>& on_line) {
  send(std::string(request) + '\n');
  for (;;) {
    const auto line = read_line();
    if (!line) return line.error();
    const auto parsed = tsunagu::json::parse_untrusted(*line, {.bytes = line_bytes, .depth = 32});
    if (!parsed.ok()) return base::fail(base::Kind::corrupt, "the daemon's answer is not JSON");
    if (closes(parsed)) return outcome_of(parsed);
    on_line(*line);
  }
}

}  // namespace hub::cli
