#include "sdk/wire/xml.hpp"

#include <gtest/gtest.h>

namespace tsunagu::wire {
namespace {

TEST(InXml, writes_what_would_end_a_text_as_something_else) {
  EXPECT_EQ(in_xml(R"(<"a" & 'b'>)"), "&lt;&quot;a&quot; &amp; 'b'&gt;");
}

TEST(InXml, keeps_a_lines_end_also_in_an_attribute) {
  EXPECT_EQ(in_xml("一\n二\t三\r\n"), "一&#10;二&#9;三&#10;");
}

TEST(InXml, leaves_out_what_no_document_may_hold) {
  EXPECT_EQ(in_xml(std::string_view("a\0b\x01\x1B[31m\x7F", 10)), "ab[31m\x7F");
  EXPECT_EQ(in_xml("a\uFFFE\uFFFFb\uFFFD"), "ab\uFFFD");
}

}  // namespace
}  // namespace tsunagu::wire
