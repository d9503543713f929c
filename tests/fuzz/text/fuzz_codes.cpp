// Codes, telephone numbers, refused numbers and kana: no crash; an accepted code is whole and
// reads back; a finding lies inside the text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tsunagu/text/codes.hpp"
#include "tsunagu/text/gaiji.hpp"
#include "tsunagu/text/kana.hpp"
#include "tsunagu/text/phone.hpp"
#include "tsunagu/text/refused_numbers.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace {

namespace text = tsunagu::text;

void require(bool ok) {
  if (!ok) std::abort();
}

void check_code(text::Outcome<text::Code> (*parse)(std::string_view), std::string_view input,
                std::size_t size) {
  const auto code = parse(input);
  if (!code) return require(!code.problem().code.empty());
  require(code->digits.size() == size);
  const auto again = parse(code->digits);
  require(again.ok() && again->digits == code->digits && again->repair == text::CodeRepair::none);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  check_code(text::parse_local_government_code, input, 6);
  check_code(text::parse_insurer_number, input, 6);
  check_code(text::parse_corporate_number, input, 13);
  check_code(text::parse_facility_number, input, 10);
  check_code(text::parse_town_id, input, 7);
  check_code(text::parse_postal_code, input, 7);
  if (const auto phone = text::parse_phone(input))
    require(text::parse_phone(phone->digits)->digits == phone->digits);
  if (const auto found = text::find_refused_number(input))
    require(found->bytes >= 11 && found->offset + found->bytes <= input.size());
  text::refused_header(input);
  require(text::is_utf8(text::half_to_full_kana(input)));
  require(text::is_utf8(text::full_to_half_kana(input)));
  require(text::is_utf8(text::nfkc(input)));
  const auto map = text::GaijiMap::parse(input);
  if (map) require(text::is_utf8(map->apply(input)));
  return 0;
}
