#include <openssl/x509.h>

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <memory>
#include <utility>

#include "hub/crypto/bytes.hpp"
#include "hub/crypto/sha256.hpp"
#include "hub/http/transport.hpp"

namespace hub::http {
namespace {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;

struct FreeX509 {
  void operator()(X509* certificate) const noexcept { X509_free(certificate); }
};

std::string fingerprint(const SSL* connection) {
  const std::unique_ptr<X509, FreeX509> certificate(SSL_get1_peer_certificate(connection));
  if (!certificate || SSL_get_verify_result(connection) != X509_V_OK) return {};
  std::string der(static_cast<std::size_t>(i2d_X509(certificate.get(), nullptr)), '\0');
  auto* out = reinterpret_cast<unsigned char*>(der.data());
  i2d_X509(certificate.get(), &out);
  return crypto::to_hex(crypto::sha256(crypto::bytes_of(der)));
}

class TlsTransport final : public Transport {
 public:
  TlsTransport(asio::ip::tcp::socket socket, std::shared_ptr<ssl::context> context)
      : context_(std::move(context)), stream_(std::move(socket), *context_) {}

  void handshake(Done done) override {
    stream_.async_handshake(ssl::stream_base::server,
                            [this, done = std::move(done)](boost::system::error_code error) {
                              if (!error) certificate_ = fingerprint(stream_.native_handle());
                              done(error, 0);
                            });
  }
  void read_some(asio::mutable_buffer into, Done done) override {
    stream_.async_read_some(into, std::move(done));
  }
  void write(asio::const_buffer from, Done done) override {
    asio::async_write(stream_, from, std::move(done));
  }
  void end_writing() override {
    boost::system::error_code ignored;
    stream_.lowest_layer().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  }
  /// Without close_notify: every answer carries its length, so a cut can't be taken for an end.
  void close() override {
    boost::system::error_code ignored;
    stream_.lowest_layer().close(ignored);
  }
  [[nodiscard]] std::string certificate() const override { return certificate_; }

 private:
  std::shared_ptr<ssl::context> context_;
  ssl::stream<asio::ip::tcp::socket> stream_;
  std::string certificate_;
};

}  // namespace

std::unique_ptr<Transport> tls_transport(asio::ip::tcp::socket socket,
                                         std::shared_ptr<ssl::context> context) {
  return std::make_unique<TlsTransport>(std::move(socket), std::move(context));
}

}  // namespace hub::http
