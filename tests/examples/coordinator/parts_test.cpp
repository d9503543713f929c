#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

#include "examples/coordinator/event.hpp"
#include "examples/coordinator/inbox.hpp"
#include "examples/coordinator/json_text.hpp"
#include "examples/coordinator/labels.hpp"
#include "examples/coordinator/packet_text.hpp"
#include "examples/coordinator/server.hpp"
#include "examples/coordinator/signature.hpp"
#include "examples/coordinator/words.hpp"
#include "hub/codec/event.hpp"
#include "hub/codec/packet.hpp"
#include "hub/crypto/webhook_signature.hpp"
#include "tests/places.hpp"

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

std::string printed(const std::string& packet) {
  return packet_text(value_from_text(packet).value());
}

TEST(CoordinatorPacket, is_printed_person_by_person_with_labels_and_marks) {
  EXPECT_EQ(
      printed(
          R"({"referralId":"r-1","caseId":"c-1","urgency":"soon","records":[)"
          R"({"kind":"person","id":"a","person":"f00d","fields":)"
          R"({"names":[{"fullName":"山田 花子"}],"addresses":{"dataAbsentReason":"masked"},"sex":null}},)"
          R"({"kind":"person","id":"b","person":"beef","fields":{"statedAge":52}},)"
          R"({"kind":"consultation","id":"c","person":"f00d","fields":{"abuse":false,"statement":"家賃が払えない"}},)"
          R"({"kind":"concern","id":"d","fields":{"mostPressing":true}}]})"),
      "  つなぎのid: r-1\n"
      "  緊急度: 早めに\n"
      "  対象者1\n"
      "    ［人の情報］\n"
      "      氏名:\n"
      "        ・氏名: 山田 花子\n"
      "      住所: （伏せられています）\n"
      "    ［相談］\n"
      "      虐待の相談: いいえ\n"
      "      主訴・内容: 家賃が払えない\n"
      "  対象者2\n"
      "    ［人の情報］\n"
      "      申告の年齢: 52\n"
      "  その他\n"
      "    ［課題］\n"
      "      もっとも困っていること: はい\n");
}

TEST(CoordinatorPacket, takes_any_json) {
  for (const auto* odd : {"null", "[]", "\"a\"", R"({"records":7})", R"({"records":{}})",
                          R"({"records":[null,7,[],{},{"kind":7,"person":[],"fields":[]}]})",
                          R"({"records":[{"fields":null},{"person":{"a":1}}]})"}) {
    EXPECT_EQ(printed(odd).find("null"), std::string::npos) << odd;
  }
  EXPECT_EQ(printed(R"({"x":[{"y":[1,2.5]}],"records":[{"kind":"newer","fields":{"z":{}}}]})"),
            "  x:\n    ・y:\n        ・1\n        ・2.5E0\n"
            "  その他\n    ［newer］\n      z:\n");
}

TEST(CoordinatorPacket, says_days_periods_and_codes_in_words) {
  EXPECT_EQ(printed(R"({"records":[{"kind":"person","person":"a","fields":{"sex":"2",)"
                    R"("dateOfBirth":{"date":"1940-02-01","precision":"month"},)"
                    R"("careLevel":{"code":"22","certifiedAt":{"date":"2026-01-10"}},)"
                    R"("contacts":[{"kind":"phone","value":"028-000-0000"},{"kind":"other"}]}},)"
                    R"({"kind":"concern","person":"a","fields":{"code":"WITHDRAWAL",)"
                    R"("sourceCode":{"system":"s","text":"ひきこもり等"}}}]})"),
            "  対象者1\n"
            "    ［人の情報］\n"
            "      性別: 女\n"
            "      生年月日: 1940-02（月まで）\n"
            "      要介護度:\n"
            "        区分: 要介護2\n"
            "        認定日: 2026-01-10\n"
            "      連絡先:\n"
            "        ・種類: 電話\n"
            "          値: 028-000-0000\n"
            "        ・種類: その他\n"
            "    ［課題］\n"
            "      区分: ひきこもり\n"
            "      元のコード: ひきこもり等\n");
}

/// What a packet never holds: the keys of the municipality's own systems, and what is for programs.
const std::set<std::string> inside_only{
    "recordKey",       "personKey",         "consultationKey", "planKey",     "focusPersonKey",
    "identifiers",     "householdKey",      "caseKey",         "resourceKey", "meetingKey",
    "reopenedFromKey", "otherFocusPersons", "labels",          "warnings",    "extra",
    "registerNumber",  "schemaVersion",     "pointer",         "item",        "line",
    "column"};

void each_property(const boost::json::value& schema, const std::string& parent,
                   const std::function<void(const std::string&, const std::string&,
                                            const boost::json::value&)>& see) {
  if (const auto* array = schema.if_array()) {
    for (const auto& one : *array)
      each_property(one, parent, see);
  }
  const auto* object = schema.if_object();
  if (object == nullptr) return;
  for (const auto& each : *object) {
    if (each.key() != "properties" || !each.value().is_object()) {
      each_property(each.value(), parent, see);
      continue;
    }
    for (const auto& property : each.value().as_object()) {
      const std::string name(property.key());
      if (inside_only.contains(name)) continue;
      see(parent, name, property.value());
      each_property(property.value(), name, see);
    }
  }
}

boost::json::value schema_of(const std::string& kind) {
  std::ifstream file(std::filesystem::path(tests::in_source("/sdk/schema")) /
                     (kind + ".schema.json"));
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  return value_from_text(text).value();
}

/// The codes of a field, also of one that may be null.
std::vector<std::string> codes_of(const boost::json::value& property) {
  std::vector<std::string> out;
  const auto& object = property.as_object();
  const auto* codes = object.if_contains("enum");
  if (codes == nullptr) return out;
  for (const auto& code : codes->as_array()) {
    if (code.is_string()) out.emplace_back(code.as_string());
  }
  return out;
}

TEST(CoordinatorLabels, are_there_for_every_field_and_code_that_a_packet_may_hold) {
  for (const std::string kind :
       {"common", "person", "household_hint", "consultation", "concern", "assessment", "plan",
        "monitoring", "case", "role", "outreach", "conference", "match"}) {
    std::size_t fields = 0;
    each_property(schema_of(kind), kind,
                  [&](const std::string& parent, const std::string& field, const auto& property) {
                    if (field == "kind" && parent == kind) return;  // the heading
                    ++fields;
                    EXPECT_NE(label_of(field), field) << kind;
                    if (!property.is_object() || field == "precision") return;
                    for (const auto& code : codes_of(property))
                      EXPECT_NE(word_of(parent, field, code), code) << parent << "/" << field;
                  });
    EXPECT_GT(fields, 3U) << kind;
  }
}

constexpr auto hub = "http://127.0.0.1:8480";

TEST(CoordinatorEvent, is_read_in_the_shape_that_the_hub_writes) {
  hub::codec::EventHead head{.id = "m1",
                             .source = "urn:tsunagu:122122",
                             .type = std::string(hub::codec::event_type::notice),
                             .time = hub::base::utc_from_millis(now * 1000),
                             .subject = "r-1"};
  const auto data =
      hub::codec::notice_data({.referral_id = "r-1", .urgency = "", .packet_url = "/packets/r-1"});
  const auto event = event_from_text(hub::codec::encode_event(head, data), hub);
  ASSERT_TRUE(event.has_value());
  EXPECT_EQ(event->type, event_type::notice);
  EXPECT_EQ(event->referral, "r-1");
  EXPECT_EQ(event->packet_path, "/packets/r-1");
}

std::string notice_of(const std::string& url) {
  return R"({"type":"tsunagu.referral.notice","data":{"referralId":"r-1","packetUrl":")" + url +
         "\"}}";
}

TEST(CoordinatorEvent, has_its_packet_at_the_hub_and_nowhere_else) {
  const auto absolute = event_from_text(notice_of(std::string(hub) + "/packets/r-1"), hub);
  ASSERT_TRUE(absolute.has_value());
  EXPECT_EQ(absolute->packet_path, "/packets/r-1");
  for (const auto* url : {"", "packets/r-1", "http://elsewhere.example/packets/r-1",
                          "http://127.0.0.1:8480.elsewhere.example/r-1", "//elsewhere.example/r",
                          "http://127.0.0.1:84801/r-1", "/packets/../admin", "/packets/r-1?a=b",
                          "@elsewhere.example/r-1"}) {
    EXPECT_FALSE(event_from_text(notice_of(url), hub).has_value()) << url;
  }
}

TEST(CoordinatorEvent, is_nothing_else) {
  for (const auto* odd :
       {"", "nonsense", "null", "[]", "7", "{}", R"({"type":"a"})", R"({"type":7,"data":7})",
        R"({"type":"a","data":[]})", R"({"type":"a","data":{"referralId":"../x"}})",
        R"({"type":"a","data":{"referralId":null}})"}) {
    EXPECT_FALSE(event_from_text(odd, hub).has_value()) << odd;
  }
  EXPECT_FALSE(event_from_text(std::string(100'000, '['), hub).has_value());
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
    return {settings_, clock_, [this](Event event) { taken_.push_back(event.referral); }};
  }

  Settings settings_;
  Clock clock_;
  std::vector<std::string> taken_;
  const std::string sent_ = notice_of("/packets/r-1");
};

TEST_F(CoordinatorReception, takes_a_notice_once) {
  auto desk = reception();
  EXPECT_EQ(desk.receive(notice("m1", sent_)), 202);
  EXPECT_EQ(desk.receive(notice("m1", sent_)), 202);
  EXPECT_EQ(taken_, std::vector<std::string>{"r-1"});
  EXPECT_EQ(desk.receive(notice("m1", notice_of("/packets/r-2"))), 409);
}

TEST_F(CoordinatorReception, refuses_what_is_unsigned_or_no_notice) {
  auto desk = reception();
  auto forged = notice("m1", sent_);
  forged.body += " ";
  EXPECT_EQ(desk.receive(forged), 401);
  EXPECT_EQ(desk.receive(notice("m2", "nonsense")), 400);
  EXPECT_EQ(desk.receive(notice("m3", notice_of("//x"))), 400);
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
