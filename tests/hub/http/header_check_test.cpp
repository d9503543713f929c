#include "hub/http/header_check.hpp"

#include <gtest/gtest.h>

#include <string>

#include "hub/base/limits.hpp"

namespace {

using hub::http::check_header;
using hub::http::HeadFault;
using hub::http::HeadState;
using hub::http::Method;

constexpr auto start = "POST /webhooks/p HTTP/1.1\r\n";
constexpr auto host = "Host: hub.test\r\n";

struct Offence {
  const char* name;
  std::string bytes;
  HeadFault fault;
};

std::string with(const std::string& fields) {
  return std::string(start) + host + fields + "\r\n";
}

class HeaderOffence : public testing::TestWithParam<Offence> {};

TEST_P(HeaderOffence, is_refused) {
  const auto verdict = check_header(GetParam().bytes);
  EXPECT_EQ(verdict.state, HeadState::refused);
  EXPECT_EQ(name_of(verdict.fault), name_of(GetParam().fault));
}

using enum HeadFault;
const Offence offences[] = {
    {"xchunked", with("Transfer-Encoding: xchunked\r\n"), encoding_unknown},
    {"gzip_chunked", with("Transfer-Encoding: gzip, chunked\r\n"), encoding_unknown},
    {"chunked_twice", with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
     encoding_unknown},
    {"chunked_with_vertical_tab", with("Transfer-Encoding: \vchunked\r\n"), bad_field_value},
    {"empty_encoding", with("Transfer-Encoding:\r\n"), encoding_unknown},
    {"chunked_in_http10", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
     encoding_in_http10},
    {"encoding_then_length", with("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"),
     length_and_encoding},
    {"length_then_encoding", with("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"),
     length_and_encoding},
    {"no_host", std::string(start) + "\r\n", host_missing},
    {"two_hosts", with("Host: hub.test\r\n"), host_repeated},
    {"empty_host", std::string(start) + "Host:\r\n\r\n", bad_field_value},
    {"two_hosts_in_one", std::string(start) + "Host: a,b\r\n\r\n", bad_field_value},
    {"folded_line", with("X-A: 1\r\n 2\r\n"), folded_line},
    {"folded_by_tab", with("X-A: 1\r\n\t2\r\n"), folded_line},
    {"folded_first_line", std::string(start) + " Host: a\r\n\r\n", folded_line},
    {"length_list", with("Content-Length: 3, 3\r\n"), length_invalid},
    {"length_twice", with("Content-Length: 3\r\nContent-Length: 3\r\n"), length_repeated},
    {"length_signed", with("Content-Length: +3\r\n"), length_invalid},
    {"length_negative", with("Content-Length: -3\r\n"), length_invalid},
    {"length_hexadecimal", with("Content-Length: 0x3\r\n"), length_invalid},
    {"length_empty", with("Content-Length:\r\n"), length_invalid},
    {"length_overflow", with("Content-Length: 18446744073709551619\r\n"), length_invalid},
    {"space_before_colon", with("Content-Length : 3\r\n"), bad_field_name},
    {"space_in_name", with("Content Length: 3\r\n"), bad_field_name},
    {"empty_name", with(": 3\r\n"), bad_field_name},
    {"no_colon", with("nonsense\r\n"), bad_field_name},
    {"nul_in_name", with(std::string("X\0A: 1\r\n", 8)), bad_field_name},
    {"high_byte_in_name", with("X\xC3\xA9: 1\r\n"), bad_field_name},
    {"nul_in_value", with(std::string("X-A: 1\0002\r\n", 10)), bad_field_value},
    {"delete_in_value", with("X-A: \x7F\r\n"), bad_field_value},
    {"bare_line_feed", "POST / HTTP/1.1\nHost: a\n\n", bad_line_end},
    {"bare_line_feed_in_a_value", with("X-A: 1\nX-B: 2\r\n"), bad_line_end},
    {"bare_carriage_return", with("X-A: 1\rX-B: 2\r\n"), bad_line_end},
    {"leading_empty_line", std::string("\r\n") + start + host + "\r\n", bad_request_line},
    {"trailers_announced", with("Transfer-Encoding: chunked\r\nTrailer: X\r\n"),
     trailers_announced},
    {"unknown_expectation", with("Expect: 200-ok\r\n"), expectation_unknown},
    {"http2", "POST / HTTP/2.0\r\nHost: a\r\n\r\n", unsupported_version},
    {"http09", "GET /\r\n\r\n", bad_request_line},
    {"lower_case_http", "GET / http/1.1\r\nHost: a\r\n\r\n", bad_request_line},
    {"two_spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", bad_target},
    {"absolute_target", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", bad_target},
    {"asterisk_target", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", bad_target},
    {"connect", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", bad_target},
    {"fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", bad_target},
    {"cut_percent", "GET /a%4 HTTP/1.1\r\nHost: a\r\n\r\n", bad_target},
    {"bad_percent", "GET /a%zz HTTP/1.1\r\nHost: a\r\n\r\n", bad_target},
    {"high_byte_in_target", "GET /\xE3\x81\x82 HTTP/1.1\r\nHost: a\r\n\r\n", bad_target},
};
INSTANTIATE_TEST_SUITE_P(Table, HeaderOffence, testing::ValuesIn(offences),
                         [](const auto& row) { return row.param.name; });

TEST(HeaderCheck, finds_the_parts_of_a_good_head) {
  const auto bytes = with("Content-Length: 3\r\nX-Empty:\r\nX-A: \t a b \r\n") + "abc";
  const auto verdict = check_header(bytes);
  ASSERT_EQ(verdict.state, HeadState::complete);
  EXPECT_EQ(verdict.size, bytes.size() - 3);
  EXPECT_EQ(verdict.head.method, Method::post);
  EXPECT_EQ(verdict.head.path.in(bytes), "/webhooks/p");
  EXPECT_EQ(verdict.head.content_length, 3u);
  ASSERT_EQ(verdict.head.fields.size(), 4u);
  EXPECT_EQ(verdict.head.fields[2].value.in(bytes), "");
  EXPECT_EQ(verdict.head.fields[3].value.in(bytes), "a b");
}

TEST(HeaderCheck, splits_the_query_off) {
  const std::string bytes = "GET /a/b?c=d?e HTTP/1.1\r\nHost: a\r\n\r\n";
  const auto verdict = check_header(bytes);
  ASSERT_EQ(verdict.state, HeadState::complete);
  EXPECT_EQ(verdict.head.path.in(bytes), "/a/b");
  EXPECT_EQ(verdict.head.query.in(bytes), "c=d?e");
}

TEST(HeaderCheck, waits_at_every_place_a_head_can_be_cut) {
  const auto bytes = with("Content-Length: 3\r\n");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_EQ(check_header(bytes.substr(0, size)).state, HeadState::incomplete) << size;
  }
  EXPECT_EQ(check_header(bytes).state, HeadState::complete);
}

TEST(HeaderCheck, keeps_the_connection_as_version_and_field_say) {
  const auto keeps = [](const char* version, const char* fields) {
    const auto verdict =
        check_header(std::string("GET / ") + version + "\r\nHost: a\r\n" + fields + "\r\n");
    EXPECT_EQ(verdict.state, HeadState::complete);
    return verdict.head.keep_alive;
  };
  EXPECT_TRUE(keeps("HTTP/1.1", ""));
  EXPECT_FALSE(keeps("HTTP/1.1", "Connection: x , CLOSE\r\n"));
  EXPECT_FALSE(keeps("HTTP/1.0", ""));
  EXPECT_TRUE(keeps("HTTP/1.0", "Connection: keep-alive\r\n"));
}

std::string head_of_size(std::size_t size) {
  const auto rest = std::string(start) + host + "X-A: \r\n\r\n";
  return std::string(start) + host + "X-A: " + std::string(size - rest.size(), 'a') + "\r\n\r\n";
}

TEST(HeaderCheck, holds_the_limit_of_size) {
  using hub::base::limits::header_bytes;
  EXPECT_EQ(check_header(head_of_size(header_bytes - 1)).state, HeadState::complete);
  EXPECT_EQ(check_header(head_of_size(header_bytes)).state, HeadState::complete);
  EXPECT_EQ(check_header(head_of_size(header_bytes + 1)).fault, HeadFault::too_large);
  EXPECT_EQ(check_header(std::string(header_bytes - 1, 'G')).state, HeadState::incomplete);
  EXPECT_EQ(check_header(std::string(header_bytes, 'G')).fault, HeadFault::too_large);
}

TEST(HeaderCheck, holds_the_limit_of_fields) {
  using hub::base::limits::header_fields;
  const auto with_fields = [](std::size_t count) {
    std::string fields;
    for (std::size_t at = 1; at < count; ++at)
      fields += "X-A: 1\r\n";
    return check_header(with(fields));
  };
  EXPECT_EQ(with_fields(header_fields - 1).state, HeadState::complete);
  EXPECT_EQ(with_fields(header_fields).state, HeadState::complete);
  EXPECT_EQ(with_fields(header_fields + 1).fault, HeadFault::too_many_fields);
}

}  // namespace
