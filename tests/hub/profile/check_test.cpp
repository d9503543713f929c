// One small right profile, and every way to spoil it: each check has the exact line, code and
// suggestion that an operator sees.
#include "hub/profile/check.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "hub/profile/configuration.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

namespace fs = std::filesystem;

const fs::path source = tests::in_source();

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// A copy of the small profile in a folder of its own.
class Copy {
 public:
  explicit Copy(const std::string& name)
      : folder_(fs::path(testing::TempDir()) / ("check_" + name)) {
    fs::remove_all(folder_);
    fs::copy(source / "tests/hub/profile/testdata/small", folder_);
  }
  ~Copy() { fs::remove_all(folder_); }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  void edit(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = content_of(folder_ / file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << file << " has no " << from;
    std::ofstream(folder_ / file, std::ios::binary) << text.replace(at, from.size(), to);
  }

  [[nodiscard]] Problems check() const {
    Problems problems;
    Law law;
    Profile profile;
    read_municipality(folder_, source / "config", law, profile, problems);
    problems.sort();
    return problems;
  }

 private:
  fs::path folder_;
};

TEST(Check, the_small_profile_is_clean) {
  Problems problems = Copy("clean").check();
  EXPECT_TRUE(problems.empty()) << failure_of(problems, Language::en).text();
}

struct Spoiled {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  int line;
  const char* code;
  const char* suggestion;
};

class EverySpoiled : public testing::TestWithParam<Spoiled> {};

TEST_P(EverySpoiled, is_found_at_its_line) {
  const Spoiled& spoiled = GetParam();
  const Copy copy(spoiled.name);
  copy.edit(spoiled.file, spoiled.from, spoiled.to);
  Problems problems = copy.check();
  ASSERT_FALSE(problems.empty());
  const Problem& first = problems.all().front();
  EXPECT_EQ(fs::path(first.at.file).filename(), spoiled.file);
  EXPECT_EQ(first.at.line, spoiled.line) << render(first, Language::en);
  EXPECT_EQ(first.code, spoiled.code) << render(first, Language::en);
  EXPECT_EQ(first.suggestion, spoiled.suggestion);
  EXPECT_FALSE(first.text.ja.empty());
  EXPECT_FALSE(first.text.en.empty());
  EXPECT_EQ(problems.all().size(), 1U) << failure_of(problems, Language::en).text();
}

std::string name_of(const testing::TestParamInfo<Spoiled>& test) {
  return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Municipality, EverySpoiled,
    testing::Values(
        Spoiled{"check_digit", "profile.yaml", "\"092142\"", "\"092143\"", 1, "bad_check_digit",
                "092142"},
        Spoiled{"insurers_number", "profile.yaml", "\"092142\"", "\"092148\"", 1, "bad_check_digit",
                "092142"},
        Spoiled{"five_digits", "profile.yaml", "\"092142\"", "\"09214\"", 1, "bad_code", ""},
        Spoiled{"unknown_key", "profile.yaml", "kana: さくらし", "kana: さくらし\nlabel: []", 4,
                "unknown_key", "labels"},
        Spoiled{"missing_key", "profile.yaml", "prefecture: 栃木県\n", "", 1, "missing_key", ""},
        Spoiled{"duplicate_key", "profile.yaml", "kana: さくらし", "kana: さくらし\nname: さくら",
                4, "duplicate_key", ""},
        Spoiled{"no_register", "profile.yaml", "{source: register}", "{}", 6, "protection_register",
                ""},
        Spoiled{"wrong_register", "profile.yaml", "{source: register}", "{source: kaigo}", 6,
                "protection_register", ""}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Agencies, EverySpoiled,
    testing::Values(Spoiled{"duplicate_code", "partners.yaml", "code: east", "code: sakutomo", 8,
                            "duplicate_code", ""},
                    Spoiled{"agency_of_nobody", "agencies.yaml",
                            "operator: keiyukai}\n  - {code: old",
                            "operator: keiyukei}\n  - {code: old", 5, "bad_reference", "keiyukai"},
                    Spoiled{"desk_without_agency", "agencies.yaml", "agency: sakutomo",
                            "agency: sakutom", 11, "bad_reference", "sakutomo"},
                    Spoiled{"desk_of_unknown_area", "agencies.yaml", "areas: [zenshi]",
                            "areas: [zensi]", 11, "bad_reference", "zenshi"},
                    Spoiled{"unknown_mode", "agencies.yaml", "mode: 直営", "mode: 直栄", 9,
                            "unknown_value", "直営"},
                    Spoiled{"unknown_item", "agencies.yaml", "statute: 第5号", "statute: 第6号", 11,
                            "unknown_value", "第1号"},
                    Spoiled{"impossible_day", "agencies.yaml",
                            "until: 2024-03-31}\n  - {code: sakutomo",
                            "until: 2024-02-30}\n  - {code: sakutomo", 6, "wrong_shape", ""},
                    Spoiled{"reversed", "agencies.yaml", "section: fukushi, until",
                            "section: fukushi, from: 2025-01-01, until", 6, "period_reversed", ""}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Areas, EverySpoiled,
    testing::Values(
        Spoiled{"overlapping_area", "areas.yaml", "name: 押上", "name: 鍛冶ケ澤", 12,
                "overlapping_area", ""},
        Spoiled{"unknown_town", "areas.yaml", "name: 押上", "name: 押上一丁目", 12, "unknown_town",
                ""},
        Spoiled{"town_slip", "areas.yaml", "name: 鍛冶ケ澤", "name: 鍛治ケ澤", 7, "unknown_town",
                "鍛冶ケ澤"},
        Spoiled{"area_without_towns", "areas.yaml",
                "    towns:\n      - {name: 押上, source: assumption}\n", "", 8, "area_shape", ""},
        Spoiled{"unmarked_town", "areas.yaml", ", source: plan", "", 7, "missing_key", ""},
        Spoiled{"route_to_nowhere", "areas.yaml", "[old-east-1, east-1]", "[old-east-1, est-1]", 14,
                "bad_reference", "east-1"},
        Spoiled{"route_to_other_field", "areas.yaml", "[old-east-1, east-1]",
                "[old-east-1, east-1, takikan]", 14, "desk_of_other_field", ""},
        Spoiled{"route_out_of_time", "areas.yaml", "east-1]}", "east-1], from: 2025-01-01}", 14,
                "desk_out_of_time", ""},
        Spoiled{"not_a_coordinator", "areas.yaml", "desk: takikan", "desk: east-1", 16,
                "not_a_coordinator", ""}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Forums, EverySpoiled,
    testing::Values(Spoiled{"unknown_basis", "forums.yaml", "basis: J-KAIGI", "basis: J-KAIGY", 4,
                            "unknown_basis", "J-KAIGI"},
                    Spoiled{"unlawful_convener", "forums.yaml", "convener: fukushi",
                            "convener: takikan", 13, "unlawful_convener", ""},
                    Spoiled{"no_function", "forums.yaml", "    functions: [{basis: J-KAIGI}]\n", "",
                            2, "forum_without_function", ""},
                    Spoiled{"function_without_persons", "forums.yaml", "    triggers: [create]",
                            "    personal_data: false", 2, "function_without_persons", ""},
                    Spoiled{"no_secrecy", "forums.yaml",
                            "    secrecy: {basis: 誓約, binds: 出席者}\n", "", 2, "secrecy_missing",
                            ""},
                    Spoiled{"no_choice", "forums.yaml", "[{basis: SHIEN-KAIGI}]",
                            "[{basis: SHIEN-KAIGI}, {basis: J-KAIGI}]", 10, "choice", ""},
                    Spoiled{"unknown_trigger", "forums.yaml", "[create]", "[creat]", 2,
                            "unknown_trigger", "create"},
                    Spoiled{"member_of_nowhere", "forums.yaml", "party: east", "party: eest", 23,
                            "bad_reference", "east"},
                    Spoiled{"unknown_kind", "forums.yaml", "kind: contractor", "kind: contracter",
                            23, "unknown_value", "contractor"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Sources, EverySpoiled,
    testing::Values(
        Spoiled{"no_ground", "sources.yaml",
                "    intake_basis: {ground: 69条2項2号, organ: 市長, decided_by: 福祉課長, "
                "decided_on: 2024-04-01, document_number: 例-2}\n",
                "", 10, "intake_basis_missing", ""},
        Spoiled{"ground_without_number", "sources.yaml", ", document_number: 例-2", "", 18,
                "missing_key", ""},
        Spoiled{"no_adapter", "sources.yaml", "    adapter: kaigo\n", "", 10, "missing_key", ""},
        Spoiled{"no_folder", "sources.yaml", "folder: kaigo, ", "", 17, "missing_key", ""},
        Spoiled{"folder_outside", "sources.yaml", "folder: kaigo", "folder: ../etc", 17,
                "folder_outside", ""},
        Spoiled{"folder_twice", "sources.yaml", "folder: kaigo, files: \"K_*.csv\"",
                "folder: register, files: \"*.csv\"", 17, "folder_twice", ""},
        Spoiled{"plain_poll", "sources.yaml", "drop_folder, folder: kaigo, files: \"K_*.csv\"",
                "poll, url: \"http://a.example\", addresses: [192.0.2.1], credential: k", 17,
                "missing_key", ""},
        Spoiled{"poll_to_nowhere", "sources.yaml", "drop_folder, folder: kaigo, files: \"K_*.csv\"",
                "poll, url: \"https://a.example\", credential: k", 17, "missing_key", ""},
        Spoiled{"poll_with_a_path_as_ca", "sources.yaml",
                "drop_folder, folder: kaigo, files: \"K_*.csv\"",
                "poll, url: \"https://a.example\", addresses: [192.0.2.1], credential: k, ca: "
                "/etc/ca.pem",
                17, "secret_name", ""},
        Spoiled{"encoding_with_a_hyphen", "sources.yaml", "[cp932]", "[utf-8]", 17,
                "unknown_encoding", "utf8"},
        Spoiled{"register_of_any_encoding", "sources.yaml", ", encodings: [utf8]", "", 8,
                "missing_key", ""},
        Spoiled{"unknown_encoding", "sources.yaml", "[cp932]", "[cp923]", 17, "unknown_encoding",
                "cp932"},
        Spoiled{"unknown_scope", "sources.yaml", "scope: all_rows\n    brake",
                "scope: all_row\n    brake", 15, "unknown_value", "all_rows"},
        Spoiled{"brake_of_everything", "sources.yaml", "gone_percent: 20", "gone_percent: 0", 10,
                "bad_percent", ""},
        Spoiled{"silent_for_ever", "sources.yaml", "    brake: {gone_percent: 20}",
                "    adapter_limits: {idle_ms: 30001}", 16, "adapter_limit", "30000"},
        Spoiled{"no_death_is_enough", "sources.yaml", "    brake: {gone_percent: 20}",
                "    adapter_limits: {deaths_to_quarantine: 0}", 16, "adapter_limit", "1"},
        Spoiled{"unknown_adapter_limit", "sources.yaml", "    brake: {gone_percent: 20}",
                "    adapter_limits: {idel_ms: 300}", 16, "unknown_key", "idle_ms"},
        Spoiled{"push_to_nowhere", "sources.yaml", "    brake: {gone_percent: 20}",
                "    may_push: [referral_accepted]", 16, "push_without_folder", ""},
        Spoiled{"unknown_era", "sources.yaml", "    brake: {gone_percent: 20}",
                "    era_digits: {1: 大生}", 16, "unknown_value", "大正"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Partners, EverySpoiled,
    testing::Values(
        Spoiled{"secret_itself", "partners.yaml", "[in-key]", "[whsec_MfKQ9r8G]", 6, "secret_name",
                ""},
        Spoiled{"three_keys", "partners.yaml", "[in-key]", "[a, b, c]", 6, "webhook_keys", ""},
        Spoiled{"plain_http", "partners.yaml", "https://", "http://", 7, "bad_url", ""},
        Spoiled{"no_addresses", "partners.yaml", "[192.0.2.1]", "[]", 7, "addresses_missing", ""},
        Spoiled{"no_signing_key", "partners.yaml", "[out-key]", "[]", 7, "webhook_keys", ""},
        Spoiled{"no_way_to_pull", "partners.yaml", ", pull_api_key: pull-key", "", 7,
                "pull_missing", ""},
        Spoiled{"certificate_by_name", "partners.yaml", "pull_api_key: pull-key",
                "pull_certificates: [\"CN=partner\"]", 7, "pull_certificates", ""},
        Spoiled{"desk_of_two", "partners.yaml", "[east-1]", "[takikan]", 11, "desk_of_two_partners",
                ""},
        Spoiled{"unknown_desk", "partners.yaml", "[east-1]", "[east-2]", 11, "bad_reference",
                "east-1"}),
    name_of);

constexpr const char* printed_fingerprint =
    "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:"
    "89";

TEST(Check, a_certificate_is_known_by_the_fingerprint_as_openssl_prints_it) {
  const Copy copy("fingerprint");
  copy.edit("partners.yaml", "pull_api_key: pull-key",
            "pull_certificates: [\"" + std::string(printed_fingerprint) + "\"]");
  EXPECT_TRUE(copy.check().empty());
}

TEST(Check, no_two_partners_share_a_certificate) {
  const Copy copy("two_certificates");
  const auto certificate = "pull_certificates: [\"" + std::string(printed_fingerprint) + "\"]}";
  copy.edit("partners.yaml", "pull_api_key: pull-key}", certificate);
  copy.edit("partners.yaml", "keys: [east-key]}",
            "keys: [east-key]}\n    receives: {url: \"https://b.example/hook\", addresses: "
            "[192.0.2.2], keys: [east-out], " +
                certificate);
  const auto problems = copy.check();
  ASSERT_EQ(problems.all().size(), 1U);
  EXPECT_EQ(problems.all()[0].code, "certificate_of_two_partners");
}

TEST(Check, a_gap_in_time_is_found_at_the_later_desk_and_in_the_succession) {
  const Copy copy("gap");
  copy.edit("agencies.yaml", "from: 2024-04-01", "from: 2024-05-01");
  const Problems problems = copy.check();
  ASSERT_EQ(problems.all().size(), 2U);
  EXPECT_EQ(problems.all()[0].code, "succession");
  EXPECT_EQ(problems.all()[0].suggestion, "from: 2024-04-01");
  EXPECT_EQ(problems.all()[1].code, "gap_in_time");
  EXPECT_EQ(problems.all()[1].at.line, 10);
  EXPECT_NE(problems.all()[1].text.en.find("2024-04-01 to 2024-04-30"), std::string::npos);
}

TEST(Check, a_field_without_a_route_is_found) {
  const Copy copy("unrouted");
  copy.edit("agencies.yaml", "fields: [sogo], statute: 第5号", "fields: [sogo], statute: 第1号");
  const Problems problems = copy.check();
  ASSERT_EQ(problems.all().size(), 3U);  // nor is it a coordinator, nor may it convene any more
  EXPECT_EQ(problems.all()[0].code, "field_without_route");
  EXPECT_EQ(problems.all()[0].at.line, 11);
}

TEST(Check, a_missing_file_is_named) {
  const Copy copy("missing");
  Problems problems;
  load_yaml(fs::path(testing::TempDir()) / "no_such_profile.yaml", problems);
  ASSERT_EQ(problems.all().size(), 1U);
  EXPECT_EQ(problems.all()[0].code, "missing_file");
}

}  // namespace
}  // namespace hub::profile
