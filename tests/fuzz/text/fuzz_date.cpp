// Dates and integers: no crash; an accepted date is on the calendar, reads back from its ISO and
// era forms, and a refusal has a reason.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tsunagu/text/date.hpp"
#include "tsunagu/text/numeral.hpp"

namespace {

namespace text = tsunagu::text;

void require(bool ok) {
  if (!ok) std::abort();
}

void check_date(const text::Date& date) {
  require(date.year >= 1873 && date.year <= 2199);
  require(date.month >= 0 && date.month <= 12);
  require(date.day >= 0 && date.day <= text::days_in_month(date.year, date.month));
  const auto iso = date.iso();
  for (const auto& form : {iso, text::era_text(date), text::era_short(date)}) {
    const auto again = text::parse_date(form);
    require(again.ok() && again->iso() == iso);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
  const text::DateRules rules{.artificial_day = data[0] & 31, .two_digit_eras = data[0] > 127};
  const auto date = text::parse_date(input, rules);
  date ? check_date(*date) : require(!date.problem().code.empty());
  const auto number = text::parse_integer(input);
  if (number) require(*text::parse_integer(std::to_string(*number)) == *number);
  return 0;
}
