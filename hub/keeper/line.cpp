#include "hub/keeper/line.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "hub/base/unix_address.hpp"
#include "sdk/wire/bytes.hpp"

namespace hub::keeper {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using base::UniqueFd;
namespace wire = tsunagu::wire;

constexpr std::size_t packet_bytes = 16'384;
constexpr std::size_t handed_descriptors = 2;

int millis_until(Line::Deadline until) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 3'600'000));
}

bool send_packet(int socket, const std::string& bytes, const int* descriptors) {
  iovec part{const_cast<char*>(bytes.data()), bytes.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(handed_descriptors * sizeof(int))> control{};
  if (descriptors != nullptr) {
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(handed_descriptors * sizeof(int));
    std::memcpy(CMSG_DATA(header), descriptors, handed_descriptors * sizeof(int));
  }
  return ::sendmsg(socket, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

/// Whatever came along is owned from here on, wanted or not.
void take_descriptors(msghdr& message, UniqueFd* handed) {
  for (cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr;
       header = CMSG_NXTHDR(&message, header)) {
    if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int descriptor = -1;
      std::memcpy(&descriptor, CMSG_DATA(header) + i * sizeof(int), sizeof descriptor);
      UniqueFd owned(descriptor);
      if (handed != nullptr && i < handed_descriptors) handed[i] = std::move(owned);
    }
  }
}

}  // namespace

Result<Line> Line::to(const std::filesystem::path& path) {
  const auto address = base::unix_address(path);
  if (!address) return address.error();
  UniqueFd socket(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
  if (::connect(socket.get(), base::as_sockaddr(*address), sizeof *address) != 0)
    return fail(Kind::unavailable, path.string() + ": no keeper answers (" + std::strerror(errno) +
                                       "); start its tsunagu-adapter@ socket unit");
  return Line(std::move(socket));
}

bool Line::say(const Word& word) const {
  std::string bytes;
  wire::Encoder encode(bytes);
  encode(static_cast<std::uint8_t>(word.says), word.number, word.code, word.text);
  return send_packet(socket_.get(), bytes, nullptr);
}

bool Line::say(const Start& start, int adapter, int socket) const {
  std::string bytes;
  wire::Encoder encode(bytes);
  encode(static_cast<std::uint8_t>(Says::start), start.name, start.data_dir.string(),
         start.memory_bytes, start.cpu_seconds, start.guarded);
  const int descriptors[handed_descriptors] = {adapter, socket};
  return send_packet(socket_.get(), bytes, descriptors);
}

std::optional<std::string> Line::receive(Deadline until, UniqueFd* handed) {
  pollfd waited{socket_.get(), POLLIN, 0};
  if (closed_ || ::poll(&waited, 1, millis_until(until)) != 1) return std::nullopt;
  std::string bytes(packet_bytes, '\0');
  iovec part{bytes.data(), bytes.size()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(handed_descriptors * sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  const ssize_t got = ::recvmsg(socket_.get(), &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return std::nullopt;
  closed_ = got <= 0;
  if (closed_) return std::nullopt;
  take_descriptors(message, handed);
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

std::optional<Word> Line::hear(Deadline until) {
  const auto bytes = receive(until, nullptr);
  if (!bytes) return std::nullopt;
  Word word;
  std::uint8_t says = 0;
  wire::Decoder decoder(*bytes);
  decoder(says, word.number, word.code, word.text);
  if (!decoder.complete() || says > static_cast<std::uint8_t>(Says::ended)) return std::nullopt;
  word.says = static_cast<Says>(says);
  return word;
}

std::optional<Handed> Line::hear_start(Deadline until) {
  UniqueFd descriptors[handed_descriptors];
  const auto bytes = receive(until, descriptors);
  if (!bytes) return std::nullopt;
  Handed handed;
  std::uint8_t says = 0;
  std::string data_dir;
  auto& start = handed.start;
  wire::Decoder decoder(*bytes);
  decoder(says, start.name, data_dir, start.memory_bytes, start.cpu_seconds, start.guarded);
  const bool whole = decoder.complete() && says == static_cast<std::uint8_t>(Says::start);
  if (!whole || !descriptors[0] || !descriptors[1]) return std::nullopt;
  start.data_dir = data_dir;
  handed.adapter = std::move(descriptors[0]);
  handed.socket = std::move(descriptors[1]);
  return handed;
}

std::int64_t Line::peer() const {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(socket_.get(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return -1;
  return peer.uid;
}

}  // namespace hub::keeper
