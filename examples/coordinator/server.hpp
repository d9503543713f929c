// Where the hub's notices arrive: POST /notices on loopback, by Boost.Beast.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <functional>
#include <string>

#include "examples/coordinator/event.hpp"
#include "examples/coordinator/inbox.hpp"
#include "examples/coordinator/settings.hpp"

namespace coordinator {

/// Decides about one notice; no socket needed. One thread.
class Reception {
 public:
  using Take = std::function<void(Event event)>;
  Reception(const Settings& settings, const Clock& clock, Take take);

  struct Notice {
    std::string id;
    std::string timestamp;
    std::string signatures;
    std::string body;
  };
  /// The status to answer with: 202, 400, 401, 409, or 503 while it is told to fail.
  int receive(const Notice& notice);

 private:
  const Settings& settings_;
  const Clock& clock_;
  Take take_;
  Inbox inbox_;
  int failures_left_;
};

class Server {
 public:
  /// Listens on loopback; throws boost::system::system_error.
  Server(boost::asio::io_context& io, std::uint16_t port, Reception& reception);
  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

 private:
  void accept();
  boost::asio::ip::tcp::acceptor acceptor_;
  Reception& reception_;
};

}  // namespace coordinator
