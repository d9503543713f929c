// A server on a port of the system's choice, and a client that sends exactly the bytes it is told.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/http/problem.hpp"
#include "hub/http/server.hpp"

namespace hub::http::test {

constexpr auto test_key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
inline const base::UtcMillis test_time = base::utc_from_millis(1'775'000'000'000);

/// One partner, `mirai`, with one webhook key, one API key and one certificate.
class OnePartner final : public PartnerDirectory {
 public:
  [[nodiscard]] std::vector<crypto::WebhookKey> keys_of(std::string_view partner) const override {
    if (partner != "mirai") return {};
    return {crypto::WebhookKey::parse(test_key).value()};
  }
  [[nodiscard]] std::optional<std::string> partner_of_key(std::string_view key) const override {
    return key == "secret" ? std::optional<std::string>("mirai") : std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> partner_of_certificate(
      std::string_view fingerprint) const override {
    return fingerprint == certificate ? std::optional<std::string>("mirai") : std::nullopt;
  }
  std::string certificate = "none";
};

struct TestServer {
  explicit TestServer(Router router, ServerSettings settings = {}) {
    if (settings.listeners.empty()) settings.listeners.push_back({});
    server = std::move(Server::start(std::move(settings), std::move(router), gatekeeper, random))
                 .value();
  }
  [[nodiscard]] std::uint16_t port() const { return server->ports().front(); }

  OnePartner partners;
  base::ManualClock clock{test_time};
  base::SeededRandom random{1};
  Gatekeeper gatekeeper{partners, clock};
  std::unique_ptr<Server> server;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port)
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }
  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  /// One answer with its body; empty if the connection ended before.
  std::string answer() {
    for (;;) {
      const auto head = buffer_.find("\r\n\r\n");
      if (head != std::string::npos && buffer_.size() >= head + 4 + length(head)) {
        const auto size = head + 4 + length(head);
        const auto out = buffer_.substr(0, size);
        buffer_.erase(0, size);
        return out;
      }
      if (!receive()) return {};
    }
  }
  /// Whether the server ends the connection without another byte.
  bool ended() { return buffer_.empty() && !receive(); }

 private:
  [[nodiscard]] std::size_t length(std::size_t head) const {
    const auto at = buffer_.find("Content-Length: ");
    return at < head ? std::stoul(buffer_.substr(at + 16)) : 0;
  }
  bool receive() {
    char bytes[4096];
    const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
    if (got <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(got));
    return true;
  }

  int socket_;
  bool connected_ = false;
  std::string buffer_;
};

inline int status_in(std::string_view answer) {
  return answer.size() > 12 ? std::stoi(std::string(answer.substr(9, 3))) : 0;
}

/// Answers 200 with the body it got.
inline void echo(Request request, Responder respond) {
  Response out;
  out.body = std::move(request.body);
  respond.send(std::move(out));
}

inline std::string get(std::string_view path, std::string_view fields = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n";
}

inline std::string post(std::string_view path, std::string_view fields, std::string_view body) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(fields) + "\r\n" + std::string(body);
}

}  // namespace hub::http::test
