// Two versions of a mapping over the same kept deliveries, each in a process of its own.
#include "hub/intake/compare.hpp"

#include <fstream>

#include "hub/profile/check.hpp"
#include "hub/profile/mapping.hpp"
#include "tests/hub/service/service_fixture.hpp"
#include "tests/places.hpp"
#include "tsunagu/mapping/json.hpp"

namespace hub::intake {
namespace {

constexpr std::string_view header = "番号,氏名,電話,受付日\n";

std::string mapping(const std::string& fields, const std::string& key = "{番号}") {
  return "encodings: [utf8]\nheader_line: 1\ncolumns: [番号, 氏名, 電話, 受付日]\nrecords:\n"
         "  - kind: person\n    key: \"" +
         key + "\"\n    fields: {name: 氏名" + fields + "}\n";
}

struct Told final : CompareSink {
  bool versions(const std::string& now, const std::string& then) override {
    return !now.empty() && !then.empty();
  }
  bool record(const base::ArrivalId&, const ComparedRecord& record) override {
    records.push_back(record);
    return true;
  }
  bool remark(const base::ArrivalId&, const ComparedRemark& remark) override {
    remarks.push_back(remark);
    return true;
  }
  bool delivery(const ComparedDelivery& delivery) override {
    deliveries.push_back(delivery);
    return true;
  }
  bool stays() override { return listens; }

  std::vector<ComparedRecord> records;
  std::vector<ComparedRemark> remarks;
  std::vector<ComparedDelivery> deliveries;
  bool listens = true;
};

class CompareVersions : public service::ServiceFixture {
 protected:
  void SetUp() override {
    auto changed = std::make_shared<service::Book>(*book);
    changed->settings.adapters = tests::in_build("/adapters");
    book = changed;
    context->exchange(book);
    source.code = "machinaka";
    source.adapter = profile::table_adapter;
    source.scope = profile::Scope::all_rows;
    source.feeds.emplace_back().name = "full";
    profile::Entry entry;
    entry.key = "mapping";
    entry.value.kind = profile::Node::Kind::scalar;
    source.config.entries.push_back(entry);
  }
  Version version(const std::string& yaml) {
    const auto file = scratch / "mapping.yaml";
    std::ofstream(file) << yaml;
    profile::Problems problems;
    const auto read = profile::read_mapping(file, problems);
    EXPECT_TRUE(problems.empty()) << profile::failure_of(problems).text();
    return {{}, tsunagu::mapping::write(read)};
  }
  void bring(const std::string& rows) {
    service::FeedPlan plan;
    plan.row =
        commit([&](store::Transaction& tx) { return store::ensure_feed(tx, source.code, "full"); });
    const auto kept = keep(plan, std::string(header) + rows);
    commit([&](store::Transaction& tx) {
      return store::set_arrival_state(tx, kept.row, kept.state, store::ArrivalState::refused);
    });
  }
  base::Result<> compare(const std::string& now, const std::string& then, std::size_t last = 5,
                         std::size_t most = most_leaves) {
    const Places places{tests::in_build("/tsunagu-adapter-host"), config_data()};
    const auto before = version(now);
    const auto after = version(then);
    told = {};
    return compare_versions(*context, {source, places, before, after, most}, last, told);
  }
  static std::filesystem::path config_data() { return service::config_folder() / "data"; }
  std::int64_t count(Difference difference) { return told.deliveries.at(0).counts[difference]; }

  profile::Source source;
  Told told;
};

TEST_F(CompareVersions, names_the_fields_that_change_record_by_record_and_no_value) {
  bring("1,例 花子,028-000-0000,\n2,例 太郎,,\n");
  ASSERT_TRUE(compare(mapping(""), mapping(", telephone: 電話")).has_value());
  ASSERT_EQ(told.records.size(), 1U);
  EXPECT_EQ(told.records[0].line, 2);
  EXPECT_EQ(told.records[0].difference, Difference::changed);
  ASSERT_FALSE(told.records[0].fields.empty());
  for (const auto& field : told.records[0].fields)
    EXPECT_TRUE(field.starts_with("/contacts/0/")) << field;
  EXPECT_EQ(told.deliveries.at(0).same, 1);
}

TEST_F(CompareVersions, control_the_same_mapping_changes_nothing) {
  bring("1,例 花子,028-000-0000,\n2,例 太郎,,\n");
  ASSERT_TRUE(compare(mapping(""), mapping("")).has_value());
  EXPECT_TRUE(told.records.empty());
  EXPECT_TRUE(told.remarks.empty());
  EXPECT_EQ(told.deliveries.at(0).same, 2);
}

TEST_F(CompareVersions, another_key_is_a_record_gone_and_one_added) {
  bring("1,例 花子,,\n");
  ASSERT_TRUE(compare(mapping(""), mapping("", "machinaka:{番号}")).has_value());
  EXPECT_EQ(count(Difference::added), 1);
  EXPECT_EQ(count(Difference::gone), 1);
  EXPECT_EQ(count(Difference::changed), 0);
}

TEST_F(CompareVersions, rejects_that_appear_or_vanish_are_told_with_their_line) {
  bring("1,例 花子,,32月\n");
  const auto strict = mapping(", birthday: 受付日");
  ASSERT_TRUE(compare(mapping(""), strict).has_value());
  ASSERT_FALSE(told.remarks.empty());
  EXPECT_TRUE(told.remarks[0].appears);
  EXPECT_EQ(told.remarks[0].remark.line, 2);
  ASSERT_TRUE(compare(strict, mapping("")).has_value());
  ASSERT_FALSE(told.remarks.empty());
  EXPECT_FALSE(told.remarks[0].appears);
}

TEST_F(CompareVersions, reads_a_large_delivery_in_parts_to_the_same_end) {
  std::string rows;
  for (int i = 1; i <= 200; ++i)
    rows += std::to_string(i) + ",例 花子," + (i % 2 == 0 ? "028-000-0000" : "") + ",\n";
  bring(rows);
  ASSERT_TRUE(compare(mapping(""), mapping(", telephone: 電話"), 5, 300).has_value());
  EXPECT_EQ(count(Difference::changed), 100);
  EXPECT_EQ(told.deliveries.at(0).same, 100);
  EXPECT_EQ(told.records.size(), 100U);
  EXPECT_EQ(told.deliveries.at(0).now.records, 200);
}

TEST_F(CompareVersions, looks_at_the_last_deliveries_the_oldest_of_them_first) {
  bring("1,例 花子,,\n");
  bring("2,例 花子,,\n");
  bring("3,例 花子,,\n4,例 太郎,,\n");
  ASSERT_TRUE(compare(mapping(""), mapping(""), 2).has_value());
  ASSERT_EQ(told.deliveries.size(), 2U);
  EXPECT_EQ(told.deliveries[0].same, 1);
  EXPECT_EQ(told.deliveries[1].same, 2);
}

TEST_F(CompareVersions, writes_nothing) {
  bring("1,例 花子,,\n");
  const auto rows = [this] {
    return look([](store::Reader& reader) { return store::list_entries(reader, 0, 1000).size(); });
  };
  const auto before = rows();
  ASSERT_TRUE(compare(mapping(""), mapping(", telephone: 電話")).has_value());
  EXPECT_EQ(rows(), before);
  const auto staged = std::filesystem::recursive_directory_iterator(scratch);
  for (const auto& file : staged)
    EXPECT_EQ(file.path().string().find("stag"), std::string::npos) << file.path();
}

TEST_F(CompareVersions, ends_when_nobody_listens_and_without_anything_kept) {
  EXPECT_EQ(compare(mapping(""), mapping("")).error().kind(), base::Kind::not_found);
  bring("1,例 花子,,\n");
  const Places places{tests::in_build("/tsunagu-adapter-host"), config_data()};
  const auto same = version(mapping(""));
  told.listens = false;
  const auto left = compare_versions(*context, {source, places, same, same}, 5, told);
  EXPECT_EQ(left.error().kind(), base::Kind::unavailable);
  EXPECT_TRUE(told.deliveries.empty());
}

}  // namespace
}  // namespace hub::intake
