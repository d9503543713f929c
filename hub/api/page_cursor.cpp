#include "hub/api/page_cursor.hpp"

#include <charconv>

#include "hub/crypto/bytes.hpp"

namespace hub::api {
namespace {

std::string place_of(std::string_view list) {
  return "cursor/" + std::string(list);
}

}  // namespace

std::string make_cursor(const crypto::Keys& keys, std::string_view list, std::string_view user,
                        std::int64_t after) {
  const auto place = place_of(list);
  return crypto::to_hex(
      crypto::bytes_of(keys.sealer().seal({place, user, 0}, std::to_string(after))));
}

base::Result<std::int64_t> read_cursor(const crypto::Keys& keys, std::string_view list,
                                       std::string_view user, std::string_view cursor) {
  const auto place = place_of(list);
  const auto sealed = crypto::from_hex(cursor);
  const auto opened = keys.sealer().open({place, user, 0}, sealed.value_or(""));
  std::int64_t after = 0;
  if (opened) {
    const auto text = opened->look_inside();
    if (std::from_chars(text.data(), text.data() + text.size(), after).ec == std::errc())
      return after;
  }
  return base::fail(base::Kind::invalid, "?cursor: is none of this list; begin without it");
}

}  // namespace hub::api
