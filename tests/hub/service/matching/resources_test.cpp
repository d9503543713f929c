// The registry as staff keep it, and what is given out of it: HSDS, and the
// 自治体標準オープンデータ セット in the layout that the adapter of open data reads back. What is
// for staff stays (R-84).
#include <set>

#include "plugins/chiiki/chiiki.hpp"
#include "tests/hub/service/matching/matching_fixture.hpp"
#include "tests/plugins/adapter_test.hpp"

namespace hub::service {
namespace {

using base::Kind;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tsunagu::json::View;

/// What the layout has room for, of one record.
std::string told(const std::string& json) {
  const auto parsed = tsunagu::json::parse_untrusted(json);
  const View root = parsed.root();
  std::string out;
  for (const auto* pointer :
       {"/name", "/nameKana", "/resourceKind/text", "/organization/name",
        "/organization/corporateNumber", "/address/fullAddress", "/address/prefecture",
        "/address/cityAndCounty", "/address/buildingNameEtc", "/phones/0/number",
        "/phones/1/number", "/url", "/email", "/schedules/0/opensAt", "/schedules/0/closesAt",
        "/serviceTypes/0/text", "/note"})
    out += std::string(root.at_pointer(pointer).text()) + "|";
  for (const View day : root.at_pointer("/schedules/0/days"))
    out += std::string(day.text());
  return out + "|" + std::to_string(root.find("latitude").number()) + "|" +
         std::to_string(root.find("longitude").number()) + "|" +
         std::to_string(root.find("capacity").integer());
}

std::string own(const std::string& name, const std::string& range) {
  return R"({"kind":"resource","schemaVersion":"1","recordKey":"own","publicRange":")" + range +
         R"(","name":")" + name + R"(","resourceKind":{"text":"就労体験"}})";
}

class Resources : public MatchingFixture {
 protected:
  std::vector<ResourceFacts> given_out() {
    return look([](store::Reader& reader) { return public_resources(reader); });
  }
  std::string csv() { return to_standard_csv(given_out(), "092142", "栃木県さくら市"); }
};

TEST_F(Resources, show_what_is_for_staff_to_officers_alone_R84) {
  EXPECT_THAT(resources(officer), SizeIs(6));
  EXPECT_THAT(resources("operator/hanako"), SizeIs(4));
  EXPECT_THAT(resources("operator/hanako"), Each(Not(HasSubstr("架空製作所"))));
}

// R-72
TEST_F(Resources, are_registered_confirmed_and_named_when_they_grow_stale) {
  const auto made = register_resource(*context, own("架空の畑", "staff"), officer);
  ASSERT_TRUE(made.has_value()) << made.error().text();
  EXPECT_FALSE(candidate(propose(needs), "架空の畑").empty());
  EXPECT_THAT(resources(officer, true), IsEmpty());
  clock.advance(std::chrono::hours(24 * 200));
  EXPECT_THAT(resources(officer, true), SizeIs(7));
  ASSERT_TRUE(confirm_resource(*context, *made, officer).has_value());
  EXPECT_THAT(resources(officer, true), SizeIs(6));
  EXPECT_THAT(audited("resource.confirmed"), SizeIs(1));
}

// R-77, R-79: whatever a plan calls a place where somebody takes part, it is registered and found.
TEST_F(Resources, are_of_every_kind_that_the_plans_name) {
  for (const auto* kind :
       {"就労体験先", "農業", "教室", "サロン", "福祉事業所", "ボランティアセンター", "中間的就労",
        "居場所", "親の会", "第三の居場所", "学習支援"}) {
    const auto name = "架空の" + std::string(kind);
    const auto made = register_resource(
        *context,
        R"({"kind":"resource","schemaVersion":"1","recordKey":"own","publicRange":"staff","name":")" +
            name + R"(","resourceKind":{"text":")" + kind + R"("}})",
        officer);
    ASSERT_TRUE(made.has_value()) << kind << ": " << made.error().text();
    auto wanted = needs;
    wanted.concerns.clear();
    wanted.kinds = {kind};
    EXPECT_FALSE(candidate(propose(wanted), name).empty()) << kind;
  }
}

TEST_F(Resources, refuse_what_is_no_resource_no_condition_or_not_staffs_to_change) {
  EXPECT_EQ(register_resource(*context, "{}", officer).error().kind(), Kind::invalid);
  EXPECT_EQ(register_resource(*context, own("x", "staff"), "operator/hanako").error().kind(),
            Kind::forbidden);
  const auto place = "架空製作所";
  EXPECT_EQ(edit(place, {.places = "plenty"}).error().kind(), Kind::invalid);
  EXPECT_EQ(edit(place, {.conditions = R"({"field":"shoe","eq":"1"})"}).error().kind(),
            Kind::invalid);
  EXPECT_EQ(edit(place, {.conditions = R"({"field":"age","ge":"x"})"}).error().kind(),
            Kind::invalid);
  for (const auto* beyond : {R"("99999999999999999999")", R"("18-99999999999999999999")"})
    EXPECT_EQ(edit(place, {.conditions = std::string(R"({"field":"age","eq":)") + beyond + "}"})
                  .error()
                  .kind(),
              Kind::invalid)
        << beyond;
  EXPECT_EQ(edit(place, {.record = own("x", "staff")}).error().kind(), Kind::conflict);
}

TEST_F(Resources, are_read_back_from_the_standard_dataset_as_they_were) {
  auto chiiki_feed = plan_of("chiiki");
  deliver(chiiki_feed, golden("kaigo_kohyo_seed5"));
  std::multiset<std::string> before;
  for (const auto* name : {"shigen_20260410", "kaigo_kohyo_seed5"}) {
    for (const auto& line : golden(name)) {
      if (line.find(R"("publicRange":"public")") != std::string::npos) before.insert(told(line));
    }
  }
  auto host = tests::host_of<chiiki::Chiiki>({});
  const auto decoded = host.decode({"standard", csv()});
  EXPECT_EQ(decoded.status, TSUNAGU_OK);
  EXPECT_THAT(decoded.rejects, IsEmpty());
  std::multiset<std::string> after;
  for (const auto& taken : decoded.records)
    after.insert(told(taken.json));
  EXPECT_THAT(after, SizeIs(4 + 196));
  EXPECT_EQ(after, before);
}

TEST_F(Resources, are_given_out_as_hsds) {
  const auto text = to_hsds(given_out());
  const auto parsed = tsunagu::json::parse_untrusted(text);
  ASSERT_TRUE(parsed.ok());
  const View services = parsed.root().find("services");
  ASSERT_EQ(services.size(), 4U);
  for (const View service : services) {
    for (const auto* pointer : {"/id", "/name", "/status", "/organization/id", "/organization/name",
                                "/service_at_locations/0/location/addresses/0/address_1"})
      EXPECT_FALSE(service.at_pointer(pointer).text().empty()) << pointer;
    if (service.find("name").text() != "架空いきいき体操") continue;
    EXPECT_EQ(service.at_pointer("/schedules/0/freq").text(), "MONTHLY");
    EXPECT_EQ(service.at_pointer("/schedules/0/byday").text(), "1TH,3TH");
    EXPECT_EQ(service.at_pointer("/schedules/0/opens_at").text(), "10:00");
    EXPECT_EQ(service.find("minimum_age").integer(), 65);
    EXPECT_EQ(service.find("assured_date").text(), "2026-04-01");
  }
  EXPECT_EQ(to_hsds(given_out()), text) << "ids are the same each time";
}

TEST_F(Resources, leave_out_what_is_for_staff_and_whom_they_call_R84) {
  ASSERT_TRUE(edit("おひさまひろば", {.contact = "架空の携帯 090-0000-0000", .note = "覚え書き"})
                  .has_value());
  ASSERT_TRUE(edit("まちなか保健室", {.staff_only = true}).has_value());
  ASSERT_TRUE(edit("架空製作所", {.staff_only = false}).has_value());
  for (const auto& text : {csv(), to_hsds(given_out())}) {
    EXPECT_THAT(text, HasSubstr("おひさまひろば"));
    for (const auto* hidden :
         {"架空製作所", "架空フードバンク", "まちなか保健室", "090-0000-0000", "覚え書き"})
      EXPECT_THAT(text, Not(HasSubstr(hidden)));
  }
}

TEST_F(Resources, are_inert_in_a_spreadsheet) {
  ASSERT_TRUE(register_resource(*context, own("=HYPERLINK(1)", "public"), officer).has_value());
  EXPECT_THAT(csv(), HasSubstr("\"'=HYPERLINK(1)\""));
}

}  // namespace
}  // namespace hub::service
