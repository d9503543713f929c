// What the shapes of several record kinds share. Private to this folder. Names, limits and gate
// items are those of sdk/schema; a test holds them equal.
#pragma once

#include <string_view>

#include "hub/domain/item.hpp"
#include "hub/domain/process_records.hpp"
#include "tsunagu/json/shape.hpp"

namespace hub::domain {

using tsunagu::json::boolean;
using tsunagu::json::choice;
using tsunagu::json::day;
using tsunagu::json::digits;
using tsunagu::json::instant;
using tsunagu::json::integer;
using tsunagu::json::list;
using tsunagu::json::Member;
using tsunagu::json::Need;
using tsunagu::json::number;
using tsunagu::json::object;
using tsunagu::json::pointer;
using tsunagu::json::Shape;
using tsunagu::json::text;
using tsunagu::json::time;

// Lengths in characters.
inline constexpr std::int64_t code_length = 100;
inline constexpr std::int64_t name_length = 200;
inline constexpr std::int64_t line_length = 500;
inline constexpr std::int64_t note_length = 60'000;
inline constexpr std::int64_t most_yen = 1'000'000'000'000;

/// A member without an item of its own has that of the member that holds it.
constexpr Member required(std::string_view member, const Shape& shape, Item item = Item::unknown) {
  return {member, shape, Need::required, static_cast<std::uint8_t>(item)};
}
constexpr Member nullable(std::string_view member, const Shape& shape, Item item = Item::unknown) {
  return {member, shape, Need::nullable, static_cast<std::uint8_t>(item)};
}

inline constexpr Shape code_shape = text(code_length);
inline constexpr Shape name_text_shape = text(name_length);
inline constexpr Shape line_shape = text(line_length);
inline constexpr std::string_view version_choices[] = {"1"};
/// From `public` to `tax`: all that a record may name.
inline constexpr std::span<const std::string_view> item_choices(item_names.data() + 1, 13);
inline constexpr Shape item_shape = choice(item_choices);

inline constexpr std::string_view precision_choices[] = {"day", "month", "year"};
inline constexpr Member partial_date_members[] = {
    required("date", day()),
    nullable("precision", choice(precision_choices)),
    nullable("artificial", boolean()),
    nullable("time", time()),
};
inline constexpr Shape partial_date_shape = object(partial_date_members);

inline constexpr Member coding_members[] = {
    nullable("system", text(code_length)),
    nullable("code", text(code_length)),
    nullable("text", text(line_length)),
};
inline constexpr Shape coding_shape = object(coding_members);

inline constexpr Member period_members[] = {
    nullable("from", day()),
    nullable("until", day()),
    nullable("text", text(line_length)),
};
inline constexpr Shape period_shape = object(period_members);

inline constexpr std::string_view address_use_choices[] = {"registered", "actual", "temporary"};
inline constexpr Member address_members[] = {
    nullable("use", choice(address_use_choices)),
    nullable("localGovernmentCode", digits(6)),
    nullable("streetAddressId", digits(7)),
    nullable("prefecture", text(code_length)),
    nullable("cityAndCounty", text(code_length)),
    nullable("streetAddress", text(name_length)),
    nullable("cityBlock", text(name_length)),
    nullable("buildingNameEtc", text(name_length)),
    nullable("postalCode", text(20)),
    required("fullAddress", text(line_length)),
};
inline constexpr Shape address_shape = object(address_members);

inline constexpr Member staff_members[] = {
    nullable("name", text(name_length), Item::locating),
    nullable("agency", text(line_length), Item::statement),
};
inline constexpr Shape staff_shape = object(staff_members);

inline constexpr Member party_members[] = {
    nullable("personKey", text(name_length), Item::third_party),
    nullable("name", text(name_length), Item::third_party),
    nullable("nameKana", text(name_length), Item::third_party),
    nullable("dateOfBirth", partial_date_shape, Item::third_party),
    nullable("relationship", text(code_length), Item::third_party),
};
inline constexpr Shape party_shape = object(party_members);

inline constexpr Shape urgency_shape = choice(urgency_names);

inline constexpr std::string_view channel_code_choices[] = {
    "visit", "phone", "home-visit", "letter", "email", "online", "other"};
inline constexpr Member channel_members[] = {
    required("code", choice(channel_code_choices), Item::statement),
    nullable("text", text(code_length), Item::statement),
};
inline constexpr Shape channel_shape = object(channel_members);

inline constexpr Member label_members[] = {
    required("pointer", pointer(500), Item::public_),
    required("item", choice(item_choices), Item::public_),
};
inline constexpr Shape label_shape = object(label_members);

inline constexpr Member warning_members[] = {
    required("code", text(code_length), Item::public_),
    nullable("line", integer(0, most_yen), Item::public_),
    nullable("column", text(name_length), Item::public_),
    nullable("text", text(line_length), Item::statement),
};
inline constexpr Shape warning_shape = object(warning_members);

inline constexpr Member extra_members[] = {
    required("name", text(name_length), Item::public_),
    required("text", text(note_length), Item::staff_note),
};
inline constexpr Shape extra_shape = object(extra_members);

}  // namespace hub::domain
