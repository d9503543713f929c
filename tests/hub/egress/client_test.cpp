// Against our own server on loopback.
#include "hub/egress/client.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <future>
#include <iterator>
#include <mutex>
#include <thread>

#include "tests/hub/http/support.hpp"

namespace hub::egress {
namespace {

using base::Kind;
using http::Method;
using http::Request;
using http::Responder;
using http::Response;
using http::test::TestServer;

std::atomic<int> reached{0};

http::Route get_route(std::string_view pattern) {
  return {.method = Method::get, .pattern = pattern, .access = http::Access::loopback};
}

Response answer(int status, std::string body = "") {
  Response out;
  out.status = status;
  out.body = std::move(body);
  return out;
}

http::Router routes() {
  http::Router router;
  router.add({.method = Method::post,
              .pattern = "/hook",
              .access = http::Access::loopback,
              .body_limit = 1024},
             http::test::echo);
  router.add(get_route("/moved"), [](Request, Responder respond) {
    auto out = answer(302);
    out.fields.emplace_back("Location", "/target");
    respond.send(std::move(out));
  });
  router.add(get_route("/target"), [](Request, Responder respond) {
    ++reached;
    respond.send(answer(200));
  });
  router.add(get_route("/busy"), [](Request, Responder respond) {
    auto out = answer(503);
    out.fields.emplace_back("Retry-After", "77");
    respond.send(std::move(out));
  });
  router.add(get_route("/bytes/{count}"), [](Request request, Responder respond) {
    respond.send(answer(200, std::string(std::stoul(request.parameters[0]), 'x')));
  });
  router.add(get_route("/feed"), [](Request request, Responder respond) {
    auto out = request.header("if-none-match") == "\"7\"" ? answer(304) : answer(200, "rows");
    out.fields.emplace_back("ETag", "\"7\"");
    respond.send(std::move(out));
  });
  return router;
}

class Egress : public testing::Test {
 protected:
  static std::shared_ptr<PartnerPolicy> policy(const char* range = "127.0.0.0/8") {
    auto out = std::make_shared<PartnerPolicy>();
    out->partner = "mirai";
    out->addresses = {base::Cidr::parse(range).value()};
    out->https_required = false;
    return out;
  }
  [[nodiscard]] OutgoingRequest to(const std::string& path, const char* method = "GET") const {
    OutgoingRequest out;
    out.url = "http://127.0.0.1:" + std::to_string(server_.port()) + path;
    out.method = method;
    out.policy = policy();
    return out;
  }

  TestServer server_{routes()};
  Client client_;
};

TEST_F(Egress, posts_a_body_and_reads_the_answer) {
  auto request = to("/hook", "POST");
  request.body = "{\"a\":1}";
  const auto got = client_.send_and_wait(request);
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->status, 200);
  EXPECT_EQ(got->body, "{\"a\":1}");
}

TEST_F(Egress, keeps_its_connection) {
  for (int at = 0; at < 5; ++at)
    ASSERT_TRUE(client_.send_and_wait(to("/target")).has_value());
  EXPECT_EQ(server_.server->counts().open, 1u);
}

TEST_F(Egress, follows_no_redirect) {
  reached = 0;
  const auto got = client_.send_and_wait(to("/moved"));
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->status, 302);
  EXPECT_EQ(reached, 0);
}

TEST_F(Egress, connects_to_no_address_that_is_not_on_the_list) {
  auto request = to("/target");
  request.policy = policy("10.0.0.0/8");
  const auto got = client_.send_and_wait(request);
  ASSERT_FALSE(got.has_value());
  EXPECT_EQ(got.error().kind(), Kind::forbidden);
  EXPECT_EQ(server_.server->counts().requests, 0u);
}

TEST_F(Egress, uses_no_kept_connection_that_another_policy_opened) {
  ASSERT_TRUE(client_.send_and_wait(to("/target")).has_value());
  auto request = to("/target");
  request.policy = policy("10.0.0.0/8");
  const auto got = client_.send_and_wait(request);
  ASSERT_FALSE(got.has_value());
  EXPECT_EQ(got.error().kind(), Kind::forbidden);
  EXPECT_EQ(server_.server->counts().requests, 1u);
}

TEST_F(Egress, insists_on_https_unless_the_operator_says_otherwise) {
  auto strict = policy();
  strict->https_required = true;
  auto request = to("/target");
  request.policy = strict;
  EXPECT_EQ(client_.send_and_wait(request).error().kind(), Kind::forbidden);
}

TEST_F(Egress, speaks_no_other_scheme) {
  for (const auto* url : {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", ""}) {
    auto request = to("/");
    request.url = url;
    EXPECT_EQ(client_.send_and_wait(request).error().kind(), Kind::invalid) << url;
  }
}

TEST_F(Egress, lets_no_header_smuggle_another) {
  auto request = to("/target");
  request.headers.emplace_back("X-A", "1\r\nX-B: 2");
  EXPECT_EQ(client_.send_and_wait(request).error().kind(), Kind::invalid);
}

TEST_F(Egress, holds_the_limit_of_an_answer) {
  using base::limits::answer_bytes;
  for (const auto size : {answer_bytes - 1, answer_bytes}) {
    EXPECT_EQ(client_.send_and_wait(to("/bytes/" + std::to_string(size)))->body.size(), size);
  }
  const auto over = client_.send_and_wait(to("/bytes/" + std::to_string(answer_bytes + 1)));
  ASSERT_FALSE(over.has_value());
  EXPECT_EQ(over.error().kind(), Kind::too_large);
}

TEST_F(Egress, hands_a_large_body_over_in_pieces) {
  std::size_t seen = 0;
  auto request = to("/bytes/300000");
  request.answer_limit = 300'000;
  request.on_data = [&seen](const Answer&, std::string_view bytes) {
    seen += bytes.size();
    return true;
  };
  const auto got = client_.send_and_wait(request);
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->body, "");
  EXPECT_EQ(seen, 300'000u);
}

TEST_F(Egress, reads_retry_after_and_etag) {
  EXPECT_EQ(client_.send_and_wait(to("/busy"))->retry_after, "77");
  EXPECT_EQ(client_.send_and_wait(to("/feed"))->etag, "\"7\"");
  auto again = to("/feed");
  again.headers.emplace_back("If-None-Match", "\"7\"");
  EXPECT_EQ(client_.send_and_wait(again)->status, 304);
}

TEST_F(Egress, takes_no_proxy_from_the_environment) {
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  const auto got = client_.send_and_wait(to("/target"));
  ::unsetenv("http_proxy");
  EXPECT_TRUE(got.has_value());
}

TEST_F(Egress, says_when_nobody_listens) {
  auto request = to("/target");
  request.url = "http://127.0.0.1:1/";
  EXPECT_EQ(client_.send_and_wait(request).error().kind(), Kind::unavailable);
}

/// Accepts and never answers.
http::Router silent(std::vector<Responder>& kept, std::mutex& mutex) {
  http::Router router;
  router.add(get_route("/silent"), [&](Request, Responder respond) {
    const std::lock_guard lock(mutex);
    kept.push_back(std::move(respond));
  });
  return router;
}

/// All connections to a partner that never answers, taken.
class EgressToSilence : public testing::Test {
 protected:
  EgressToSilence() {
    auto policy = std::make_shared<PartnerPolicy>();
    policy->addresses = {base::Cidr::parse("127.0.0.1").value()};
    policy->https_required = false;
    request_.url = "http://127.0.0.1:" + std::to_string(server_.port()) + "/silent";
    request_.method = "GET";
    request_.policy = policy;
  }
  ~EgressToSilence() override { kept_.clear(); }

  std::future<Kind> ending_of(OutgoingRequest request) {
    auto told = std::make_shared<std::promise<Kind>>();
    client_->send(std::move(request), [told](const auto& result) {
      told->set_value(result ? Kind::internal : result.error().kind());
    });
    return told->get_future();
  }

  void wait_kept(std::size_t count) {
    for (;; std::this_thread::yield()) {
      const std::lock_guard lock(mutex_);
      if (kept_.size() >= count) return;
    }
  }
  void answer_first(int status) {
    const std::lock_guard lock(mutex_);
    kept_.front().send(answer(status));
    std::vector<Responder> others(std::make_move_iterator(kept_.begin() + 1),
                                  std::make_move_iterator(kept_.end()));
    kept_.swap(others);
  }

  std::vector<Responder> kept_;
  std::mutex mutex_;
  TestServer server_{silent(kept_, mutex_)};
  std::unique_ptr<Client> client_ = std::make_unique<Client>();
  OutgoingRequest request_;
};

TEST_F(EgressToSilence, a_transfer_ends_at_its_deadline) {
  request_.timing.transfer = std::chrono::milliseconds(30);
  EXPECT_EQ(ending_of(request_).get(), Kind::unavailable);
}

TEST_F(EgressToSilence, a_stop_ends_what_is_under_way_and_what_waits) {
  std::vector<std::future<Kind>> endings;
  for (std::size_t i = 0; i < base::limits::in_flight_per_partner + 3; ++i)
    endings.push_back(ending_of(request_));
  client_.reset();
  for (auto& ending : endings)
    EXPECT_EQ(ending.get(), Kind::unavailable);
}

TEST_F(EgressToSilence, what_finds_no_connection_in_time_is_never_begun) {
  request_.begin_within = std::chrono::milliseconds(0);
  std::vector<std::future<Kind>> begun;
  for (std::size_t i = 0; i < base::limits::in_flight_per_partner; ++i)
    begun.push_back(ending_of(request_));
  EXPECT_EQ(ending_of(request_).get(), Kind::busy);
  client_.reset();
  for (auto& ending : begun)
    EXPECT_EQ(ending.get(), Kind::unavailable) << "a free connection is not waited for";
}

TEST_F(EgressToSilence, behind_a_failure_nothing_fleeting_waits_and_the_rest_goes_on) {
  std::vector<std::future<Kind>> begun;
  for (std::size_t i = 0; i < base::limits::in_flight_per_partner; ++i)
    begun.push_back(ending_of(request_));
  wait_kept(base::limits::in_flight_per_partner);
  auto patient = ending_of(request_);
  auto fleeting = request_;
  fleeting.begin_within = std::chrono::hours(1);
  auto waiting = ending_of(fleeting);
  auto elsewhere = request_;  // refused only after what came before it stands in its line
  auto nowhere = std::make_shared<PartnerPolicy>();
  nowhere->partner = "nowhere";
  nowhere->https_required = false;
  elsewhere.policy = nowhere;
  ASSERT_EQ(ending_of(elsewhere).get(), Kind::forbidden);
  answer_first(503);
  EXPECT_EQ(waiting.get(), Kind::busy);
  wait_kept(base::limits::in_flight_per_partner);
  client_.reset();
  EXPECT_EQ(patient.get(), Kind::unavailable) << "it was begun in the place of the failed one";
}

}  // namespace
}  // namespace hub::egress
