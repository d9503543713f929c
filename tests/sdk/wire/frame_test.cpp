#include "sdk/wire/frame.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "sdk/wire/manifest.hpp"
#include "sdk/wire/messages.hpp"

namespace tsunagu::wire {
namespace {

/// Gives `bytes` to the buffer in pieces and collects the types of the frames that come out.
std::vector<Type> feed(FrameBuffer& buffer, std::string_view bytes, std::size_t piece) {
  std::vector<Type> types;
  while (!bytes.empty()) {
    const FrameBuffer::Room room = buffer.room();
    const std::size_t size = std::min({piece, bytes.size(), room.size});
    std::memcpy(room.data, bytes.data(), size);
    buffer.filled(size);
    bytes.remove_prefix(size);
    while (const auto frame = buffer.next())
      types.push_back(frame->type);
    if (buffer.malformed()) break;
  }
  return types;
}

std::string frame_of(std::size_t body) {
  std::string out;
  const std::size_t begin = begin_frame(out, Type::block);
  out.append(body, 'x');
  return end_frame(out, begin) ? out : "";
}

TEST(Frame, comes_out_whole_however_it_is_cut) {
  std::string bytes;
  append(bytes, Want{});
  append(bytes, Record{7, "{}"});
  append(bytes, Done{0, 3, "key"});
  const std::vector<Type> wanted{Type::want, Type::record, Type::done};
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    FrameBuffer buffer;
    EXPECT_EQ(feed(buffer, bytes, piece), wanted) << piece;
  }
}

TEST(Frame, is_at_most_a_mebibyte_long) {
  // Limit-1 and limit with the byte of type; limit+1 is not made.
  for (const std::size_t body : {frame_bytes - 2, frame_bytes - 1}) {
    FrameBuffer buffer;
    EXPECT_EQ(feed(buffer, frame_of(body), 100'000).size(), 1U) << body;
  }
  EXPECT_EQ(frame_of(frame_bytes), "");
}

TEST(Frame, of_an_impossible_size_ends_the_stream) {
  const auto claim = [](std::uint32_t size) {
    std::string bytes(sizeof size, '\0');
    std::memcpy(bytes.data(), &size, sizeof size);
    return bytes + "abc";
  };
  for (const std::uint32_t size : {0U, static_cast<std::uint32_t>(frame_bytes) + 1, 0xFFFFFFFFU}) {
    FrameBuffer buffer;
    EXPECT_TRUE(feed(buffer, claim(size), 100).empty());
    EXPECT_TRUE(buffer.malformed()) << size;
  }
  FrameBuffer buffer;
  feed(buffer, claim(static_cast<std::uint32_t>(frame_bytes)), 100);
  EXPECT_FALSE(buffer.malformed());
}

/// The control: without the bound the hub would make room for whatever is claimed.
TEST(Frame, of_a_claimed_size_beyond_the_bound_gets_no_room) {
  const std::string claim("\0\0\0\x04", 4);
  const auto room_for = [&claim](FrameBuffer buffer) {
    claim.copy(buffer.room().data, claim.size());
    buffer.filled(claim.size());
    EXPECT_FALSE(buffer.next());
    return buffer.room().size;
  };
  EXPECT_LE(room_for(FrameBuffer()), frame_bytes);
  EXPECT_GE(room_for(FrameBuffer(std::size_t{128} << 20U)), std::size_t{64} << 20U);
}

TEST(Message, is_read_as_it_was_written) {
  std::string bytes;
  append(bytes, Create{{{"a", "1"}, {"b.c", "日本"}}});
  FrameBuffer buffer;
  std::memcpy(buffer.room().data, bytes.data(), bytes.size());
  buffer.filled(bytes.size());
  const auto frame = buffer.next();
  ASSERT_TRUE(frame);
  const auto create = as<Create>(*frame);
  ASSERT_TRUE(create);
  EXPECT_EQ(create->settings, (Settings{{"a", "1"}, {"b.c", "日本"}}));
  EXPECT_FALSE(as<Decode>(*frame)) << "another type";
}

TEST(Message, that_is_cut_or_too_long_is_none) {
  std::string body;
  Encoder encode(body);
  encode(std::int32_t{0}, std::uint64_t{3}, std::string_view("key"));
  EXPECT_TRUE(as<Done>({Type::done, body}));
  for (std::size_t size = 0; size < body.size(); ++size) {
    EXPECT_FALSE(as<Done>({Type::done, std::string_view(body).substr(0, size)})) << size;
  }
  EXPECT_FALSE(as<Done>({Type::done, body + "x"}));
}

TEST(Message, claiming_four_thousand_million_settings_costs_nothing) {
  EXPECT_FALSE(as<Create>({Type::create, "\xFF\xFF\xFF\xFF"}));
}

}  // namespace
}  // namespace tsunagu::wire
