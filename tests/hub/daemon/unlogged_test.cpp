// What can't be logged is not told: with a log that takes no row, no look at a person is answered.
// The control is the same with a log that does.
#include "hub/daemon/admin_verbs.hpp"
#include "tests/hub/service/household_fixture.hpp"

namespace hub::daemon {
namespace {

class Collected final : public http::ReplySink {
 public:
  [[nodiscard]] const std::string& asker() const override { return who; }
  bool line(std::string_view json) override {
    lines.emplace_back(json);
    return true;
  }
  std::vector<std::string> lines;
  std::string who = "operator/hanako";
};

/// The parameter: whether the log takes rows.
class Unlogged : public service::HouseholdFixture, public testing::WithParamInterface<bool> {
 protected:
  void SetUp() override {
    HouseholdFixture::SetUp();
    ports.emplace(AdminPorts{*context, {}, {}, {}, {}, {}, {}});
    verbs = admin_verbs(*ports);
  }
  void TearDown() override {
    verbs.clear();
    ports.reset();
    HouseholdFixture::TearDown();
  }
  void fill_the_log() {
    if (GetParam()) return;
    const auto full = database->write([](store::Transaction& tx) -> base::Result<> {
      tx.audit(entry("last.one"));
      tx.execute(
          "CREATE TRIGGER full BEFORE INSERT ON audit_contents "
          "BEGIN SELECT RAISE(ABORT, 'no room'); END");
      return {};
    });
    ASSERT_TRUE(full.has_value());
  }
  std::vector<std::string> ask(const std::string& verb, const std::string& rest = "") {
    Collected reply;
    (void)verbs.at(verb)(R"({"verb":")" + verb + '"' + rest + "}", reply);
    return reply.lines;
  }
  std::string first(const std::string& key, const std::string& list) {
    const auto parsed = tsunagu::json::parse_untrusted(ask(list).at(0));
    return ",\"" + key + R"(":")" + std::string(parsed.root().find(key).text()) + '"';
  }

  std::optional<AdminPorts> ports;
  http::AdminVerbs verbs;
};

TEST_P(Unlogged, no_look_at_a_person_is_answered) {
  const auto household = first("household", "household.list");
  const auto about = first("case", "case.list");
  const auto referral = first("referral", "referral.list");
  fill_the_log();
  EXPECT_EQ(!ask("household.show", household).empty(), GetParam());
  EXPECT_EQ(!ask("case.show", about).empty(), GetParam());
  EXPECT_EQ(!ask("referral.show", referral).empty(), GetParam());
  EXPECT_EQ(!ask("referral.explain", referral).empty(), GetParam());
}

/// A refusal that nobody could ever see is no refusal: the verb itself fails.
TEST_P(Unlogged, nothing_is_refused_unseen) {
  fill_the_log();
  Collected reply;
  const auto taken = verbs.at("decision.take")(R"({"verb":"decision.take","force":true})", reply);
  ASSERT_FALSE(taken.has_value());
  EXPECT_EQ(taken.error().kind() == base::Kind::invalid, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Log, Unlogged, testing::Bool(), [](const auto& log) {
  return std::string(log.param ? "that_takes_rows" : "that_is_full");
});

}  // namespace
}  // namespace hub::daemon
