#include "hub/service/view_pages.hpp"

#include <gmock/gmock.h>

#include "hub/service/draft_plan.hpp"
#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

using Lines = std::vector<std::string>;

/// `elsewhere` works on the plans of one case, and on none of the other, older one.
class Pages : public ProcessFixture {
 protected:
  void SetUp() override {
    ProcessFixture::SetUp();
    draft();
    deliver(kaigo, {person({.key = "o", .number = "9", .kana = "レイ サブロウ"}, "atena:kaigo"),
                    consent("ko", "o"), referral("ro", "o")});
    about = case_of(kaigo, "o");
    add_plan();
  }
  void add_plan() { ASSERT_TRUE(role(draft(), "nikon").has_value()); }

  Lines plans(std::size_t at_most) { return page(view_plan_page, at_most); }
  Lines cases(std::size_t at_most) { return page(view_case_page, at_most); }

 private:
  template <class View>
  Lines page(const View& view, std::size_t at_most) {
    return look([&](store::Reader& reader) {
      Lines lines;
      view(reader, *book, {"officer/elsewhere", 0, at_most, {clock.now()}},
           [&](std::string_view line) { lines.emplace_back(line); });
      return lines;
    });
  }
};

TEST_F(Pages, tell_of_a_next_one_only_where_more_is_the_askers) {
  ASSERT_THAT(plans(9), SizeIs(1));
  EXPECT_THAT(plans(1), SizeIs(1)) << "what follows is of a case that he doesn't know of";
  EXPECT_THAT(cases(1), SizeIs(1));
  add_plan();
  ASSERT_THAT(plans(9), SizeIs(2));
  ASSERT_THAT(plans(1), SizeIs(2));
  EXPECT_THAT(plans(1).back(), HasSubstr(R"({"kind":"next","after":)"));
  EXPECT_THAT(plans(2), SizeIs(2));
}

}  // namespace
}  // namespace hub::service
