// Match keys: no crash, UTF-8 comes out, names, kana, dates and telephones made again are the same,
// no weak key is the key, and an address key always has its three bars.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "hub/normalize/address_key.hpp"
#include "hub/normalize/date_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/normalize/phone_key.hpp"
#include "tests/places.hpp"
#include "tsunagu/text/utf8.hpp"

namespace {

namespace normalize = hub::normalize;
namespace text = tsunagu::text;

void require(bool ok) {
  if (!ok) std::abort();
}

const normalize::Tables& tables() {
  static const auto loaded = normalize::Tables::load(tests::in_source("/config/data"));
  return *loaded;
}

void check_name(std::string_view input) {
  const auto name = normalize::name_key(input, tables().variants);
  require(text::is_utf8(name.key) && name.weak.size() <= 8);
  require(normalize::name_key(name.key, tables().variants).key == name.key);
  require(std::count(name.weak.begin(), name.weak.end(), name.key) == 0);
  for (const auto& further : name.further)
    require(!further.key.empty() && text::is_utf8(further.key));
}

void check_kana(std::string_view input) {
  const auto kana = normalize::kana_key(input);
  require(text::is_utf8(kana.key) && normalize::kana_key(kana.key).key == kana.key);
  for (const auto& weak : kana.weak)
    require(weak != kana.key && normalize::kana_key(weak).key == weak);
}

void check_address(std::string_view address, std::string_view building) {
  for (const std::string_view lgcode5 : {"09214", ""}) {
    const auto key =
        normalize::address_key(address, tables(), {.lgcode5 = lgcode5, .building = building});
    require(text::is_utf8(key.key));
    require(std::count(key.key.begin(), key.key.end(), '|') >= 3);
    require(key.notes.has(normalize::Note::address_no_number) == key.number.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  check_name(input);
  check_kana(input);
  check_address(input, {});
  check_address(input.substr(0, size / 2), input.substr(size / 2));
  const auto phone = normalize::phone_key(input).key;
  require(phone.empty() || normalize::phone_key(phone).key == phone);
  const auto date = normalize::date_key(input);
  require(!date || normalize::date_key(date->key)->key == date->key);
  const auto number = normalize::number_key(input);
  require(!number || normalize::number_key(number->key)->key == number->key);
  return 0;
}
