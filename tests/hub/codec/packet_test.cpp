#include "hub/codec/packet.hpp"

#include <gtest/gtest.h>

#include "hub/codec/nested.hpp"
#include "hub/domain/disclosure.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::codec {
namespace {

std::string nested(std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
  Nested tree;
  for (const auto& [pointer, json] : fields)
    tree.put(pointer, json);
  std::string out;
  tsunagu::json::Writer json(out);
  tree.write(json);
  return out;
}

TEST(Nested, closes_up_lists_so_that_a_gap_tells_nothing) {
  EXPECT_EQ(
      nested({{"/names/2/fullName", "\"b\""}, {"/names/2/use", "\"usual\""}, {"/sex", "\"2\""}}),
      R"({"names":[{"fullName":"b","use":"usual"}],"sex":"2"})");
  EXPECT_EQ(nested({{"/days/1", "\"Tu\""}, {"/days/4", "\"Fr\""}}), R"({"days":["Tu","Fr"]})");
}

TEST(Nested, keeps_the_first_value_of_a_pointer) {
  EXPECT_EQ(nested({{"/a", "1"}, {"/a", "2"}}), R"({"a":1})");
}

TEST(Packet, masks_with_a_word_and_leaves_out_records_without_fields) {
  PacketRecord person(domain::RecordKind::person, "r1", "p1");
  person.mask("/addresses/0/fullAddress");
  const PacketRecord nothing(domain::RecordKind::consultation, "r2", "p2");
  const PacketHead head{.referral_id = "f1",
                        .case_id = "c1",
                        .correlation_id = {},
                        .urgency = "soon",
                        .legal_basis = "CONSENT",
                        .purpose = "coordination",
                        .disclosed_at = "2026-04-10T00:00:00.000Z"};
  EXPECT_EQ(packet_data(head, {person, nothing}),
            R"({"referralId":"f1","caseId":"c1","urgency":"soon","legalBasis":"CONSENT",)"
            R"("purpose":"coordination","disclosedAt":"2026-04-10T00:00:00.000Z","records":[)"
            R"({"kind":"person","id":"r1","person":"p1","fields":)"
            R"({"addresses":[{"fullAddress":{"dataAbsentReason":"masked"}}]}}]})");
}

/// Open data is what the gate lets go without asking more.
domain::Disclosure open_data(const base::PersonId& of) {
  static const domain::LegalBasis basis = [] {
    domain::LegalBasis made;
    made.forum_class = domain::ForumClass::consent;
    return made;
  }();
  domain::Situation situation;
  situation.person = of;
  situation.subject = domain::Subject::focus;
  situation.forum.basis = &basis;
  return domain::disclose(domain::Item::public_, situation);
}

TEST(Packet, allows_what_was_cleared_as_it_stands) {
  const auto person = *base::PersonId::parse("0198c000-0000-7000-8000-000000000001");
  const domain::Sealed<std::string> name("\"例\"", domain::Owner(person), domain::SourceId{1},
                                         domain::Item::public_);
  auto cleared = open_data(person).clear(name);
  ASSERT_TRUE(cleared);
  PacketRecord record(domain::RecordKind::person, "r1", "p1");
  EXPECT_TRUE(record.empty());
  record.allow("/names/3/fullName", std::move(*cleared));
  record.mask("/sex");
  EXPECT_FALSE(record.empty());
  EXPECT_EQ(packet_data({}, {record}),
            R"({"records":[{"kind":"person","id":"r1","person":"p1","fields":)"
            R"({"names":[{"fullName":"例"}],"sex":{"dataAbsentReason":"masked"}}}]})");
}

TEST(Notice, names_ids_and_nobody) {
  EXPECT_EQ(notice_data({.referral_id = "f1", .urgency = "soon", .packet_url = "https://h/f1"}),
            R"({"referralId":"f1","urgency":"soon","packetUrl":"https://h/f1"})");
}

}  // namespace
}  // namespace hub::codec
