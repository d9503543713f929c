#include "hub/codec/fields.hpp"

#include <charconv>

namespace hub::codec {
namespace {

constexpr std::string_view precisions[] = {"day", "month", "year"};

unsigned number_of(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

std::chrono::year_month_day day_of(std::string_view text) {
  return {std::chrono::year(static_cast<int>(number_of(text.substr(0, 4)))),
          std::chrono::month(number_of(text.substr(5, 2))),
          std::chrono::day(number_of(text.substr(8, 2)))};
}

domain::PartialDate partial_date_of(View view) {
  return {.date = day_of(view.find("date").text()),
          .precision = one_of(view.find("precision").text(), precisions, domain::Precision::day),
          .artificial = view.find("artificial").boolean(),
          .time = std::string(view.find("time").text())};
}

std::vector<std::string> texts_of(View list) {
  std::vector<std::string> out;
  for (const View element : list) {
    if (element.is(tsunagu::json::Type::string)) out.emplace_back(element.text());
  }
  return out;
}

std::optional<std::chrono::year_month_day> Fields::day(std::string_view name) const {
  const View member = root_.find(name);
  if (!member.is(tsunagu::json::Type::string)) return std::nullopt;
  return day_of(member.text());
}

}  // namespace hub::codec
