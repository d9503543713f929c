#include "hub/daemon/audit_keeper.hpp"

#include "hub/store/audit_log.hpp"
#include "hub/store/audit_notes.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::daemon {
namespace {

using base::Kind;
using base::Result;

class AuditKeeperTest : public service::ServiceFixture {
 protected:
  AuditKeeperTest() {
    keeper = std::make_unique<AuditKeeper>(*database, key,
                                           [this](std::string_view body) { return answer(body); });
  }
  Result<std::string> answer(std::string_view body) {
    ++asked;
    if (silent) return base::fail(Kind::unavailable, "no signer");
    auto checkpoint = *audit::from_body(body);
    checkpoint.head.seq += lies ? 1 : 0;
    return audit::sign_note(checkpoint, signer);
  }
  std::int64_t rows() {
    return look([](store::Reader& reader) { return store::audit_head(reader).seq; });
  }
  store::AuditReport verify() {
    return look([&](store::Reader& reader) { return store::verify_audit(reader, {key, {}}); });
  }

  crypto::Signer signer{crypto::bytes_of(std::string(32, 's'))};
  audit::VerifierKey key{"sakura.example/audit", signer.public_key()};
  int asked = 0;
  bool silent = false;
  bool lies = false;
  std::unique_ptr<AuditKeeper> keeper;
};

TEST_F(AuditKeeperTest, keeps_a_checkpoint_over_all_rows) {
  ASSERT_TRUE(keeper->beat().has_value());
  EXPECT_EQ(verify().signed_rows, rows());
  EXPECT_FALSE(verify().broken);
}

TEST_F(AuditKeeperTest, writes_a_heartbeat_only_where_nothing_else_was_written) {
  ASSERT_TRUE(keeper->beat().has_value());
  EXPECT_TRUE(audited("audit.heartbeat").empty());
  ASSERT_TRUE(keeper->beat().has_value());
  EXPECT_EQ(audited("audit.heartbeat").size(), 1U);
  EXPECT_EQ(verify().signed_rows, rows());
}

TEST_F(AuditKeeperTest, signs_a_log_that_stands_still_once) {
  ASSERT_TRUE(keeper->sign().has_value());
  ASSERT_TRUE(keeper->sign().has_value());
  EXPECT_EQ(asked, 1);
}

TEST_F(AuditKeeperTest, a_silent_signer_is_told_and_asked_again) {
  silent = true;
  EXPECT_EQ(keeper->beat().error().kind(), Kind::unavailable);
  silent = false;
  EXPECT_TRUE(keeper->beat().has_value());
  EXPECT_EQ(verify().signed_rows, rows());
}

TEST_F(AuditKeeperTest, keeps_no_note_about_another_log_than_ours) {
  lies = true;
  EXPECT_EQ(keeper->sign().error().kind(), Kind::conflict);
  EXPECT_FALSE(look([](store::Reader& reader) { return store::last_note(reader); }));
}

TEST_F(AuditKeeperTest, signs_once_more_when_it_stops) {
  keeper->start(std::chrono::hours(1));
  keeper->stop();
  EXPECT_EQ(verify().signed_rows, rows());
}

TEST_F(AuditKeeperTest, refuses_a_key_that_is_none) {
  profile::AuditSettings settings;
  settings.signer = scratch / "socket";
  settings.key = "sakura.example/audit";
  EXPECT_EQ(AuditKeeper::open(*database, settings).error().kind(), Kind::invalid);
}

TEST_F(AuditKeeperTest, without_a_signer_there_are_heartbeats_alone) {
  const auto alone = AuditKeeper::open(*database, {}).value();
  ASSERT_TRUE(alone->beat().has_value());
  ASSERT_TRUE(alone->beat().has_value());
  EXPECT_EQ(audited("audit.heartbeat").size(), 1U);
  EXPECT_EQ(alone->sign().error().kind(), Kind::unavailable);
}

}  // namespace
}  // namespace hub::daemon
