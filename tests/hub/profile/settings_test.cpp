#include "hub/profile/settings.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "hub/profile/configuration.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view right = R"(data: data
municipality: m
shared: .
adapters: adapters
listen: [{address: 127.0.0.1, port: 0}]
admin_socket: admin.sock
secrets: {folder: secrets}
)";

/// hub.yaml in a folder of its own.
class Written {
 public:
  Written(const std::string& name, const std::string& text)
      : folder_(fs::path(testing::TempDir()) / ("settings_" + name)) {
    fs::create_directories(folder_);
    std::ofstream(folder_ / "hub.yaml", std::ios::binary) << text;
  }
  ~Written() { fs::remove_all(folder_); }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;

  [[nodiscard]] fs::path folder() const { return folder_; }
  [[nodiscard]] fs::path file() const { return folder_ / "hub.yaml"; }

 private:
  fs::path folder_;
};

std::string only_code(const std::string& name, const std::string& text, int line) {
  const Written written(name, text);
  Problems problems;
  read_settings(written.file(), problems);
  if (problems.all().size() != 1) return std::to_string(problems.all().size()) + " problems";
  EXPECT_EQ(problems.all()[0].at.line, line);
  return problems.all()[0].code;
}

TEST(Settings, paths_count_from_the_files_folder) {
  const Written written("paths", std::string(right));
  const auto settings = load_settings(written.file());
  ASSERT_TRUE(settings.has_value()) << settings.error().text();
  EXPECT_EQ(settings->data, written.folder() / "data");
  EXPECT_EQ(settings->secrets.folder, written.folder() / "secrets");
  EXPECT_FALSE(settings->clock.start.has_value());
}

TEST(Settings, officers_work_for_desks_that_there_are_and_stand_there_once) {
  const Written written("officers", std::string(right) +
                                        "officers:\n"
                                        "  - {user: sato, desk: d1, decides: true}\n"
                                        "  - {user: ito, desk: d1}\n"
                                        "  - {user: sato, desk: d2}\n");
  Problems problems;
  const auto settings = read_settings(written.file(), problems);
  ASSERT_TRUE(problems.empty());
  ASSERT_EQ(settings.officers.size(), 3U);
  EXPECT_TRUE(settings.officers[0].decides);
  EXPECT_FALSE(settings.officers[1].decides);
  Profile profile;
  profile.desks.emplace_back().code = "d1";
  check_officers(settings, profile, problems);
  ASSERT_EQ(problems.all().size(), 2U);
  EXPECT_EQ(problems.all()[0].code, "bad_reference");
  EXPECT_EQ(problems.all()[1].code, "duplicate");
}

TEST(Settings, a_demonstration_starts_its_clock) {
  const Written written("clock", std::string(right) + "clock: {start: 2026-04-10T01:02:03Z}\n");
  const auto settings = load_settings(written.file());
  ASSERT_TRUE(settings.has_value()) << settings.error().text();
  ASSERT_TRUE(settings->clock.start.has_value());
  EXPECT_EQ(base::rfc3339(*settings->clock.start), "2026-04-10T01:02:03.000Z");
}

TEST(Settings, limits_can_be_lowered_and_never_raised) {
  const std::string text(right);
  EXPECT_EQ(only_code("raised", text + "limits: {connections: 1025}\n", 8), "limit_raised");
  EXPECT_EQ(only_code("none", text + "limits: {connections: 0}\n", 8), "limit_raised");
  const Written written("lowered", text + "limits: {connections: 1024}\n");
  EXPECT_EQ(load_settings(written.file())->limits.connections, 1024);
}

TEST(Settings, what_an_adapter_may_cost_has_a_range) {
  const std::string text(right);
  EXPECT_EQ(only_code("memory", text + "adapter_limits: {memory_bytes: 536870913}\n", 8),
            "adapter_limit");
  EXPECT_EQ(only_code("pause", text + "adapter_limits: {first_pause_ms: 9}\n", 8), "adapter_limit");
  const Written written("costs", text + "adapter_limits: {idle_ms: 500, cpu_s: 7}\n");
  const auto settings = load_settings(written.file());
  ASSERT_TRUE(settings.has_value()) << settings.error().text();
  const auto in_force = limits_in_force({.idle_ms = 300}, settings->adapter_limits);
  EXPECT_EQ(in_force.idle_ms, 300) << "the source's own word";
  EXPECT_EQ(in_force.cpu_s, 7) << "the hub's";
  EXPECT_EQ(in_force.deaths_to_quarantine, 3) << "neither says it";
}

TEST(Settings, publishers_are_read_from_their_file_and_a_bad_key_is_named_with_its_line) {
  const std::string key(43, 'A');
  const Written written("publishers", std::string(right) + "publishers: p\nsigned_only: true\n" +
                                          "adapter_keepers: keepers\n");
  std::ofstream(written.folder() / "p") << "# vendors\n" << key << "= # A社\r\n\n";
  Problems none;
  const auto settings = read_settings(written.file(), none);
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(settings.publishers.keys, std::vector{key + "="});
  EXPECT_TRUE(settings.signed_only);
  EXPECT_EQ(settings.adapter_keepers, written.folder() / "keepers");

  std::ofstream(written.folder() / "p") << key << "=\n" << key << "\n";
  Problems bad;
  read_settings(written.file(), bad);
  ASSERT_EQ(bad.all().size(), 1U);
  EXPECT_EQ(bad.all()[0].code, "bad_publisher");
  EXPECT_NE(bad.all()[0].text.en.find("line 2"), std::string::npos);
  fs::remove(written.folder() / "p");
  EXPECT_EQ(only_code("no_publishers", std::string(right) + "publishers: p\n", 8),
            "publishers_unreadable");
}

TEST(Settings, an_open_port_without_tls_is_refused) {
  std::string text(right);
  text.replace(text.find("127.0.0.1"), 9, "0.0.0.0");
  EXPECT_EQ(only_code("tls", text, 5), "tls_missing");
}

TEST(Settings, secrets_have_one_place) {
  std::string text(right);
  text.replace(text.find("{folder: secrets}"), 17, "{systemd: true, folder: s}");
  EXPECT_EQ(only_code("secrets", text, 7), "secrets");
}

TEST(Settings, a_misspelt_key_stops_the_start) {
  EXPECT_EQ(only_code("key", std::string(right) + "brakes: {}\n", 8), "unknown_key");
}

TEST(Settings, thresholds_of_linkage_stand_in_order_and_in_reach) {
  const auto with = [](const std::string& linkage) {
    return std::string(right) + "linkage: {" + linkage + "}\n";
  };
  EXPECT_EQ(only_code("order", with("same: 6, perhaps: 6"), 8), "linkage_thresholds");
  EXPECT_EQ(only_code("reach", with("same: 61"), 8), "linkage_thresholds");
  EXPECT_EQ(only_code("depth", with("perhaps: -61"), 8), "linkage_thresholds");
  for (const auto* limit : {"most_in_block", "most_in_person"}) {
    EXPECT_EQ(only_code("few", with(std::string(limit) + ": 1"), 8), "linkage_limits") << limit;
    EXPECT_EQ(only_code("many", with(std::string(limit) + ": 1001"), 8), "linkage_limits") << limit;
  }
  EXPECT_EQ(only_code("word", with("most_in_blocks: 9"), 8), "unknown_key");
}

constexpr std::string_view asks_for_certificates = R"(data: data
municipality: m
shared: .
adapters: adapters
listen: [{address: 127.0.0.1, port: 0, tls_cert: hub-cert, tls_key: hub-key, client_ca: partners-ca}]
admin_socket: admin.sock
secrets: {folder: .}
)";

Profile pulling_by_certificate() {
  Profile profile;
  profile.partners.emplace_back().receives.emplace().pull_certificates = {std::string(64, 'a')};
  return profile;
}

std::string certificate_problem(const std::string& name, std::string_view text,
                                std::optional<std::string_view> ca = std::nullopt) {
  const Written written(name, std::string(text));
  if (ca) std::ofstream(written.folder() / "partners-ca") << *ca;
  Problems problems;
  const auto settings = read_settings(written.file(), problems);
  check_certificates(settings, pulling_by_certificate(), problems);
  return problems.empty() ? "" : problems.all().front().code;
}

TEST(Settings, a_partner_that_pulls_by_certificate_needs_a_port_that_asks_for_one) {
  EXPECT_EQ(certificate_problem("no_ca", right), "client_ca_missing");
  EXPECT_EQ(certificate_problem("ca", asks_for_certificates, "-----BEGIN CERTIFICATE-----\n"), "");
}

TEST(Settings, a_ca_that_cannot_be_read_is_named) {
  EXPECT_EQ(certificate_problem("absent_ca", asks_for_certificates), "client_ca_unreadable");
  EXPECT_EQ(certificate_problem("empty_ca", asks_for_certificates, ""), "client_ca_unreadable");
  EXPECT_EQ(certificate_problem("key_as_ca", asks_for_certificates, "-----BEGIN PRIVATE KEY-----"),
            "client_ca_unreadable");
  std::string systemd(asks_for_certificates);
  systemd.replace(systemd.find("{folder: .}"), 11, "{systemd: true}");
  EXPECT_EQ(certificate_problem("systemds_ca", systemd), "");
}

TEST(Settings, certificates_are_asked_for_over_tls_alone) {
  std::string text(right);
  text.replace(text.find("port: 0"), 7, "port: 0, client_ca: partners-ca");
  EXPECT_EQ(only_code("ca_without_tls", text, 5), "client_ca_without_tls");
}

TEST(Settings, an_endpoint_takes_the_place_of_the_profiles) {
  Settings settings;
  settings.endpoints.push_back({{"sakutomo", {}}, "http://127.0.0.1:4000/h", {"127.0.0.1"}, true});
  settings.endpoints.push_back({{"nobody", {}}, "https://x.example", {}, false});
  Problems problems;
  Profile profile =
      read_profile(fs::path(tests::in_source("/config/municipalities/sakura")), problems);
  apply_endpoints(settings, profile, problems);
  EXPECT_EQ(find_partner(profile, "sakutomo")->receives->url, "http://127.0.0.1:4000/h");
  ASSERT_EQ(problems.all().size(), 1U);
  EXPECT_EQ(problems.all()[0].code, "bad_reference");
}

}  // namespace
}  // namespace hub::profile
