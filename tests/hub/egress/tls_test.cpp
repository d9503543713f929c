// Out over TLS: the partner's own CA is the one that counts, and we show our certificate.
#include <gtest/gtest.h>

#include "hub/egress/client.hpp"
#include "tests/hub/http/support.hpp"
#include "tests/hub/http/test_ca.hpp"

namespace hub::egress {
namespace {

using http::test::TestServer;

http::Router one_packet() {
  http::Router router;
  router.add({.method = http::Method::get, .pattern = "/packets/{id}"}, http::test::echo);
  return router;
}

class EgressTls : public http::test::TestCa {
 protected:
  [[nodiscard]] std::shared_ptr<PartnerPolicy> policy(const std::string& ca) const {
    auto out = std::make_shared<PartnerPolicy>();
    out->partner = "mirai";
    out->addresses = {base::Cidr::parse("127.0.0.0/8").value()};
    out->ca_file = file(ca + ".pem");
    return out;
  }
  /// The status; 0 without an answer.
  static int ask(const TestServer& server, std::shared_ptr<const PartnerPolicy> policy) {
    Client client;
    OutgoingRequest request;
    request.url = "https://127.0.0.1:" + std::to_string(server.port()) + "/packets/1";
    request.method = "GET";
    request.policy = std::move(policy);
    const auto got = client.send_and_wait(request);
    return got ? got->status : 0;
  }
};

TEST_F(EgressTls, trusts_the_ca_of_the_partner_and_no_other) {
  const TestServer server(one_packet(), settings());
  EXPECT_EQ(ask(server, policy("ca")), 401);
  self_sign("other");
  EXPECT_EQ(ask(server, policy("other")), 0);
  auto of_the_system = policy("ca");
  of_the_system->ca_file.clear();
  EXPECT_EQ(ask(server, of_the_system), 0);
}

TEST_F(EgressTls, wants_the_name_that_it_called) {
  std::ofstream(file("names.cnf")) << "subjectAltName=IP:127.0.0.9\n";
  issue("hub");
  const TestServer server(one_packet(), settings());
  EXPECT_EQ(ask(server, policy("ca")), 0);
}

TEST_F(EgressTls, shows_its_client_certificate) {
  TestServer server(one_packet(), settings());
  server.partners.certificate = fingerprint("partner");
  auto known = policy("ca");
  known->client_cert = file("partner.pem");
  known->client_key = file("partner.key");
  EXPECT_EQ(ask(server, known), 200);
}

}  // namespace
}  // namespace hub::egress
