#include "hub/http/chunked.hpp"

#include <gtest/gtest.h>

namespace {

using hub::http::ChunkDecoder;
using hub::http::ChunkState;

struct Decoded {
  ChunkState state = ChunkState::more;
  std::string body;
  std::size_t used = 0;
};

Decoded decode(std::string_view bytes, std::size_t limit = 64) {
  ChunkDecoder decoder(limit);
  Decoded out;
  out.state = decoder.feed(bytes, out.body, out.used);
  return out;
}

TEST(ChunkDecoder, joins_chunks_and_leaves_what_follows) {
  const auto out = decode("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\nGET");
  EXPECT_EQ(out.state, ChunkState::done);
  EXPECT_EQ(out.body, "abc0123456789");
  EXPECT_EQ(out.used, std::string_view("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n").size());
}

TEST(ChunkDecoder, reads_the_same_byte_by_byte) {
  ChunkDecoder decoder(64);
  std::string body;
  std::size_t used = 0;
  auto state = ChunkState::more;
  for (const char c : std::string_view("3\r\nabc\r\n0\r\n\r\n")) {
    ASSERT_EQ(state, ChunkState::more);
    state = decoder.feed(std::string_view(&c, 1), body, used);
  }
  EXPECT_EQ(state, ChunkState::done);
  EXPECT_EQ(body, "abc");
}

TEST(ChunkDecoder, refuses_what_two_readers_could_read_differently) {
  for (const auto* bytes :
       {"\r\n", "g\r\n", "3;x=y\r\nabc\r\n", "3 \r\nabc\r\n", "-3\r\n", "0x3\r\n", "3\nabc\r\n",
        "3\r\nabcd\r\n", "3\r\nabc\n", "000000003\r\n", "0\r\nX-Trailer: 1\r\n\r\n", "0\r\n\n"}) {
    EXPECT_EQ(decode(bytes).state, ChunkState::malformed) << bytes;
  }
}

TEST(ChunkDecoder, holds_its_limit_over_all_chunks) {
  EXPECT_EQ(decode("2\r\nab\r\n1\r\nc\r\n0\r\n\r\n", 3).state, ChunkState::done);
  EXPECT_EQ(decode("2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n", 3).state, ChunkState::too_large);
}

TEST(ChunkDecoder, refuses_a_huge_chunk_before_it_arrives) {
  EXPECT_EQ(decode("ffffffff\r\na", 3).state, ChunkState::too_large);
}

}  // namespace
