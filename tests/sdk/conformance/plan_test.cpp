// What a plan may say, and that what it says wrongly is told and never passed over.
#include "sdk/conformance/plan.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace tsunagu::conformance {
namespace {

class ReadPlan : public testing::Test {
 protected:
  void SetUp() override { std::ofstream(file("rows.csv")) << "number\n1\n"; }

  static std::string file(const std::string& name) { return testing::TempDir() + "/" + name; }

  static Plan read(const std::string& json) {
    std::ofstream(file("conformance.json")) << json;
    return read_plan(file("conformance.json"));
  }
  /// A whole plan, and more members of its sample and of itself.
  static Plan plan(const std::string& of_sample, const std::string& of_plan) {
    return read(R"({"samples":[{"feed":"rows","file":"rows.csv")" + of_sample + "}]" + of_plan +
                "}");
  }
  static std::string refusal(const std::string& of_sample, const std::string& of_plan) {
    try {
      plan(of_sample, of_plan);
      return "";
    } catch (const PlanError& error) {
      return error.what();
    }
  }
};

TEST_F(ReadPlan, takes_what_it_says) {
  const Plan got =
      plan(R"(,"layout":"csv","header_line":1,"settings":{"a":[1,true],"b":{"c":"x"}})",
           R"(,"settings":{"a":"replaced","d":"y"},"quirks":{"labels":"none"})");
  ASSERT_EQ(got.samples.size(), 1U);
  const Sample& sample = got.samples[0];
  EXPECT_EQ(sample.bytes, "number\n1\n");
  EXPECT_EQ(sample.name, "rows.csv");
  EXPECT_EQ(sample.data_line, 2U);
  EXPECT_EQ(sample.settings, (wire::Settings{{"a", "1"}, {"a", "true"}, {"b.c", "x"}, {"d", "y"}}));
  EXPECT_EQ(got.quirks.at("labels"), "none");
}

TEST_F(ReadPlan, refuses_a_line_that_is_no_number_of_one) {
  for (const char* name : {"header_line", "data_line", "trailer_lines"}) {
    for (const char* wrong : {"-1", "\"1\"", "1.5", "null", "99999999999"}) {
      const std::string member = std::string(",\"") + name + "\":" + wrong;
      EXPECT_NE(refusal(member, "").find(std::string("/samples/0/") + name), std::string::npos)
          << member;
    }
  }
}

TEST_F(ReadPlan, refuses_a_member_of_another_type) {
  EXPECT_NE(refusal(R"(,"settings":"a=b")", "").find("/samples/0/settings"), std::string::npos);
  EXPECT_NE(refusal(R"(,"unknown_codes":"A")", "").find("/samples/0/unknown_codes"),
            std::string::npos);
  EXPECT_NE(refusal(R"(,"name":7)", "").find("/samples/0/name"), std::string::npos);
  for (const char* name : {"settings", "bad_settings", "push", "quirks"}) {
    const std::string member = std::string(",\"") + name + "\":7";
    EXPECT_NE(refusal("", member).find(std::string("/") + name), std::string::npos) << member;
  }
  EXPECT_NE(refusal("", R"(,"bad_settings":["a"])").find("/bad_settings"), std::string::npos);
}

TEST_F(ReadPlan, refuses_a_quirk_of_no_check) {
  const std::string why = refusal("", R"(,"quirks":{"lables":"misspelt"})");
  EXPECT_NE(why.find("/quirks"), std::string::npos);
  EXPECT_NE(why.find("did you mean labels?"), std::string::npos) << why;
}

}  // namespace
}  // namespace tsunagu::conformance
