// The program as it is, against a hub that stands in with the hub's own server.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <vector>

#include "hub/codec/event.hpp"
#include "hub/codec/packet.hpp"
#include "hub/codec/referral_answer.hpp"
#include "tests/hub/http/support.hpp"
#include "tests/places.hpp"

namespace {

using namespace hub::http;
using hub::codec::AnswerKind;
using hub::http::test::OnePartner;
using hub::http::test::RawClient;
using hub::http::test::TestServer;

constexpr auto referral = "01890000-0000-7000-8000-000000000001";

struct Answers {
  std::mutex mutex;
  std::vector<std::string> bodies;
};

Router hub_routes(Answers& answers) {
  Router router;
  router.add({.method = Method::get, .pattern = "/packets/{referral}"}, [](Request,
                                                                           Responder respond) {
    Response out;
    out.body = R"({"referralId":"r","records":[{"kind":"referral","id":"a","person":"b","fields":)"
               R"({"requestedAction":"世帯の整理","reason":{"dataAbsentReason":"masked"}}}]})";
    respond.send(std::move(out));
  });
  router.add(webhook_route("/webhooks/{partner}/answers"),
             [&answers](Request request, Responder respond) {
               const std::lock_guard lock(answers.mutex);
               answers.bodies.push_back(std::move(request.body));
               respond.send(empty_response(202));
             });
  return router;
}

class CoordinatorProgram : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("coordinator_" + std::to_string(::getpid()) + "_" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    const std::string key(test::test_key);
    std::ofstream(folder_ / "keys.json") << R"({"partner":"mirai","apiKey":"secret","sendKey":")"
                                         << key << R"(","receiveKeys":[")" << key << R"("]})";
    std::filesystem::permissions(folder_ / "keys.json", std::filesystem::perms::owner_read |
                                                            std::filesystem::perms::owner_write);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void begin(const std::string& options) {
    const auto command = tests::in_build("/tsunagu-coordinator --hub-url http://127.0.0.1:") +
                         std::to_string(hub_.port()) + " --key-file " +
                         (folder_ / "keys.json").string() + " --exit-after 1 " +
                         "--clock-start 2026-03-31T23:33:20Z " + options;
    program_ = ::popen(command.c_str(), "r");
    ASSERT_NE(program_, nullptr);
    char line[64] = {};
    ASSERT_NE(std::fgets(line, sizeof line, program_), nullptr);
    ASSERT_EQ(std::sscanf(line, "{\"port\":%hu}", &port_), 1);
  }
  int notify(const std::string& media_type = "application/cloudevents+json") {
    return tell(hub::codec::event_type::notice,
                hub::codec::notice_data({.referral_id = referral,
                                         .urgency = "",
                                         .packet_url = std::string("/packets/") + referral}),
                media_type);
  }
  int tell(std::string_view type, const std::string& data,
           const std::string& media_type = "application/json", const std::string& id = "m1") {
    const hub::codec::EventHead head{.id = id,
                                     .source = "urn:tsunagu:122122",
                                     .type = std::string(type),
                                     .time = test::test_time,
                                     .subject = referral};
    const auto body = hub::codec::encode_event(head, data);
    const auto keys = hub_.partners.keys_of("mirai");
    RawClient client(port_);
    client.send(test::post(
        "/notices",
        "Content-Type: " + media_type + "\r\nwebhook-id: " + id +
            "\r\nwebhook-timestamp: " + hub::crypto::webhook_timestamp(test::test_time) +
            "\r\nwebhook-signature: " + hub::crypto::sign_webhook(keys, id, test::test_time, body) +
            "\r\n",
        body));
    return test::status_in(client.answer());
  }
  /// All that it still prints, after it has ended well.
  std::string rest() {
    std::string out;
    char bytes[4096];
    for (auto got = std::fread(bytes, 1, sizeof bytes, program_); got > 0;
         got = std::fread(bytes, 1, sizeof bytes, program_)) {
      out.append(bytes, got);
    }
    EXPECT_EQ(::pclose(program_), 0);
    return out;
  }

  /// As the hub reads it.
  hub::codec::ReferralAnswer answer(std::size_t at) {
    auto decoded = hub::codec::decode_referral_answer(answers_.bodies.at(at));
    EXPECT_TRUE(decoded.ok()) << answers_.bodies.at(at);
    return std::move(decoded.answer).value();
  }

  std::filesystem::path folder_;
  Answers answers_;
  TestServer hub_{hub_routes(answers_)};
  std::FILE* program_ = nullptr;
  std::uint16_t port_ = 0;
};

TEST_F(CoordinatorProgram, pulls_prints_and_answers_up_to_the_end) {
  begin("--until closed --lead エリム --agency さくら相談所");
  EXPECT_EQ(notify(), 202);
  const auto printed = rest();
  EXPECT_NE(printed.find("2026年4月1日 8:33"), std::string::npos) << printed;
  EXPECT_NE(printed.find("対象者1"), std::string::npos) << printed;
  EXPECT_NE(printed.find("求めること: 世帯の整理"), std::string::npos);
  EXPECT_NE(printed.find("理由: （伏せられています）"), std::string::npos);
  ASSERT_EQ(answers_.bodies.size(), 3u);
  const auto accepted = answer(0), lead_named = answer(1), closed = answer(2);
  EXPECT_EQ(accepted.kind, AnswerKind::accepted);
  EXPECT_EQ(accepted.referral.text(), referral);
  EXPECT_EQ(accepted.agency, "さくら相談所");
  EXPECT_EQ(lead_named.kind, AnswerKind::lead_named);
  EXPECT_EQ(lead_named.lead_agency, "エリム");
  EXPECT_EQ(closed.kind, AnswerKind::closed);
}

TEST_F(CoordinatorProgram, prints_a_full_packet_without_pulling) {
  begin("");
  EXPECT_EQ(tell(hub::codec::event_type::packet,
                 std::string(R"({"referralId":")") + referral +
                     R"(","records":[{"kind":"concern","fields":{"statement":"孤立"}}]})"),
            202);
  const auto printed = rest();
  EXPECT_NE(printed.find("主訴・内容: 孤立"), std::string::npos) << printed;
  ASSERT_EQ(answers_.bodies.size(), 1u);
  EXPECT_EQ(answer(0).kind, AnswerKind::accepted);
}

TEST_F(CoordinatorProgram, says_that_it_stopped_using_what_it_was_told_to_stop) {
  begin("");
  EXPECT_EQ(tell(hub::codec::event_type::stop_use, hub::codec::notice_data({referral, "", ""}),
                 "application/json", "m0"),
            202);
  EXPECT_EQ(notify(), 202);
  const auto printed = rest();
  EXPECT_NE(printed.find("利用停止の通知"), std::string::npos) << printed;
  ASSERT_EQ(answers_.bodies.size(), 2u);
  EXPECT_EQ(answer(0).kind, AnswerKind::use_stopped);
  EXPECT_EQ(answer(0).referral.text(), referral);
}

TEST_F(CoordinatorProgram, refuses_other_media_types) {
  begin("");
  EXPECT_EQ(notify("text/plain"), 415);
  EXPECT_EQ(notify("application/json; charset=utf-8"), 202);
  rest();
}

TEST_F(CoordinatorProgram, returns_with_a_reason_after_failing_first) {
  begin("--fail-first 1 --return-with 対象外です");
  EXPECT_EQ(notify(), 503);
  EXPECT_EQ(notify(), 202);
  EXPECT_NE(rest().find("差し戻しました：対象外です"), std::string::npos);
  ASSERT_EQ(answers_.bodies.size(), 1u);
  EXPECT_EQ(answer(0).kind, AnswerKind::returned);
  EXPECT_NE(answers_.bodies[0].find(R"("reason":"対象外です")"), std::string::npos);
}

}  // namespace
