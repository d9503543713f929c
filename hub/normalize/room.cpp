#include "hub/normalize/room.hpp"

#include <algorithm>
#include <array>

#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

constexpr std::size_t most_digits = 5;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_latin(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool drop_end(std::string_view& whole, std::string_view end) {
  if (!whole.ends_with(end)) return false;
  whole = text::trim(whole.substr(0, whole.size() - end.size()));
  return true;
}

/// コーポ桜201 高橋様方: the words of the host.
std::string_view without_host(std::string_view building) {
  auto rest = building = text::trim(building);
  if (!drop_end(rest, "方")) return building;
  const auto space = rest.rfind(' ');
  return space == std::string_view::npos ? std::string_view{} : text::trim(rest.substr(0, space));
}

/// Takes digits, or one letter, from the end; empty where neither stands there. A longer word is
/// the building's name.
std::string_view take_piece(std::string_view& rest) {
  auto begin = rest.size();
  while (begin > 0 && is_digit(rest[begin - 1]))
    --begin;
  if (begin == rest.size() && begin > 0 && is_latin(rest[begin - 1])) {
    if (begin > 1 && is_latin(rest[begin - 2])) return {};
    --begin;
  }
  if (rest.size() - begin > most_digits) return {};
  const auto piece = rest.substr(begin);
  rest = rest.substr(0, begin);
  return piece;
}

/// "A棟205" is house A of several.
bool drop_house_mark(std::string_view& rest) {
  constexpr std::array<std::string_view, 3> marks = {"号棟", "号館", "棟"};
  rest = text::trim(rest);
  return std::any_of(marks.begin(), marks.end(),
                     [&rest](std::string_view mark) { return drop_end(rest, mark); });
}

bool is_floor(std::string_view piece, std::string_view before) {
  return (piece == "F" || piece == "f") && !before.empty() && is_digit(before.back());
}

/// コーポA 205: one letter apart.
bool letter_apart(std::string_view rest) {
  const auto word = text::trim(rest);
  return word.size() < rest.size() && !word.empty() && is_latin(word.back()) &&
         (word.size() == 1 || !is_latin(word[word.size() - 2]));
}

void put_before(std::string& room, std::string_view piece) {
  std::string joined(piece);
  std::transform(joined.begin(), joined.end(), joined.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c; });
  room = room.empty() ? joined : joined + "-" + room;
}

/// Whether another piece of the room stands before this one: A-205, A205, A 205, A棟205.
bool goes_on(std::string_view& rest, std::string_view piece) {
  if (drop_end(rest, "-")) return true;
  const bool touches = !rest.empty() && (is_latin(rest.back()) || is_digit(rest.back()));
  if (touches && is_latin(rest.back()) != is_latin(piece.front())) return true;
  if (!letter_apart(rest)) return drop_house_mark(rest);
  rest = text::trim(rest);
  return true;
}

std::string room_at_end(std::string_view rest) {
  for (const std::string_view mark : {"号室", "号", "室"})
    drop_end(rest, mark);
  std::string room;
  for (bool more = true; more;) {
    const auto piece = take_piece(rest);
    if (piece.empty() || is_floor(piece, rest)) break;
    put_before(room, piece);
    more = goes_on(rest, piece);
  }
  return room;
}

}  // namespace

std::string room_of(std::string_view building) {
  building = text::trim(building);
  const auto open = building.rfind('(');
  if (open == std::string_view::npos || building.back() != ')')
    return room_at_end(without_host(building));
  const auto inside = building.substr(open + 1, building.size() - open - 2);
  auto room = room_at_end(without_host(inside));
  return room.empty() ? room_at_end(without_host(building.substr(0, open))) : room;
}

}  // namespace hub::normalize
