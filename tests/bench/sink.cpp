// `bench_sink`: takes every POST on kept connections and answers 202 at once. Prints its port, and
// that of a socket which takes connections and never answers; ends with its input.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

#include "hub/base/unique_fd.hpp"

namespace {

using hub::base::UniqueFd;

constexpr std::string_view answer = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
constexpr std::string_view length_field = "Content-Length: ";

UniqueFd listening() {
  UniqueFd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::bind(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address);
  ::listen(fd.get(), 256);
  return fd;
}

int port_of(const UniqueFd& fd) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  ::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

/// Bytes of the first whole request; 0 while it is not there.
std::size_t whole_request(std::string_view bytes) {
  const auto head = bytes.find("\r\n\r\n");
  const auto field = bytes.find(length_field);
  if (head == std::string_view::npos || field > head) return 0;
  const auto length = std::stoul(std::string(bytes.substr(field + length_field.size(), 8)));
  return bytes.size() >= head + 4 + length ? head + 4 + length : 0;
}

class Sink {
 public:
  Sink() : epoll_(::epoll_create1(EPOLL_CLOEXEC)), listener_(listening()) {
    watch(listener_.get());
    watch(STDIN_FILENO);
  }
  [[nodiscard]] int port() const { return port_of(listener_); }

  void run() {
    while (true) {
      std::array<epoll_event, 64> events{};
      const int ready = ::epoll_wait(epoll_.get(), events.data(), int(events.size()), -1);
      for (int i = 0; i < ready; ++i) {
        const int fd = events[static_cast<std::size_t>(i)].data.fd;
        if (fd == STDIN_FILENO) return;
        fd == listener_.get() ? accept() : read(fd);
      }
    }
  }

 private:
  struct Connection {
    UniqueFd fd;
    std::string bytes;
  };

  void watch(int fd) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = fd;
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event);
  }
  void accept() {
    UniqueFd fd(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    const int one = 1;
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    watch(fd.get());
    const int number = fd.get();
    connections_[number] = {std::move(fd), {}};
  }
  void read(int fd) {
    std::array<char, 65'536> block;
    const auto got = ::recv(fd, block.data(), block.size(), 0);
    auto& connection = connections_[fd];
    if (got <= 0) {
      connections_.erase(fd);
      return;
    }
    connection.bytes.append(block.data(), static_cast<std::size_t>(got));
    while (const auto size = whole_request(connection.bytes)) {
      connection.bytes.erase(0, size);
      (void)::send(fd, answer.data(), answer.size(), MSG_NOSIGNAL);
    }
  }

  UniqueFd epoll_;
  UniqueFd listener_;
  std::map<int, Connection> connections_;
};

}  // namespace

int main() {
  const auto dead = listening();
  Sink sink;
  std::cout << sink.port() << ' ' << port_of(dead) << std::endl;
  sink.run();
}
