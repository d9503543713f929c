#include "hub/delivery/desk_push.hpp"

#include <future>

#include "tests/hub/service/answering_fixture.hpp"

namespace hub::delivery {
namespace {

using adapter::PushSummary;
using base::Result;

/// An answer to a referral that the desk's own system made, on its way back there.
class PushingBack : public service::Answering {
 protected:
  PushingBack() {
    refer_hanako();
    row_ = referrals().at(0).row;
    answer("accepted");
  }

  /// One round: the adapter is asked once, and what it says is settled.
  std::string push_once(const Result<PushSummary>& said) {
    std::promise<void> asked;
    testing::internal::CaptureStdout();
    {
      DeskPush pushing(
          *context,
          [&](const std::string&, const std::string&, const std::string&) {
            asked.set_value();
            return said;
          },
          scratch / "back");
      asked.get_future().wait();
    }
    return testing::internal::GetCapturedStdout();
  }
  store::Order order() {
    return look([&](store::Reader& reader) {
      for (auto& one : store::orders_of(reader, row_)) {
        if (one.partner == "push:kaigo") return one;
      }
      return store::Order{};
    });
  }
  std::filesystem::path file(const std::string& suffix) {
    return scratch / "back" / "kaigo" / (order().id.text() + suffix);
  }
};

TEST_F(PushingBack, puts_the_file_whole_into_the_desks_folder) {
  PushSummary made;
  made.files = {{".csv", "受理"}};
  EXPECT_EQ(push_once(made), "");
  EXPECT_EQ(order().fate, store::Fate::delivered);
  EXPECT_EQ(std::filesystem::file_size(file(".csv")), std::string("受理").size());
  EXPECT_EQ(audited("answer.pushed").size(), 1U);
}

TEST_F(PushingBack, names_the_code_of_a_refusal_and_the_order_and_gives_up) {
  PushSummary refused;
  refused.refusal = adapter::Problem{"no_such_consultation", "例 花子の相談がありません"};
  const auto log = push_once(refused);
  EXPECT_NE(log.find("desk_push_failed"), std::string::npos);
  EXPECT_NE(log.find("no_such_consultation"), std::string::npos);
  EXPECT_NE(log.find(order().id.text()), std::string::npos);
  EXPECT_EQ(log.find("花子"), std::string::npos) << "the adapter's words are not for a log";
  EXPECT_EQ(order().fate, store::Fate::given_up);
  EXPECT_EQ(audited("answer.push_failed").size(), 1U);
}

TEST_F(PushingBack, tries_again_later_where_the_adapter_is_down) {
  const auto log = push_once(base::fail(base::Kind::unavailable, "source kaigo is not up"));
  EXPECT_NE(log.find("source kaigo is not up"), std::string::npos);
  EXPECT_EQ(order().fate, store::Fate::open);
  EXPECT_EQ(order().attempts, 1);
  EXPECT_GT(order().due_at, clock.now());
}

TEST_F(PushingBack, gives_up_where_the_adapter_does_not_push) {
  PushSummary unsupported;
  unsupported.supported = false;
  EXPECT_NE(push_once(unsupported).find("the adapter does not push"), std::string::npos);
  EXPECT_EQ(order().fate, store::Fate::given_up);
}

}  // namespace
}  // namespace hub::delivery
