// New projects, and the way of a record through the adapter `table` in a process of its own.
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "hub/workshop/golden_check.hpp"
#include "hub/workshop/project.hpp"
#include "hub/workshop/suite.hpp"
#include "hub/workshop/trial.hpp"
#include "tests/places.hpp"

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::SizeIs;

const fs::path source = tests::in_source();
const fs::path program = tests::in_build("/tsunagu");
const fs::path example = source / "examples/consultation_list";

class Workshop : public testing::Test {
 protected:
  Workshop() {
    std::string name = (fs::temp_directory_path() / "tsunagu-workshop-XXXXXX").string();
    folder = ::mkdtemp(name.data());
  }
  ~Workshop() override { fs::remove_all(folder); }

  static std::unique_ptr<Subject> subject(const fs::path& mapping) {
    SubjectWish wish;
    wish.mapping = mapping;
    auto opened = Subject::open(wish, program, profile::Language::en);
    if (!opened) throw std::runtime_error(opened.error().text());
    return std::move(*opened);
  }
  static std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static base::Kind refusal(const NewProject& project, const fs::path& to) {
    const auto made = make_project(project, to, program);
    EXPECT_FALSE(made);
    return made ? base::Kind::internal : made.error().kind();
  }

  fs::path folder;
};

TEST_F(Workshop, names_a_new_project_in_every_file_and_keeps_its_delivery) {
  const auto made = make_project({"mimamori", "kaigo", ProjectFormat::csv}, folder / "m", program);
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_THAT(*made, Contains(folder / "m/testdata/in/mimamori_20260410.csv"));
  for (const fs::path& file : *made) {
    if (file.parent_path().filename() == "in") continue;
    EXPECT_THAT(text_of(file), Not(HasSubstr("sample_list"))) << file;
  }
  EXPECT_THAT(text_of(folder / "m/manifest.hpp"), HasSubstr(R"("fields": ["kaigo"])"));
  EXPECT_EQ(text_of(folder / "m/testdata/in/mimamori_20260410.csv"),
            text_of(source / "sdk/scaffold/csv/testdata/in/sample_list_20260410.csv"));
}

TEST_F(Workshop, refuses_a_name_that_is_no_id_and_a_folder_that_is_there) {
  EXPECT_EQ(refusal({"Mimamori", "kaigo"}, folder / "x"), base::Kind::invalid);
  EXPECT_EQ(refusal({"../up", "kaigo"}, folder / "x"), base::Kind::invalid);
  EXPECT_EQ(refusal({"mimamori", "介護"}, folder / "x"), base::Kind::invalid);
  EXPECT_EQ(refusal({"mimamori", "kaigo"}, folder), base::Kind::conflict);
}

TEST_F(Workshop, makes_a_mapping_that_passes_its_own_golden_files) {
  ASSERT_TRUE(make_project({"mimamori", "kaigo", ProjectFormat::yaml}, folder / "m", program));
  const auto results =
      check_golden(*subject(folder / "m/mapping.yaml"), folder / "m/testdata", false);
  ASSERT_TRUE(results) << results.error().text();
  ASSERT_THAT(*results, SizeIs(1));
  EXPECT_EQ((*results)[0].differs, "");
  EXPECT_THAT(junit("m", *results), HasSubstr(R"(tests="1" failures="0")"));
}

TEST_F(Workshop, tells_where_a_golden_file_differs) {
  fs::copy(example, folder / "e", fs::copy_options::recursive);
  std::ofstream(folder / "e/testdata/expected/soudan_20260410.csv.rejects", std::ios::app)
      << "more <&\n";
  const auto adapter = subject(example / "mapping.yaml");
  auto results = check_golden(*adapter, folder / "e/testdata", false);
  ASSERT_TRUE(results);
  EXPECT_THAT((*results)[0].differs, HasSubstr("more <&"));
  EXPECT_THAT(junit("e", *results),
              AllOf(HasSubstr("failures=\"1\""), HasSubstr("more &lt;&amp;")));
  results = check_golden(*adapter, folder / "e/testdata", true);
  EXPECT_EQ((*results)[0].differs, "");
}

TEST_F(Workshop, lists_every_mistake_of_a_mapping_with_its_line) {
  std::ofstream(folder / "mapping.yaml")
      << "columns: [a]\nrecords: [{kind: persn, key: x, fields: {}}]\n"
         "encodings: [utf8]\n";
  SubjectWish wish;
  wish.mapping = folder / "mapping.yaml";
  const auto opened = Subject::open(wish, program, profile::Language::en);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().text(), HasSubstr("mapping.yaml:2:18"));
  EXPECT_THAT(opened.error().text(), HasSubstr("did you mean: person?"));
}

const TriedField& field(const TriedRecord& record, const std::string& pointer) {
  for (const TriedField& one : record.fields)
    if (one.pointer == pointer) return one;
  throw std::runtime_error("no field " + pointer);
}

TEST_F(Workshop, shows_a_record_from_its_bytes_to_the_gate) {
  const auto adapter = subject(example / "mapping.yaml");
  const auto bytes = read_delivery(example / "testdata/in/soudan_20260410.csv");
  const auto outcome = adapter->decode(*bytes, "soudan_20260410.csv");
  ASSERT_TRUE(outcome);
  const auto tables = normalize::Tables::load(source / "config/data");
  const auto tried = [&](std::size_t at) {
    return try_record(outcome->records[at], adapter->manifest(), outcome->feed, {}, *tables);
  };

  const RawText raw(*bytes, adapter->encodings(outcome->feed));
  EXPECT_EQ(raw.encoding(), "cp932");
  EXPECT_THAT(std::string(raw.line(3)), HasSubstr("髙橋　トミ"));

  const auto person = tried(0);
  EXPECT_THAT(person.errors, IsEmpty());
  EXPECT_EQ(person.match_keys[0].key, "高橋トミ");
  EXPECT_EQ(field(person, "/names/0/fullName").consented.decision, domain::Decision::allow);
  EXPECT_EQ(field(person, "/names/0/fullName").unconsented.reason, domain::Reason::no_consent);
  EXPECT_TRUE(field(person, "/extra/1/text").labels.has(domain::Item::tax));
  EXPECT_EQ(field(person, "/extra/1/text").consented.decision, domain::Decision::deny);

  const auto hidden = tried(6);
  EXPECT_EQ(field(hidden, "/addresses/0/fullAddress").consented.decision, domain::Decision::mask);

  const auto abuse = tried(12);
  EXPECT_EQ(field(abuse, "/caller/relationship").consented.reason, domain::Reason::informant);
}

TEST_F(Workshop, finds_the_feed_by_the_files_name_as_a_drop_folder_does) {
  SubjectWish wish;
  wish.module = fs::path(tests::in_build("/adapters/adapter_kaigo.so"));
  const auto kaigo = Subject::open(wish, program, profile::Language::en);
  ASSERT_TRUE(kaigo) << kaigo.error().text();
  const auto feed = [&](const char* name) { return (*kaigo)->decode("", name)->feed; };
  EXPECT_EQ(feed("up2kyo_202604.csv"), "care_plan");
  EXPECT_EQ(feed("LIFE_SERVICE_USER_INFO_1.csv"), "life");
  EXPECT_EQ(feed("other.csv"), "consultations") << "the first";
}

/// As the hub labels them: 個人情報保護法2条3項, and material of a 要対協 stays there.
TEST_F(Workshop, tells_the_labels_that_a_record_bears_by_what_it_says) {
  const auto tables = normalize::Tables::load(source / "config/data");
  const auto tried = [&](const std::string& json) {
    return try_record({json, 1}, {}, "", {}, *tables);
  };
  const auto dementia = tried(R"({"kind":"concern","code":"DEMENTIA"})");
  EXPECT_TRUE(field(dementia, "/code").labels.has(domain::Item::special_care));
  const auto food = tried(R"({"kind":"concern","code":"FOOD"})");
  EXPECT_FALSE(field(food, "/code").labels.has(domain::Item::special_care));

  const auto convener = [&](const std::string& forum) {
    const auto meeting = R"({"kind":"conference","convener":"真狩村","forum":")" + forum + R"("})";
    const auto read = tried(meeting);
    return field(read, "/convener").consented.decision;
  };
  EXPECT_EQ(convener("J-KAIGI"), domain::Decision::allow);
  EXPECT_EQ(convener("YOUTAIKYO"), domain::Decision::deny);
}

TEST_F(Workshop, judges_by_the_settings_as_the_adapter_gets_them) {
  const auto adapter = subject(example / "mapping.yaml");
  EXPECT_THAT(adapter->settings(), Contains(Pair("provenance", "self")));
}

TEST_F(Workshop, names_what_the_schema_refuses) {
  const auto tables = normalize::Tables::load(source / "config/data");
  const auto wrong =
      try_record({R"({"kind":"person","schemaVersion":"1","recordKey":"a","sex":"3"})", 1}, {}, "",
                 {}, *tables);
  ASSERT_THAT(wrong.errors, SizeIs(1));
  EXPECT_THAT(wrong.errors[0], HasSubstr("/sex"));
  EXPECT_THAT(try_record({"no", 1}, {}, "", {}, *tables).errors, SizeIs(1));
}

TEST_F(Workshop, lets_the_suite_sample_the_golden_files_where_a_project_has_no_plan) {
  fs::create_directories(folder / "p/testdata");
  fs::copy(example / "testdata/in", folder / "p/testdata/in");
  const auto mapped = subject(example / "mapping.yaml");
  fs::path plan;
  {
    const auto run = SuiteRun::prepare(*mapped, folder / "p");
    ASSERT_TRUE(run) << run.error().text();
    const auto arguments = (*run)->arguments(profile::Language::ja);
    EXPECT_EQ(fs::path(arguments[0]).filename(), "adapter_table.so");
    plan = arguments[2];
    for (const char* part : {R"("feed":"full")", R"("feed":"append")", R"("header_line":2)",
                             R"("layout":"csv")", R"("encoding":"cp932")", "soudan_20260410.csv"})
      EXPECT_THAT(text_of(plan), HasSubstr(part));
    EXPECT_THAT(text_of(arguments[4]), HasSubstr(R"({"mapping":"{)"));
    EXPECT_EQ((*run)->report(), "");
  }
  EXPECT_FALSE(fs::exists(plan.parent_path()));
}

TEST_F(Workshop, gives_the_suite_the_settings_that_were_given_and_no_defaults) {
  SubjectWish wish;
  wish.module = tests::in_build("/adapters/adapter_kaigo.so");
  wish.settings =
      settings_of({"columns.氏名漢字=名前", "absent_columns=電話番号", "absent_columns=住所"});
  const auto kaigo = Subject::open(wish, program, profile::Language::en);
  ASSERT_TRUE(kaigo) << kaigo.error().text();
  const auto run = SuiteRun::prepare(**kaigo, example);
  ASSERT_TRUE(run) << run.error().text();
  EXPECT_EQ(text_of((*run)->arguments(profile::Language::en)[4]),
            R"({"absent_columns":["電話番号","住所"],"columns.氏名漢字":"名前"})");
}

TEST_F(Workshop, gives_the_suite_the_plan_of_the_project) {
  const auto mapped = subject(example / "mapping.yaml");
  const auto run = SuiteRun::prepare(*mapped, example);
  ASSERT_TRUE(run) << run.error().text();
  EXPECT_EQ((*run)->arguments(profile::Language::en)[2], example / "conformance.json");
}

TEST_F(Workshop, makes_no_project_under_a_name_that_can_not_work) {
  for (const char* name : {"class", "kaigo", "Kaigo", "9a", ""})
    EXPECT_EQ(refusal({name, "kaigo", ProjectFormat::csv}, folder / "new"), base::Kind::invalid)
        << name;
  EXPECT_FALSE(fs::exists(folder / "new"));
}

TEST(Junit, tells_a_suite_that_did_not_come_to_its_report) {
  EXPECT_THAT(junit_of("x", {{"a.csv", ""}}, ""), HasSubstr("<error message="));
}

TEST(Junit, holds_both_reports) {
  const std::string both =
      junit_of("x", {{"a.csv", ""}}, "<?xml version=\"1.0\"?>\n<testsuite name=\"suite\"/>\n");
  EXPECT_THAT(both, HasSubstr("<testsuites>\n<testsuite name=\"x\" tests=\"1\""));
  EXPECT_THAT(both, HasSubstr("<testsuite name=\"suite\"/>\n</testsuites>"));
  EXPECT_EQ(both.find("<?xml", 1), std::string::npos);
}

}  // namespace
}  // namespace hub::workshop
