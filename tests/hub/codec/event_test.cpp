#include "hub/codec/event.hpp"

#include <gtest/gtest.h>

#include "hub/base/limits.hpp"
#include "hub/codec/referral_answer.hpp"
#include "hub/codec/referral_request.hpp"
#include "hub/codec/sealed_access.hpp"
#include "hub/codec/typed.hpp"
#include "tests/hub/codec/fixtures.hpp"

namespace hub::codec {
namespace {

bool takes(const std::filesystem::path& path) {
  const std::string text = text_of_file(path);
  return path.stem().string().starts_with("referral_request")
             ? decode_referral_request(text, "2026-04-10").ok()
             : decode_referral_answer(text).ok();
}

std::vector<Record> records_of(const std::string& body) {
  const DecodedRequest decoded = decode_referral_request(body, "2026-04-10");
  EXPECT_TRUE(decoded.ok());
  std::vector<Record> out;
  RecordReader reader;
  for (const std::string& text : decoded.request->records) {
    DecodedRecord record = reader.read(text);
    EXPECT_TRUE(record.ok()) << record.error_text();
    EXPECT_TRUE(record.warnings.empty());
    out.push_back(std::move(*record.record));
  }
  return out;
}

TEST(Event, fixtures_are_judged_as_their_folder_says) {
  for (const std::string folder : {"good", "bad"}) {
    for (const auto& path : json_files("tests/hub/codec/fixtures/" + folder)) {
      if (!is_event(path)) continue;
      EXPECT_EQ(takes(path), folder == "good") << path.filename();
    }
  }
}

TEST(Event, is_a_cloud_event) {
  const std::string body = encode_event({.id = "m1",
                                         .source = "tsunagu/sakura",
                                         .type = std::string(event_type::accepted),
                                         .time = base::utc_from_millis(0),
                                         .subject = "r1"},
                                        R"({"referralId":"r1"})");
  EXPECT_EQ(body,
            R"({"specversion":"1.0","id":"m1","source":"tsunagu/sakura",)"
            R"("type":"tsunagu.referral.accepted","time":"1970-01-01T00:00:00.000Z",)"
            R"("subject":"r1","datacontenttype":"application/json","data":{"referralId":"r1"}})");
}

TEST(ReferralRequest, becomes_the_records_that_an_adapter_would_emit) {
  const std::vector<Record> records = records_of(example("referral_request"));
  ASSERT_EQ(records.size(), 7U);
  EXPECT_EQ(records[0].kind(), domain::RecordKind::person);
  EXPECT_EQ(records[0].key(), "evt-20260410-0001/person");
  const domain::Person person = person_of(records[0], {});
  EXPECT_EQ(SealedAccess::look(person.names.at(0)).full_name, "髙橋 ウメ");
  EXPECT_EQ(SealedAccess::look(person.numbers.at(0)).value, "0000123456");
  EXPECT_TRUE(person.confidential.empty());
  EXPECT_EQ(person_key_of(records[1]), "evt-20260410-0001/person");
  EXPECT_EQ(records[3].key(), "evt-20260410-0001/concern/0");
  EXPECT_EQ(consent_of(records[5], {}).scope->recipients, std::vector<std::string>{"市窓口"});
  EXPECT_EQ(referral_of(records[6], {}).reason, domain::ReferralReason::sort_out_roles);
}

TEST(ReferralRequest, takes_the_day_of_arrival_where_the_sheet_names_none) {
  const std::vector<Record> records = records_of(
      text_of_file(source_dir() / "tests/hub/codec/fixtures/good/referral_request_least.json"));
  const domain::ConsultationRecord consultation = consultation_of(records.at(1), {});
  EXPECT_EQ(SealedAccess::look(*consultation.received_at).date, std::chrono::year(2026) / 4 / 10);
}

TEST(ReferralRequest, labels_who_told_of_an_abuse_and_hides_an_address) {
  const std::vector<Record> records = records_of(
      R"({"specversion":"1.0","id":"e","source":"s","type":"tsunagu.referral.requested",
      "data":{"from":{"agency":"x"},"person":{"fullName":"x","addressHidden":true},"abuse":true,
      "caller":{"name":"y"},"statement":"z","consent":{"status":"never_asked"},"reason":"d"}})");
  EXPECT_EQ(SealedAccess::look(person_of(records.at(0), {}).confidential.at(0)).kind,
            "hidden-address");
  bool seen = false;
  for (const RecordItem& item : items_of(records.at(1), {})) {
    if (item.pointer != "/caller/name" && item.pointer != "/receivedAt/date") continue;
    EXPECT_TRUE(item.json.labels().has(domain::Item::informant)) << item.pointer;
    seen = true;
  }
  EXPECT_TRUE(seen);
}

TEST(ReferralRequest, is_as_long_as_the_limit_and_no_longer) {
  std::string body = example("referral_request");
  body.resize(base::limits::webhook_body_bytes, ' ');
  EXPECT_TRUE(decode_referral_request(body, "2026-04-10").ok());
  EXPECT_FALSE(decode_referral_request(body + " ", "2026-04-10").ok());
}

TEST(ReferralAnswer, names_the_lead_and_passes_on_without_the_workers_name) {
  const DecodedAnswer decoded = decode_referral_answer(example("referral_answer"));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded.answer->kind, AnswerKind::lead_named);
  EXPECT_EQ(decoded.answer->lead_agency, "地域包括支援センター エリム");
  EXPECT_EQ(answer_data(*decoded.answer, {}),
            R"({"referralId":"019634a0-0000-7000-8000-000000000001",)"
            R"("at":"2026-04-11T10:00:00+09:00","agency":"さくら市多機関協働事業者",)"
            R"("lead":{"agency":"地域包括支援センター エリム"}})");
}

}  // namespace
}  // namespace hub::codec
