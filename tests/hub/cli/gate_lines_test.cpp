#include "hub/cli/gate_lines.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "hub/base/limits.hpp"

namespace {

const std::string allowed = R"({"item":"public","subject":"focus","forum_class":"own"})";
const std::string yes = R"({"decision":"allow","reason":"ok"})"
                        "\n";
const std::string no = R"({"decision":"deny","reason":"unknown_fact"})"
                       "\n";

std::string answers(const std::string& lines) {
  std::istringstream in(lines);
  std::ostringstream out;
  hub::cli::answer_lines(in, out);
  return out.str();
}

TEST(GateLines, answers_each_line_once_and_in_order) {
  EXPECT_EQ(answers(allowed + "\n{}\n" + allowed + "\n"), yes + no + yes);
}

TEST(GateLines, answers_a_last_line_without_its_end) {
  EXPECT_EQ(answers(allowed), yes);
  EXPECT_EQ(answers(""), "");
}

TEST(GateLines, answers_an_empty_line_and_one_that_ends_in_crlf) {
  EXPECT_EQ(answers("\n" + allowed + "\r\n"), no + yes);
}

TEST(GateLines, takes_a_missing_fact_and_an_unknown_word_as_unknown) {
  EXPECT_EQ(answers(R"({"item":"public","subject":"focus"})"), no);
  EXPECT_EQ(answers(R"({"item":"public","subject":"cousin","forum_class":"own"})"), no);
  EXPECT_EQ(answers(R"({"item":"public","subject":"focus","forum_class":"own","seat":"sofa"})"),
            yes);
}

TEST(GateLines, refuses_what_is_no_object_of_facts) {
  for (const char* line :
       {"[]", "null", "\"public\"", "{", "}{", "{\"item\":\"public\"",
        R"({"item":"public","subject":"focus","forum_class":"own","extra":"yes"})",
        R"({"item":"public","subject":"focus","forum_class":"own","seat":true})",
        R"({"item":"public","subject":"focus","forum_class":"own","seat":null})",
        R"({"item":"public","subject":"focus","forum_class":"own","item":"public"})",
        R"({"item":"public","subject":"focus","forum_class":"own","item":"public"})",
        R"({"item":"public","subject":"focus","forum_class":"own"} {})"})
    EXPECT_EQ(answers(line), no) << line;
}

TEST(GateLines, answers_an_overlong_line_once_and_goes_on) {
  for (const int more : {-1, 0, 1}) {
    const std::size_t size = hub::base::limits::gate_line_bytes + static_cast<std::size_t>(more);
    const std::string padded = allowed + std::string(size - allowed.size(), ' ');
    EXPECT_EQ(answers(padded + "\n" + allowed + "\n"), (more > 0 ? no : yes) + yes) << more;
  }
}

TEST(GateLines, survives_bytes_that_are_no_text) {
  EXPECT_EQ(answers(std::string("\0\xff\n", 3) + allowed), no + yes);
}

}  // namespace
