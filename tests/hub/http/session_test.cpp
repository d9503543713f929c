// Real sockets on loopback; deadlines are shortened by settings, nothing sleeps.
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "tests/hub/http/support.hpp"

namespace hub::http::test {
namespace {

using std::chrono::milliseconds;

constexpr Route echo_route{.method = Method::post,
                           .pattern = "/echo",
                           .access = Access::loopback,
                           .body_limit = 1024,
                           .content_types = {"application/json"}};

Router echo_router() {
  Router router;
  router.add(echo_route, echo);
  router.add({.method = Method::get, .pattern = "/packets/{id}"}, echo);
  router.add(webhook_route("/webhooks/{partner}/referrals"), echo);
  return router;
}

constexpr auto json = "Content-Type: application/json\r\n";

TEST(Session, answers_several_requests_on_one_connection) {
  TestServer server(echo_router());
  RawClient client(server.port());
  for (const auto* body : {"{}", "[1]", "\"abc\""}) {
    client.send(post("/echo", json, body));
    const auto answer = client.answer();
    EXPECT_EQ(status_in(answer), 200);
    EXPECT_TRUE(answer.ends_with(body));
  }
}

TEST(Session, answers_pipelined_requests_in_order) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send(post("/echo", json, "1") + post("/echo", json, "2") + post("/echo", json, "3"));
  EXPECT_TRUE(client.answer().ends_with("1"));
  EXPECT_TRUE(client.answer().ends_with("2"));
  EXPECT_TRUE(client.answer().ends_with("3"));
}

TEST(Session, reads_a_request_that_comes_byte_by_byte) {
  TestServer server(echo_router());
  RawClient client(server.port());
  for (const char c : post("/echo", json, "{}"))
    client.send(std::string_view(&c, 1));
  EXPECT_EQ(status_in(client.answer()), 200);
}

TEST(Session, reads_a_chunked_body_where_no_length_is_required) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n" +
              std::string(json) + "\r\n2\r\n{}\r\n0\r\n\r\n" + post("/echo", json, "2"));
  EXPECT_TRUE(client.answer().ends_with("{}"));
  EXPECT_TRUE(client.answer().ends_with("2"));
}

TEST(Session, refuses_trailers_and_closes) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n" +
              std::string(json) + "\r\n2\r\n{}\r\n0\r\nContent-Length: 5\r\n\r\n");
  EXPECT_EQ(status_in(client.answer()), 400);
  EXPECT_TRUE(client.ended());
}

TEST(Session, refuses_a_malformed_head_with_400_and_closes) {
  TestServer server(echo_router());
  for (const auto* fields : {"Host: b\r\n", "Transfer-Encoding: xchunked\r\n", "X: 1\r\n 2\r\n",
                             "Content-Length: 3, 3\r\n"}) {
    RawClient client(server.port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n{}");
    const auto answer = client.answer();
    EXPECT_EQ(status_in(answer), 400);
    EXPECT_NE(answer.find("Connection: close"), std::string::npos);
    EXPECT_TRUE(client.ended());
  }
  EXPECT_EQ(server.server->counts().refused_heads, 4u);
}

TEST(Session, never_echoes_input_in_a_problem) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send(get("/canary-path", "X-Canary: canary-field\r\n"));
  const auto answer = client.answer();
  EXPECT_EQ(status_in(answer), 404);
  EXPECT_EQ(answer.find("canary"), std::string::npos);
  EXPECT_NE(answer.find("\"correlationId\":\""), std::string::npos);
}

TEST(Session, names_the_allowed_methods) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send(get("/echo"));
  const auto answer = client.answer();
  EXPECT_EQ(status_in(answer), 405);
  EXPECT_NE(answer.find("Allow: POST\r\n"), std::string::npos);
}

TEST(Session, wants_the_media_type_of_the_route) {
  TestServer server(echo_router());
  RawClient wrong(server.port());
  wrong.send(post("/echo", "Content-Type: text/plain\r\n", "{}"));
  EXPECT_EQ(status_in(wrong.answer()), 415);
  RawClient missing(server.port());
  missing.send(post("/echo", "", "{}"));
  EXPECT_EQ(status_in(missing.answer()), 415);
  RawClient with_charset(server.port());
  with_charset.send(post("/echo", "Content-Type: Application/JSON ; charset=utf-8\r\n", "{}"));
  EXPECT_EQ(status_in(with_charset.answer()), 200);
}

TEST(Session, reads_no_five_megabytes_of_trailers) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n" +
              std::string(json) +
              "\r\n2\r\n{}\r\n0\r\nX-Trailer: " + std::string(5 * 1024 * 1024, 'x') + "\r\n\r\n");
  EXPECT_EQ(status_in(client.answer()), 400);
  EXPECT_TRUE(client.ended());
}

TEST(Session, holds_the_limit_of_the_body) {
  TestServer server(echo_router());
  for (const auto& [size, status] : {std::pair(1023, 200), {1024, 200}, {1025, 413}}) {
    RawClient client(server.port());
    client.send(post("/echo", json, std::string(static_cast<std::size_t>(size), ' ')));
    EXPECT_EQ(status_in(client.answer()), status) << size;
  }
}

TEST(Session, refuses_a_body_that_is_announced_too_large_before_it_comes) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999999\r\n\r\n");
  EXPECT_EQ(status_in(client.answer()), 413);
}

TEST(Session, wants_a_length_of_partners) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send("POST /webhooks/mirai/referrals HTTP/1.1\r\nHost: a\r\n" + std::string(json) +
              "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
  EXPECT_EQ(status_in(client.answer()), 411);
}

TEST(Session, asks_for_the_body_of_a_client_that_waits_for_it) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n" +
              std::string(json) + "\r\n");
  EXPECT_EQ(status_in(client.answer()), 100);
  client.send("{}");
  EXPECT_EQ(status_in(client.answer()), 200);
}

TEST(Session, answers_head_without_a_body) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send("HEAD /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.answer(), "");  // the length of a body that does not come
}

TEST(PartnerKey, opens_only_with_the_right_key) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send(get("/packets/1"));
  EXPECT_EQ(status_in(client.answer()), 401);
  client.send(get("/packets/1", "Authorization: Bearer wrong\r\n"));
  EXPECT_EQ(status_in(client.answer()), 401);
  client.send(get("/packets/1", "Authorization: Bearer secret\r\n"));
  EXPECT_EQ(status_in(client.answer()), 200);
}

TEST(Deadlines, end_a_head_that_does_not_come) {
  ServerSettings settings;
  settings.limits.header = milliseconds(20);
  TestServer server(echo_router(), settings);
  RawClient silent(server.port());
  EXPECT_TRUE(silent.ended());
  RawClient slow(server.port());
  slow.send("POST /echo HTT");
  EXPECT_EQ(status_in(slow.answer()), 408);
  EXPECT_TRUE(slow.ended());
}

TEST(Deadlines, end_a_body_that_does_not_come) {
  ServerSettings settings;
  settings.limits.body = milliseconds(20);
  settings.limits.header = milliseconds(20);
  TestServer server(echo_router(), settings);
  RawClient slow(server.port());
  slow.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n" + std::string(json) +
            "\r\n{");
  EXPECT_EQ(status_in(slow.answer()), 408);
  EXPECT_TRUE(slow.ended());
}

TEST(Deadlines, end_a_kept_connection_that_nobody_uses) {
  ServerSettings settings;
  settings.limits.idle = milliseconds(20);
  TestServer server(echo_router(), settings);
  RawClient client(server.port());
  client.send(post("/echo", json, "{}"));
  EXPECT_EQ(status_in(client.answer()), 200);
  EXPECT_TRUE(client.ended());
}

/// Opens connections that have each been served once, so that they are counted.
std::vector<std::unique_ptr<RawClient>> opened(const TestServer& server, int count) {
  std::vector<std::unique_ptr<RawClient>> out;
  for (int at = 0; at < count; ++at) {
    out.push_back(std::make_unique<RawClient>(server.port()));
    out.back()->send(post("/echo", json, "{}"));
    EXPECT_EQ(status_in(out.back()->answer()), 200);
  }
  return out;
}

TEST(Connections, are_capped_and_a_place_comes_free) {
  ServerSettings settings;
  settings.limits.connections = 3;
  settings.limits.reserved = 0;
  TestServer server(echo_router(), settings);
  auto clients = opened(server, 3);
  RawClient fourth(server.port());
  EXPECT_TRUE(fourth.ended());
  EXPECT_EQ(server.server->counts().refused_connections, 1u);
  clients.back()->send(post("/echo", std::string(json) + "Connection: close\r\n", "{}"));
  EXPECT_EQ(status_in(clients.back()->answer()), 200);
  EXPECT_TRUE(clients.back()->ended());
  EXPECT_EQ(opened(server, 1).size(), 1u);
}

TEST(Connections, are_capped_per_peer) {
  ServerSettings settings;
  settings.limits.per_peer = 2;
  TestServer server(echo_router(), settings);
  const auto clients = opened(server, 2);
  RawClient third(server.port());
  EXPECT_TRUE(third.ended());
}

TEST(Connections, keep_a_lane_for_known_peers) {
  ServerSettings settings;
  settings.limits.connections = 3;
  settings.limits.reserved = 2;
  TestServer strangers(echo_router(), settings);
  const auto one = opened(strangers, 1);
  RawClient second(strangers.port());
  EXPECT_TRUE(second.ended());
  settings.known_peers = {base::Cidr::parse("127.0.0.0/8").value()};
  TestServer friends(echo_router(), settings);
  EXPECT_EQ(opened(friends, 3).size(), 3u);
}

TEST(Handlers, may_answer_later_from_another_thread) {
  Router router;
  std::promise<Responder> kept;
  router.add({.method = Method::get, .pattern = "/later", .access = Access::loopback},
             [&kept](Request, Responder respond) { kept.set_value(std::move(respond)); });
  TestServer server(std::move(router));
  RawClient client(server.port());
  client.send(get("/later"));
  auto responder = kept.get_future().get();
  std::thread writer([&responder] { responder.send(empty_response(202)); });
  writer.join();
  EXPECT_EQ(status_in(client.answer()), 202);
}

TEST(Handlers, that_throw_or_forget_are_answered_with_500) {
  Router router;
  const Route route{.method = Method::get, .pattern = "/throw", .access = Access::loopback};
  router.add(route, [](Request, Responder) { throw std::runtime_error("canary"); });
  auto forget = route;
  forget.pattern = "/forget";
  router.add(forget, [](Request, Responder) {});
  TestServer server(std::move(router));
  RawClient client(server.port());
  for (const auto* path : {"/throw", "/forget"}) {
    client.send(get(path));
    const auto answer = client.answer();
    EXPECT_EQ(status_in(answer), 500) << path;
    EXPECT_EQ(answer.find("canary"), std::string::npos);
  }
}

struct Blocking {
  std::promise<void> entered;
  std::promise<void> release;
};

/// `/block` waits on a worker until it is released; `/quick` does not.
Router blocking_router(Blocking& blocking) {
  Router router;
  router.add({.method = Method::get, .pattern = "/block", .access = Access::loopback},
             [&blocking](Request, Responder respond) {
               blocking.entered.set_value();
               blocking.release.get_future().wait();
               respond.send({});
             });
  router.add({.method = Method::get, .pattern = "/quick", .access = Access::loopback}, echo);
  return router;
}

TEST(Handlers, are_refused_with_503_when_the_queue_is_full) {
  Blocking blocking;
  ServerSettings settings;
  settings.workers = 1;
  settings.limits.queue = 1;
  TestServer server(blocking_router(blocking), settings);
  RawClient working(server.port());
  working.send(get("/block"));
  blocking.entered.get_future().wait();
  RawClient queued(server.port());
  RawClient refused(server.port());
  queued.send(get("/quick"));
  while (server.server->counts().requests < 2)
    std::this_thread::yield();
  refused.send(get("/quick"));
  const auto answer = refused.answer();
  EXPECT_EQ(status_in(answer), 503);
  EXPECT_NE(answer.find("Retry-After: "), std::string::npos);
  blocking.release.set_value();
  EXPECT_EQ(status_in(working.answer()), 200);
  EXPECT_EQ(status_in(queued.answer()), 200);
}

TEST(Stop, answers_what_was_accepted_and_takes_no_more) {
  Blocking blocking;
  TestServer server(blocking_router(blocking));
  const auto port = server.port();
  RawClient idle(port);
  RawClient working(port);
  working.send(get("/block"));
  blocking.entered.get_future().wait();
  std::thread stopping([&server] { server.server->stop(); });
  EXPECT_TRUE(idle.ended());  // by then the port is closed
  EXPECT_FALSE(RawClient(port).connected());
  blocking.release.set_value();
  const auto answer = working.answer();
  stopping.join();
  EXPECT_EQ(status_in(answer), 200);
  EXPECT_NE(answer.find("Connection: close"), std::string::npos);
}

TEST(Stop, gives_up_after_its_deadline_and_survives_a_late_answer) {
  Router router;
  std::promise<Responder> kept;
  router.add({.method = Method::get, .pattern = "/never", .access = Access::loopback},
             [&kept](Request, Responder respond) { kept.set_value(std::move(respond)); });
  ServerSettings settings;
  settings.limits.drain = milliseconds(10);
  TestServer server(std::move(router), settings);
  RawClient client(server.port());
  client.send(get("/never"));
  auto responder = kept.get_future().get();
  server.server.reset();
  EXPECT_TRUE(client.ended());
  responder.send({});
}

TEST(Listening, refuses_a_port_in_the_open_without_tls) {
  OnePartner partners;
  base::ManualClock clock(test_time);
  base::SeededRandom random(1);
  const Gatekeeper gatekeeper(partners, clock);
  ServerSettings settings;
  settings.listeners.push_back({.address = "0.0.0.0"});
  const auto server = Server::start(settings, {}, gatekeeper, random);
  ASSERT_FALSE(server.has_value());
  EXPECT_EQ(server.error().kind(), base::Kind::invalid);
}

}  // namespace
}  // namespace hub::http::test
