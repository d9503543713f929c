#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "examples/coordinator/inbox.hpp"
#include "examples/coordinator/json_text.hpp"
#include "examples/coordinator/packet_text.hpp"
#include "examples/coordinator/server.hpp"
#include "examples/coordinator/signature.hpp"
#include "hub/crypto/webhook_signature.hpp"

namespace coordinator {
namespace {

constexpr auto key_text = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr std::int64_t now = 1'775'000'000;

TEST(CoordinatorSignature, agrees_with_the_hub_both_ways) {
  const std::vector<hub::crypto::WebhookKey> keys{hub::crypto::WebhookKey::parse(key_text).value()};
  const auto at = hub::base::utc_from_millis(now * 1000);
  const auto of_hub = hub::crypto::sign_webhook(keys, "m1", at, "{}");
  EXPECT_TRUE(verify({key_from_text(key_text)}, {"m1", std::to_string(now), of_hub, "{}"}, now));
  EXPECT_FALSE(verify({key_from_text(key_text)}, {"m1", std::to_string(now), of_hub, "[]"}, now));
  const auto ours = sign(key_from_text(key_text), "m1", std::to_string(now), "{}");
  EXPECT_TRUE(
      hub::crypto::verify_webhook({"m1", std::to_string(now), ours}, "{}", keys, at).has_value());
}

TEST(CoordinatorInbox, knows_a_repetition_and_a_contradiction_also_after_a_restart) {
  const auto journal =
      std::filesystem::temp_directory_path() / ("coordinator_inbox_" + std::to_string(::getpid()));
  {
    Inbox inbox(journal);
    EXPECT_EQ(inbox.take("m1", "a"), Arrival::fresh);
    EXPECT_EQ(inbox.take("m1", "a"), Arrival::repeated);
  }
  Inbox again(journal);
  EXPECT_EQ(again.take("m1", "a"), Arrival::repeated);
  EXPECT_EQ(again.take("m1", "b"), Arrival::contradicts);
  EXPECT_EQ(again.take("m2", "b"), Arrival::fresh);
  std::filesystem::remove(journal);
}

TEST(CoordinatorPacket, is_printed_with_labels_and_marks) {
  const auto packet = value_from_text(
      R"({"referralId":"r-1","caseId":"c-1","records":[{"kind":"person","id":"p-1","fields":)"
      R"({"names":[{"fullName":"山田 花子"}],"addresses":{"dataAbsentReason":"masked"},"sex":null}}]})");
  ASSERT_TRUE(packet.has_value());
  EXPECT_EQ(packet_text(*packet),
            "  相談受付番号: r-1\n"
            "  内容:\n"
            "    ・ ご本人\n"
            "      氏名:\n"
            "        ・\n"
            "          氏名: 山田 花子\n"
            "      住所: ［伏せられています］\n");
}

TEST(CoordinatorClock, reads_and_writes_japanese_time) {
  EXPECT_EQ(japanese_time(instant_from_text("2026-04-10T00:05:00Z").value()), "2026年4月10日 9:05");
  EXPECT_EQ(instant_from_text("2026-04-10T09:00:00+09:00"),
            instant_from_text("2026-04-10T00:00:00Z"));
  EXPECT_FALSE(instant_from_text("2026-02-30T00:00:00Z").has_value());
  EXPECT_FALSE(instant_from_text("tomorrow").has_value());
}

TEST(CoordinatorKeys, are_read_only_from_a_private_file) {
  const auto file =
      std::filesystem::temp_directory_path() / ("coordinator_keys_" + std::to_string(::getpid()));
  std::ofstream(file) << R"({"partner":"mirai","receiveKeys":[")" << key_text << R"("],"sendKey":")"
                      << key_text << R"(","apiKey":"secret"})";
  ::chmod(file.c_str(), 0644);
  EXPECT_THROW(read_keys(file), std::runtime_error);
  ::chmod(file.c_str(), 0600);
  EXPECT_EQ(read_keys(file).partner, "mirai");
  std::filesystem::remove(file);
}

class CoordinatorReception : public testing::Test {
 protected:
  CoordinatorReception() { settings_.keys.receive = {key_from_text(key_text)}; }
  Reception::Notice notice(const std::string& id, const std::string& body) {
    const auto at = std::to_string(clock_.now().time_since_epoch().count());
    return {id, at, sign(settings_.keys.receive[0], id, at, body), body};
  }
  Reception reception() {
    return {settings_, clock_, [this](std::string referral) { taken_.push_back(referral); }};
  }

  Settings settings_;
  Clock clock_;
  std::vector<std::string> taken_;
  const std::string sent_ = R"({"type":"tsunagu.referral.notice","subject":"r-1"})";
};

TEST_F(CoordinatorReception, takes_a_notice_once) {
  auto desk = reception();
  EXPECT_EQ(desk.receive(notice("m1", sent_)), 202);
  EXPECT_EQ(desk.receive(notice("m1", sent_)), 202);
  EXPECT_EQ(taken_, std::vector<std::string>{"r-1"});
  EXPECT_EQ(desk.receive(notice("m1", R"({"subject":"r-2"})")), 409);
}

TEST_F(CoordinatorReception, refuses_what_is_unsigned_or_no_notice) {
  auto desk = reception();
  auto forged = notice("m1", sent_);
  forged.body += " ";
  EXPECT_EQ(desk.receive(forged), 401);
  EXPECT_EQ(desk.receive(notice("m2", "nonsense")), 400);
  EXPECT_EQ(desk.receive(notice("m3", R"({"subject":"../x"})")), 400);
  EXPECT_TRUE(taken_.empty());
}

TEST_F(CoordinatorReception, fails_as_often_as_it_is_told) {
  settings_.fail_first = 2;
  auto desk = reception();
  EXPECT_EQ(desk.receive(notice("m1", sent_)), 503);
  EXPECT_EQ(desk.receive(notice("m1", sent_)), 503);
  EXPECT_EQ(desk.receive(notice("m1", sent_)), 202);
}

}  // namespace
}  // namespace coordinator
