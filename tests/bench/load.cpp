// `bench_load PORT KEY CONNECTIONS COUNT [RATE]`: signed webhooks over kept connections, one under
// way on each, made before the clock starts; at most RATE a second. A line on the standard input
// ends it early. Prints how many were answered 202, the seconds, and the median and the 99th
// percentile of the answers' times in milliseconds.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <iostream>
#include <string>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/base/unique_fd.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/crypto/webhook_signature.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using namespace hub;

constexpr std::size_t body_bytes = 1'800;     // a referral's
constexpr std::chrono::seconds longest(280);  // a signature counts for five minutes

/// At the end of the input nobody says anything: then it runs to its own end.
bool is_told_to_end() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, 0) > 0 && (input.revents & POLLIN) != 0 && std::cin.peek() != EOF;
}

std::string body_of(std::size_t number) {
  std::string body = R"({"specversion":"1.0","id":"b)" + std::to_string(number) +
                     R"(","source":"bench","type":"tsunagu.bench","data":{"text":")";
  while (body.size() < body_bytes - 4)
    body += "相談の内容";
  return body + "\"}}";
}

std::vector<std::string> requests(const crypto::WebhookKey& key, std::size_t count) {
  base::SystemRandom random;
  std::array<std::uint8_t, 8> run{};
  random.fill(run);
  const auto prefix = crypto::to_hex(run);
  const auto now = base::SystemClock().now();
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) {
    const auto body = body_of(i);
    const auto id = prefix + "-" + std::to_string(i);
    out.push_back(
        "POST /webhooks/sakutomo/referrals HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
        "application/cloudevents+json\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\nwebhook-id: " + id +
        "\r\nwebhook-timestamp: " + crypto::webhook_timestamp(now) + "\r\nwebhook-signature: " +
        crypto::sign_webhook({&key, 1}, id, now, body) + "\r\n\r\n" + body);
  }
  return out;
}

/// Small answers come whole.
class Load {
 public:
  Load(std::uint16_t port, std::size_t connections, std::vector<std::string> requests, double rate)
      : requests_(std::move(requests)), rate_(rate), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    for (std::size_t i = 0; i < connections; ++i)
      connect(port);
  }

  void run() {
    began_ = Clock::now();
    while (answered_ < requests_.size() && Clock::now() - began_ < longest && !is_told_to_end()) {
      send_due();
      take_answers();
    }
    took_ = Clock::now() - began_;
  }

  void print() {
    std::sort(times_.begin(), times_.end());
    const auto at = [this](double part) {
      return times_.empty() ? 0.0
                            : times_[static_cast<std::size_t>(part * double(times_.size() - 1))];
    };
    std::cout << accepted_ << ' ' << took_.count() << ' ' << at(0.5) << ' ' << at(0.99) << '\n';
  }

 private:
  void connect(std::uint16_t port) {
    base::UniqueFd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int one = 1;
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (::connect(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      throw std::runtime_error("can't connect");
    }
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = sockets_.size();
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd.get(), &event);
    sockets_.push_back(std::move(fd));
    idle_.push_back(sent_at_.size());
    sent_at_.emplace_back();
  }
  /// When the next one is to go: without a rate, at once.
  [[nodiscard]] Clock::time_point due(Clock::time_point now) const {
    if (rate_ <= 0) return now;
    const std::chrono::duration<double> after(static_cast<double>(next_) / rate_);
    return began_ + std::chrono::duration_cast<Clock::duration>(after);
  }
  [[nodiscard]] bool could_send() const { return !idle_.empty() && next_ < requests_.size(); }
  /// A request's time counts from when it was due, even if it goes later.
  void send_due() {
    for (auto now = Clock::now(); could_send() && due(now) <= now; now = Clock::now())
      send(due(now));
  }
  void send(Clock::time_point due) {
    const auto connection = idle_.front();  // each in turn: none reaches its number of requests
    idle_.pop_front();
    sent_at_[connection] = due;
    const auto& text = requests_[next_++];
    if (::send(sockets_[connection].get(), text.data(), text.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(text.size())) {
      throw std::runtime_error("can't send");
    }
  }
  void take_answers() {
    const auto now = Clock::now();
    const auto wait = could_send() ? due(now) - now : std::chrono::seconds(1);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(wait).count();
    std::array<epoll_event, 256> events{};
    const int ready = ::epoll_wait(epoll_.get(), events.data(), int(events.size()),
                                   static_cast<int>(std::max<std::int64_t>(ms, 0)));
    for (int i = 0; i < ready; ++i)
      take_answer(events[static_cast<std::size_t>(i)].data.u64);
  }
  void take_answer(std::size_t connection) {
    std::array<char, 4'096> answer{};
    const auto got = ::recv(sockets_[connection].get(), answer.data(), answer.size(), 0);
    if (got <= 0) throw std::runtime_error("the server closed a connection");
    const std::chrono::duration<double, std::milli> time = Clock::now() - sent_at_[connection];
    times_.push_back(time.count());
    ++answered_;
    accepted_ += std::string_view(answer.data(), std::size_t(got)).starts_with("HTTP/1.1 202");
    idle_.push_back(connection);
  }

  std::vector<std::string> requests_;
  double rate_;
  base::UniqueFd epoll_;
  std::vector<base::UniqueFd> sockets_;
  std::vector<Clock::time_point> sent_at_;
  std::deque<std::size_t> idle_;
  std::vector<double> times_;
  std::size_t next_ = 0;
  std::size_t answered_ = 0;
  std::size_t accepted_ = 0;
  Clock::time_point began_;
  std::chrono::duration<double> took_{};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5 && argc != 6) {
    std::cerr << "usage: bench_load PORT KEY CONNECTIONS COUNT [RATE]\n";
    return 2;
  }
  try {
    const auto key = crypto::WebhookKey::parse(argv[2]).value();
    Load load(static_cast<std::uint16_t>(std::stoi(argv[1])), std::stoul(argv[3]),
              requests(key, std::stoul(argv[4])), argc == 6 ? std::stod(argv[5]) : 0);
    load.run();
    load.print();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
