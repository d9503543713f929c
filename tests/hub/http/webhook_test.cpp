// Webhooks at the edge: who signed, what they may be called, how many may wait.
#include <gtest/gtest.h>

#include <deque>
#include <mutex>
#include <thread>

#include "tests/hub/http/support.hpp"

namespace hub::http::test {
namespace {

constexpr auto json = "Content-Type: application/json\r\n";

Router echo_router() {
  Router router;
  router.add(webhook_route("/webhooks/{partner}/referrals"), echo);
  return router;
}

std::string signed_webhook(std::string_view body, std::string_view partner = "mirai",
                           std::string_view type = json) {
  const std::vector<crypto::WebhookKey> keys{crypto::WebhookKey::parse(test_key).value()};
  return post("/webhooks/" + std::string(partner) + "/referrals",
              std::string(type) +
                  "webhook-id: m1\r\nwebhook-timestamp: " + crypto::webhook_timestamp(test_time) +
                  "\r\nwebhook-signature: " + crypto::sign_webhook(keys, "m1", test_time, body) +
                  "\r\n",
              body);
}

TEST(Webhook, takes_what_the_partner_signed) {
  TestServer server(echo_router());
  RawClient client(server.port());
  client.send(signed_webhook("{}"));
  EXPECT_EQ(status_in(client.answer()), 200);
}

TEST(Webhook, refuses_strangers_changes_and_old_signatures_alike) {
  TestServer server(echo_router());
  auto changed = signed_webhook("{}");
  changed.back() = ']';
  RawClient first(server.port());
  first.send(changed);
  const auto of_changed = first.answer();
  EXPECT_EQ(status_in(of_changed), 401);
  first.send(signed_webhook("{}", "nobody"));
  EXPECT_EQ(status_in(first.answer()), 401);
  first.send(post("/webhooks/mirai/referrals", json, "{}"));
  EXPECT_EQ(status_in(first.answer()), 401);
  server.clock.advance(std::chrono::seconds(301));
  first.send(signed_webhook("{}"));
  EXPECT_EQ(status_in(first.answer()), 401);
}

TEST(Webhook, is_taken_under_either_name_of_an_event) {
  TestServer server(echo_router());
  for (const auto& [type, status] : {std::pair("application/json", 200),
                                     {"application/cloudevents+json; charset=utf-8", 200},
                                     {"application/cloudevents-batch+json", 415},
                                     {"", 415}}) {
    RawClient each(server.port());
    each.send(signed_webhook("{}", "mirai", "Content-Type: " + std::string(type) + "\r\n"));
    EXPECT_EQ(status_in(each.answer()), status) << type;
  }
}

/// Webhooks that are answered when the test says so.
struct Unanswered {
  void keep(Responder responder) {
    const std::lock_guard lock(mutex);
    responders.push_back(std::move(responder));
  }
  std::size_t count() {
    const std::lock_guard lock(mutex);
    return responders.size();
  }
  void answer_first() {
    const std::lock_guard lock(mutex);
    responders.front().send(empty_response(202));
    responders.pop_front();
  }
  std::mutex mutex;
  std::deque<Responder> responders;
};

TEST(Webhook, has_a_bounded_number_unanswered_of_one_partner) {
  Unanswered unanswered;
  Router router;
  router.add(webhook_route("/webhooks/{partner}/referrals"),
             [&](Request, Responder responder) { unanswered.keep(std::move(responder)); });
  ServerSettings settings;
  settings.limits.unanswered = 2;
  TestServer server(std::move(router), settings);
  RawClient first(server.port()), third(server.port());
  auto second = std::make_unique<RawClient>(server.port());
  first.send(signed_webhook("{}"));
  second->send(signed_webhook("{}"));
  while (unanswered.count() < 2)
    std::this_thread::yield();
  third.send(signed_webhook("{}"));
  const auto refused = third.answer();
  EXPECT_EQ(status_in(refused), 429);
  EXPECT_NE(refused.find("Retry-After: "), std::string::npos);
  second.reset();  // its work goes on, and so its place is not free
  third.send(signed_webhook("{}"));
  EXPECT_EQ(status_in(third.answer()), 429);
  unanswered.answer_first();
  EXPECT_EQ(status_in(first.answer()), 202);
  third.send(signed_webhook("{}"));
  while (unanswered.count() < 2)
    std::this_thread::yield();
  unanswered.answer_first();
  unanswered.answer_first();
  EXPECT_EQ(status_in(third.answer()), 202);
}

}  // namespace
}  // namespace hub::http::test
