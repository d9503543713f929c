// A handshake against a CA that the openssl program makes at test time, with Asio's own client.
#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <fstream>

#include "hub/http/tls_context.hpp"
#include "tests/hub/http/support.hpp"
#include "tests/hub/http/test_ca.hpp"

namespace hub::http::test {
namespace {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using ErrorCode = boost::system::error_code;

class Tls : public TestCa {
 protected:
  /// The status of `GET /packets/1`; 0 if the handshake or the answer fails.
  static int ask(std::uint16_t port, ssl::context& context) {
    asio::io_context io;
    ssl::stream<asio::ip::tcp::socket> stream(io, context);
    ErrorCode error;
    stream.lowest_layer().connect({asio::ip::address_v4::loopback(), port}, error);
    if (!error) stream.handshake(ssl::stream_base::client, error);
    if (error) return 0;
    asio::write(stream, asio::buffer(get("/packets/1", "Connection: close\r\n")), error);
    std::string answer(16, '\0');
    asio::read(stream, asio::buffer(answer), error);
    return error ? 0 : status_in(answer);
  }
  [[nodiscard]] ssl::context client() const {
    ssl::context context(ssl::context::tls_client);
    context.load_verify_file(file("ca.pem"));
    context.set_verify_mode(ssl::verify_peer);
    return context;
  }
  [[nodiscard]] ssl::context client_as(const std::string& name) const {
    auto context = client();
    context.use_certificate_file(file(name + ".pem"), ssl::context::pem);
    context.use_private_key_file(file(name + ".key"), ssl::context::pem);
    return context;
  }
};

Router one_packet() {
  Router router;
  router.add({.method = Method::get, .pattern = "/packets/{id}"}, echo);
  return router;
}

TEST_F(Tls, knows_a_partner_by_its_certificate) {
  TestServer server(one_packet(), settings());
  auto stranger = client();
  EXPECT_EQ(ask(server.port(), stranger), 401);
  server.partners.certificate = fingerprint("partner");
  auto partner = client_as("partner");
  EXPECT_EQ(ask(server.port(), partner), 200);
  auto other = client_as("hub");
  EXPECT_EQ(ask(server.port(), other), 401);
}

TEST_F(Tls, ends_the_handshake_of_a_certificate_that_another_ca_signed) {
  self_sign("self");
  TestServer server(one_packet(), settings());
  auto self_signed = client_as("self");
  EXPECT_EQ(ask(server.port(), self_signed), 0);
}

TEST_F(Tls, refuses_versions_before_1_2) {
  TestServer server(one_packet(), settings());
  auto old = client();
  SSL_CTX_set_security_level(old.native_handle(), 0);
  SSL_CTX_set_min_proto_version(old.native_handle(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(old.native_handle(), TLS1_1_VERSION);
  EXPECT_EQ(ask(server.port(), old), 0);
  auto present = client();
  SSL_CTX_set_max_proto_version(present.native_handle(), TLS1_2_VERSION);
  EXPECT_EQ(ask(server.port(), present), 401);
}

TEST_F(Tls, takes_new_certificates_without_a_restart) {
  TestServer server(one_packet(), settings());
  self_sign("ca2");
  run("x509 -req -in hub.csr -CA ca2.pem -CAkey ca2.key -days 2 -out hub.pem");
  auto of_old_ca = client();
  EXPECT_EQ(ask(server.port(), of_old_ca), 401);
  ASSERT_TRUE(server.server->reload_certificates().has_value());
  EXPECT_EQ(ask(server.port(), of_old_ca), 0);
  std::ofstream(file("hub.pem")) << "no certificate";
  EXPECT_FALSE(server.server->reload_certificates().has_value());
}

TEST_F(Tls, takes_no_key_that_others_may_read) {
  for (const auto& [mode, good] : {std::pair(0600, true), {0620, false}, {0604, false}}) {
    std::filesystem::permissions(file("hub.key"), static_cast<std::filesystem::perms>(mode));
    EXPECT_EQ(load_tls(*settings().listeners[0].tls).has_value(), good) << mode;
  }
}

TEST_F(Tls, closes_on_bytes_that_are_no_handshake) {
  TestServer server(one_packet(), settings());
  RawClient plain(server.port());
  plain.send(get("/packets/1"));
  EXPECT_EQ(plain.answer(), "");
}

}  // namespace
}  // namespace hub::http::test
