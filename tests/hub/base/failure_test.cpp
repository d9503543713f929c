#include <gtest/gtest.h>

#include "hub/base/result.hpp"

namespace hub::base {
namespace {

TEST(Failure, keeps_its_kind_and_gains_context_on_the_way_up) {
  const Result<int> result = fail(Kind::storage_full, "no space").in("commit");
  ASSERT_TRUE(result.has_error());
  EXPECT_EQ(result.error().kind(), Kind::storage_full);
  EXPECT_EQ(result.error().text(), "commit: no space");
}

TEST(Failure, reading_a_failed_result_throws_with_the_failure_inside) {
  const Result<int> result = fail(Kind::invalid, "line 3");
  try {
    (void)result.value();
    FAIL() << "value() must throw";
  } catch (const FailureError& error) {
    EXPECT_EQ(error.failure().kind(), Kind::invalid);
  }
}

}  // namespace
}  // namespace hub::base
