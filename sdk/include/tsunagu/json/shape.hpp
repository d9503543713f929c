// What a document has to look like, as constant data: `check` holds a document against it and
// reports every error at once, each with its JSON Pointer. The typed decoders stand on this; after
// a check without errors the accessors of View need no further care.
//
//   constexpr Member point[] = {
//       {"name", text(200), Need::required},
//       {"capacity", integer(0, 1000), Need::optional},
//   };
//   constexpr Shape shape = object(point);
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tsunagu::json {

enum class Expect : std::uint8_t {
  text,     ///< least..most characters (code points)
  day,      ///< YYYY-MM-DD, a day of the calendar
  time,     ///< HH:MM
  digits,   ///< exactly `most` ASCII digits
  pointer,  ///< a JSON Pointer of at most `most` characters, not the whole document
  boolean,
  integer,  ///< least..most
  number,   ///< a coordinate, least..most
  choice,   ///< one of `choices`
  instant,  ///< RFC 3339 with an offset
  list,     ///< at most `most` elements of `element`
  object,   ///< `members`
};

enum class Need : std::uint8_t {
  required,  ///< must stand there, and not as null
  nullable,  ///< may be absent or null (absent = unchanged, null = cleared)
  optional,  ///< may be absent, but not null
};

struct Member;

struct Shape {
  Expect expect = Expect::text;
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::span<const std::string_view> choices = {};
  const Member* members = nullptr;
  std::size_t member_count = 0;
  const Shape* element = nullptr;
};

/// `tag` is the user's own: the case schema puts the gate item there.
struct Member {
  std::string_view name;
  Shape shape;
  Need need = Need::nullable;
  std::uint8_t tag = 0;
};

constexpr Shape text(std::int64_t most, std::int64_t least = 1) {
  return {.expect = Expect::text, .least = least, .most = most};
}
constexpr Shape day() {
  return {.expect = Expect::day};
}
constexpr Shape time() {
  return {.expect = Expect::time};
}
constexpr Shape instant() {
  return {.expect = Expect::instant};
}
constexpr Shape digits(std::int64_t count) {
  return {.expect = Expect::digits, .most = count};
}
constexpr Shape pointer(std::int64_t most) {
  return {.expect = Expect::pointer, .most = most};
}
constexpr Shape boolean() {
  return {.expect = Expect::boolean};
}
constexpr Shape integer(std::int64_t least, std::int64_t most) {
  return {.expect = Expect::integer, .least = least, .most = most};
}
constexpr Shape number(std::int64_t least, std::int64_t most) {
  return {.expect = Expect::number, .least = least, .most = most};
}
/// The array must outlive the shape: a namespace-scope constant.
constexpr Shape choice(std::span<const std::string_view> choices) {
  return {.expect = Expect::choice, .choices = choices};
}
template <std::size_t count>
constexpr Shape object(const Member (&members)[count]) {
  return {.expect = Expect::object, .members = members, .member_count = count};
}
/// The element must outlive the shape: a namespace-scope constant.
constexpr Shape list(const Shape& element, std::int64_t most) {
  return {.expect = Expect::list, .most = most, .element = &element};
}
constexpr Shape list(Shape&& element, std::int64_t most) = delete;

constexpr std::span<const Member> members_of(const Shape& shape) {
  return {shape.members, shape.member_count};
}
/// The member of that name, or null.
constexpr const Member* find_member(const Shape& shape, std::string_view name) {
  for (const Member& member : members_of(shape)) {
    if (member.name == name) return &member;
  }
  return nullptr;
}

}  // namespace tsunagu::json
