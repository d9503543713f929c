// The bytes of one connection, with or without TLS, so that a session does not know which.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <functional>
#include <memory>
#include <string>

namespace hub::http {

class Transport {
 public:
  using Done = std::function<void(boost::system::error_code, std::size_t)>;

  virtual ~Transport() = default;
  /// One operation of each kind at a time; `done` runs on the network thread.
  virtual void handshake(Done done) = 0;
  virtual void read_some(boost::asio::mutable_buffer into, Done done) = 0;
  virtual void write(boost::asio::const_buffer from, Done done) = 0;
  /// Says that no more will be written; reading goes on.
  virtual void end_writing() = 0;
  virtual void close() = 0;
  /// SHA-256 of the verified client certificate in hex, or empty.
  [[nodiscard]] virtual std::string certificate() const = 0;
};

std::unique_ptr<Transport> plain_transport(boost::asio::ip::tcp::socket socket);
/// Shares the context, so that a reload leaves open connections alone.
std::unique_ptr<Transport> tls_transport(boost::asio::ip::tcp::socket socket,
                                         std::shared_ptr<boost::asio::ssl::context> context);

}  // namespace hub::http
