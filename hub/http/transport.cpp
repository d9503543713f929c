#include "hub/http/transport.hpp"

#include <boost/asio/write.hpp>
#include <utility>

namespace hub::http {
namespace {

namespace asio = boost::asio;

class PlainTransport final : public Transport {
 public:
  explicit PlainTransport(asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}

  void handshake(Done done) override { done({}, 0); }
  void read_some(asio::mutable_buffer into, Done done) override {
    socket_.async_read_some(into, std::move(done));
  }
  void write(asio::const_buffer from, Done done) override {
    asio::async_write(socket_, from, std::move(done));
  }
  void end_writing() override {
    boost::system::error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  }
  void close() override {
    boost::system::error_code ignored;
    socket_.close(ignored);
  }
  [[nodiscard]] std::string certificate() const override { return {}; }

 private:
  asio::ip::tcp::socket socket_;
};

}  // namespace

std::unique_ptr<Transport> plain_transport(asio::ip::tcp::socket socket) {
  return std::make_unique<PlainTransport>(std::move(socket));
}

}  // namespace hub::http
