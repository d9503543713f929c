// `bench_sink`: three receivers on kept connections. Prints their ports. At first each answers 410,
// which pauses a sender. A line `take A B C` says how many each is to accept (202) from now on, 0:
// connections are taken and never answered; when all have come, the seconds from the first to the
// last are printed. `refused` prints how many each has answered 410. Ends with its input.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include "hub/base/unique_fd.hpp"

namespace {

using hub::base::UniqueFd;
using Clock = std::chrono::steady_clock;

constexpr std::size_t receivers = 3;
constexpr std::string_view accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
constexpr std::string_view gone = "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n";
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

struct Receiver {
  UniqueFd listener = listening();
  std::size_t refused = 0;
  std::size_t wanted = 0;
};

class Sink {
 public:
  Sink() : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    for (const auto& receiver : all_)
      watch(receiver.listener.get());
    watch(STDIN_FILENO);
    for (const auto& receiver : all_)
      std::cout << port_of(receiver.listener) << ' ';
    std::cout << std::endl;
  }

  void run() {
    std::array<epoll_event, 64> events{};
    while (!ended_) {
      const int ready = ::epoll_wait(epoll_.get(), events.data(), int(events.size()), -1);
      for (int i = 0; i < ready; ++i)
        serve(events[static_cast<std::size_t>(i)].data.fd);
    }
  }

 private:
  struct Connection {
    UniqueFd fd;
    Receiver* receiver = nullptr;
    std::string bytes;
  };

  void watch(int fd) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = fd;
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event);
  }
  void serve(int fd) {
    if (fd == STDIN_FILENO) return obey();
    for (auto& receiver : all_) {
      if (fd == receiver.listener.get()) return accept(receiver);
    }
    read(connections_[fd]);
  }
  void obey() {
    std::string line;
    ended_ = !std::getline(std::cin, line);
    std::istringstream words(line);
    words >> line;
    if (line == "refused") {
      for (const auto& receiver : all_)
        std::cout << receiver.refused << ' ';
      std::cout << std::endl;
    } else if (line == "take") {
      left_ = 0;
      for (auto& receiver : all_) {
        words >> receiver.wanted;
        left_ += receiver.wanted;
      }
      taking_ = true;
      began_ = {};
    }
  }
  void accept(Receiver& receiver) {
    UniqueFd fd(::accept4(receiver.listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    const int one = 1;
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    watch(fd.get());
    const int number = fd.get();
    connections_[number] = {std::move(fd), &receiver, {}};
  }
  void read(Connection& connection) {
    std::array<char, 65'536> block;
    const int fd = connection.fd.get();
    const auto got = ::recv(fd, block.data(), block.size(), 0);
    if (got <= 0) {
      connections_.erase(fd);
      return;
    }
    connection.bytes.append(block.data(), static_cast<std::size_t>(got));
    while (const auto size = whole_request(connection.bytes)) {
      connection.bytes.erase(0, size);
      answer(connection);
    }
  }
  void answer(Connection& connection) {
    auto& receiver = *connection.receiver;
    if (taking_ && receiver.wanted == 0) return;
    const auto text = taking_ ? accepted : gone;
    if (!taking_) ++receiver.refused;
    (void)::send(connection.fd.get(), text.data(), text.size(), MSG_NOSIGNAL);
    if (taking_) count();
  }
  void count() {
    if (began_ == Clock::time_point{}) began_ = Clock::now();
    if (--left_ != 0) return;
    const std::chrono::duration<double> took = Clock::now() - began_;
    std::cout << took.count() << std::endl;
  }

  UniqueFd epoll_;
  std::array<Receiver, receivers> all_;
  std::map<int, Connection> connections_;
  std::size_t left_ = 0;
  Clock::time_point began_;
  bool taking_ = false;
  bool ended_ = false;
};

}  // namespace

int main() {
  Sink().run();
}
