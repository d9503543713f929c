#include "examples/coordinator/server.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>

namespace coordinator {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t most_bytes = std::size_t{256} * 1024;
constexpr std::chrono::seconds patience(30);

/// A CloudEvent in structured JSON goes under both names.
bool is_event_type(beast::string_view value) {
  auto type = value.substr(0, value.find(';'));
  type = type.substr(0, type.find_last_not_of(" \t") + 1);
  return beast::iequals(type, "application/cloudevents+json") ||
         beast::iequals(type, "application/json");
}

/// One kept connection of the hub.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, Reception& reception)
      : stream_(std::move(socket)), reception_(reception) {}

  void read() {
    parser_.emplace();
    parser_->body_limit(most_bytes);
    stream_.expires_after(patience);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](error_code error, std::size_t) {
                       if (!error) self->answer();
                     });
  }

 private:
  void answer() {
    const auto& request = parser_->get();
    response_ = {};
    response_.version(request.version());
    response_.keep_alive(request.keep_alive());
    response_.result(static_cast<unsigned>(status_for(request)));
    if (response_.result_int() == 503) response_.set(http::field::retry_after, "1");
    response_.prepare_payload();
    http::async_write(stream_, response_,
                      [self = shared_from_this()](error_code error, std::size_t) {
                        if (!error && self->response_.keep_alive()) self->read();
                      });
  }

  [[nodiscard]] int status_for(const http::request<http::string_body>& request) const {
    if (request.target() != "/notices") return 404;
    if (request.method() != http::verb::post) return 405;
    if (!is_event_type(request[http::field::content_type])) return 415;
    return reception_.receive({request["webhook-id"], request["webhook-timestamp"],
                               request["webhook-signature"], request.body()});
  }

  beast::tcp_stream stream_;
  Reception& reception_;
  beast::flat_buffer buffer_{most_bytes * 2};
  std::optional<http::request_parser<http::string_body>> parser_;
  http::response<http::empty_body> response_;
};

}  // namespace

Server::Server(asio::io_context& io, std::uint16_t port, Reception& reception)
    : acceptor_(io, {asio::ip::address_v4::loopback(), port}), reception_(reception) {
  accept();
}

void Server::accept() {
  acceptor_.async_accept([this](error_code error, tcp::socket socket) {
    if (!error) std::make_shared<Connection>(std::move(socket), reception_)->read();
    if (error != asio::error::operation_aborted) accept();
  });
}

}  // namespace coordinator
