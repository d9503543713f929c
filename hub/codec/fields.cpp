#include "hub/codec/fields.hpp"

#include <charconv>

#include "hub/codec/sealed_access.hpp"

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

std::string text_of(View view, std::string_view name) {
  return std::string(view.find(name).text());
}

std::optional<std::int64_t> integer_of(View view, std::string_view name) {
  const View member = view.find(name);
  if (!member.exists() || member.is(tsunagu::json::Type::null)) return std::nullopt;
  return member.integer();
}

domain::Coding coding_of(View view) {
  return {text_of(view, "system"), text_of(view, "code"), text_of(view, "text")};
}

domain::WrittenPeriod period_of(View view) {
  const auto day = [&](std::string_view name) -> std::optional<std::chrono::year_month_day> {
    const std::string_view written = view.find(name).text();
    if (written.empty()) return std::nullopt;
    return day_of(written);
  };
  return {.from = day("from"), .until = day("until"), .text = text_of(view, "text")};
}

domain::Staff staff_of(View view) {
  return {text_of(view, "name"), text_of(view, "agency")};
}

domain::Address address_of(View view) {
  return {.use = text_of(view, "use"),
          .local_government_code = text_of(view, "localGovernmentCode"),
          .street_address_id = text_of(view, "streetAddressId"),
          .prefecture = text_of(view, "prefecture"),
          .city_and_county = text_of(view, "cityAndCounty"),
          .street_address = text_of(view, "streetAddress"),
          .city_block = text_of(view, "cityBlock"),
          .building_name_etc = text_of(view, "buildingNameEtc"),
          .postal_code = text_of(view, "postalCode"),
          .full_address = text_of(view, "fullAddress")};
}

Fields::Fields(const Record& record, const Provenance& provenance)
    : root_(SealedAccess::root(record)),
      labels_(record.kind(), root_, provenance.labels),
      provenance_(provenance) {}

std::optional<std::chrono::year_month_day> Fields::day(std::string_view name) const {
  const View member = root_.find(name);
  if (!member.is(tsunagu::json::Type::string)) return std::nullopt;
  return day_of(member.text());
}

}  // namespace hub::codec
