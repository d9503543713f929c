// The fields that a mapping may fill, one table per kind of record: what a municipality's staff
// write in mapping.yaml, what values they take, and where they stand in the record. The checker
// reads it for its suggestions, the adapter `table` for its builders.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "tsunagu/record.hpp"

namespace tsunagu::mapping {

enum class SlotType : std::uint8_t { text, date, number, choice };

/// A desk's usual word, and the place of its meaning among the slot's codes.
struct UsualWord {
  std::string_view word;
  int code;
};

struct Slot {
  std::string_view name;
  std::string_view pointer;  ///< of the record's member that it fills
  SlotType type = SlotType::text;
  bool required = false;
  std::span<const std::string_view> codes{};  ///< of a choice, in the enum's order
  std::span<const UsualWord> words{};
  int otherwise = -1;  ///< of an unknown word; -1: the field stays empty
};

/// text_of every enumerator up to `last`.
template <class Enum, Enum last>
constexpr auto codes_until() {
  std::array<std::string_view, static_cast<std::size_t>(last) + 1> codes{};
  for (std::size_t i = 0; i < codes.size(); ++i)
    codes[i] = text_of(static_cast<Enum>(i));
  return codes;
}

constexpr Slot text_slot(std::string_view name, std::string_view pointer, bool required = false) {
  return {.name = name, .pointer = pointer, .required = required};
}
constexpr Slot date_slot(std::string_view name, std::string_view pointer, bool required = false) {
  return {.name = name, .pointer = pointer, .type = SlotType::date, .required = required};
}
constexpr Slot number_slot(std::string_view name, std::string_view pointer) {
  return {.name = name, .pointer = pointer, .type = SlotType::number};
}
/// Both arrays must outlive it: namespace-scope constants.
constexpr Slot choice_slot(std::string_view name, std::string_view pointer,
                           std::span<const std::string_view> codes,
                           std::span<const UsualWord> words, int otherwise, bool required = false) {
  return {name, pointer, SlotType::choice, required, codes, words, otherwise};
}

namespace codes {

inline constexpr std::array<std::string_view, 2> flag{"false", "true"};
inline constexpr auto sex = codes_until<record::Sex, record::Sex::not_applicable>();
inline constexpr auto care = codes_until<record::CareLevelCode, record::CareLevelCode::unknown>();
inline constexpr auto channel = codes_until<record::ChannelCode, record::ChannelCode::other>();
inline constexpr auto urgency = codes_until<record::Urgency, record::Urgency::immediate>();
inline constexpr auto concern = codes_until<record::ConcernCode, record::ConcernCode::other>();
inline constexpr auto severity =
    codes_until<record::ConcernSeverity, record::ConcernSeverity::high>();
inline constexpr auto consent =
    codes_until<record::ConsentStatus, record::ConsentStatus::expired>();
inline constexpr auto method =
    codes_until<record::ConsentMethod, record::ConsentMethod::electronic>();
inline constexpr auto range = codes_until<record::PublicRange, record::PublicRange::staff>();

}  // namespace codes

namespace words {

inline constexpr std::array<UsualWord, 16> flag{{{"なし", 0},
                                                 {"無", 0},
                                                 {"無し", 0},
                                                 {"×", 0},
                                                 {"いいえ", 0},
                                                 {"0", 0},
                                                 {"あり", 1},
                                                 {"有", 1},
                                                 {"有り", 1},
                                                 {"○", 1},
                                                 {"〇", 1},
                                                 {"◯", 1},
                                                 {"はい", 1},
                                                 {"該当", 1},
                                                 {"済", 1},
                                                 {"1", 1}}};
inline constexpr std::array<UsualWord, 5> sex{
    {{"男", 1}, {"男性", 1}, {"女", 2}, {"女性", 2}, {"不明", 0}}};
inline constexpr std::array<UsualWord, 9> care{{{"非該当", 0},
                                                {"事業対象者", 1},
                                                {"要支援1", 3},
                                                {"要支援2", 4},
                                                {"要介護1", 5},
                                                {"要介護2", 6},
                                                {"要介護3", 7},
                                                {"要介護4", 8},
                                                {"要介護5", 9}}};
inline constexpr std::array<UsualWord, 8> channel{{{"来所", 0},
                                                   {"窓口", 0},
                                                   {"電話", 1},
                                                   {"訪問", 2},
                                                   {"文書", 3},
                                                   {"メール", 4},
                                                   {"オンライン", 5},
                                                   {"その他", 6}}};
inline constexpr std::array<UsualWord, 3> urgency{{{"通常", 0}, {"急ぐ", 1}, {"至急", 2}}};
inline constexpr std::array<UsualWord, 3> severity{{{"軽い", 0}, {"中くらい", 1}, {"重い", 2}}};
inline constexpr std::array<UsualWord, 7> consent{{{"未確認", 0},
                                                   {"確認中", 1},
                                                   {"あり", 2},
                                                   {"同意", 2},
                                                   {"なし", 3},
                                                   {"不同意", 3},
                                                   {"撤回", 4}}};
inline constexpr std::array<UsualWord, 3> method{{{"書面", 0}, {"口頭", 1}, {"電子", 2}}};
inline constexpr std::array<UsualWord, 3> range{{{"公開", 0}, {"職員", 1}, {"職員のみ", 1}}};

}  // namespace words

enum class PersonSlot : std::uint8_t {
  name,
  kana,
  sex,
  birthday,
  age,
  address,
  building,
  postal_code,
  telephone,
  email,
  number,  ///< with `system`: 宛名番号 is a number inside one system only
  care_level,
  hidden_address,  ///< an unknown word hides
};
inline constexpr Slot person_slots[] = {
    text_slot("name", "/names", true),
    text_slot("kana", "/names"),
    choice_slot("sex", "/sex", codes::sex, words::sex, 0),
    date_slot("birthday", "/dateOfBirth"),
    number_slot("age", "/statedAge"),
    text_slot("address", "/addresses"),
    text_slot("building", "/addresses"),
    text_slot("postal_code", "/addresses"),
    text_slot("telephone", "/contacts"),
    text_slot("email", "/contacts"),
    text_slot("number", "/identifiers"),
    choice_slot("care_level", "/careLevel", codes::care, words::care,
                static_cast<int>(record::CareLevelCode::unknown)),
    choice_slot("hidden_address", "/confidentialInformation", codes::flag, words::flag, 1),
};

enum class HouseholdSlot : std::uint8_t { number, composition, members_text };
inline constexpr Slot household_slots[] = {
    text_slot("number", "/registerNumber"),
    text_slot("composition", "/composition"),
    text_slot("members_text", "/membersText"),
};

enum class ConsultationSlot : std::uint8_t {
  received_at,
  receipt_number,
  channel,
  caller_name,
  caller_relationship,
  urgency,
  statement,
  wish,
  course,
  classification,
  abuse,  ///< hides who reported it; an unknown word hides
  staff_name,
  closed_at,
};
inline constexpr Slot consultation_slots[] = {
    date_slot("received_at", "/receivedAt", true),
    text_slot("receipt_number", "/receiptNumber"),
    choice_slot("channel", "/channel", codes::channel, words::channel,
                static_cast<int>(record::ChannelCode::other)),
    text_slot("caller_name", "/caller"),
    text_slot("caller_relationship", "/caller"),
    choice_slot("urgency", "/urgency", codes::urgency, words::urgency, -1),
    text_slot("statement", "/statement"),
    text_slot("wish", "/wish"),
    text_slot("course", "/course"),
    text_slot("classification", "/classifications"),
    choice_slot("abuse", "/abuse", codes::flag, words::flag, 1),
    text_slot("staff_name", "/staff"),
    date_slot("closed_at", "/closedAt"),
};

enum class ConcernSlot : std::uint8_t {
  code,
  sub_code,
  statement,
  severity,
  most_pressing,
  first_seen
};
inline constexpr Slot concern_slots[] = {
    choice_slot("code", "/code", codes::concern, {}, static_cast<int>(record::ConcernCode::other),
                true),
    text_slot("sub_code", "/subCode"),
    text_slot("statement", "/statement"),
    choice_slot("severity", "/severity", codes::severity, words::severity, -1),
    choice_slot("most_pressing", "/mostPressing", codes::flag, words::flag, -1),
    date_slot("first_seen", "/firstSeen"),
};

enum class ConsentSlot : std::uint8_t { status, given_at, form, method, until, words };
inline constexpr Slot consent_slots[] = {
    choice_slot("status", "/status", codes::consent, words::consent,
                static_cast<int>(record::ConsentStatus::never_asked), true),
    date_slot("given_at", "/givenAt"),
    text_slot("form", "/scopeForm"),
    choice_slot("method", "/method", codes::method, words::method, -1),
    date_slot("until", "/until"),
    text_slot("words", "/sourceText"),
};

enum class ReferralSlot : std::uint8_t {
  reason,
  action,
  recipient,
  urgency,
  requested_at,
  staff_name
};
inline constexpr Slot referral_slots[] = {
    text_slot("reason", "/reasonText"),
    text_slot("action", "/requestedAction"),
    text_slot("recipient", "/requestedRecipient"),
    choice_slot("urgency", "/urgency", codes::urgency, words::urgency, -1),
    date_slot("requested_at", "/requestedAt"),
    text_slot("staff_name", "/staff"),
};

enum class ResourceSlot : std::uint8_t {
  name,
  kana,
  range,  ///< an unknown word is for staff only
  type,
  description,
  address,
  building,
  postal_code,
  telephone,
  email,
  url,
  schedule,
  capacity,
  eligibility,
  fees,
  application,
  note,
};
inline constexpr Slot resource_slots[] = {
    text_slot("name", "/name", true),
    text_slot("kana", "/nameKana"),
    choice_slot("range", "/publicRange", codes::range, words::range,
                static_cast<int>(record::PublicRange::staff)),
    text_slot("type", "/resourceKind"),
    text_slot("description", "/description"),
    text_slot("address", "/address"),
    text_slot("building", "/address"),
    text_slot("postal_code", "/address"),
    text_slot("telephone", "/phones"),
    text_slot("email", "/email"),
    text_slot("url", "/url"),
    text_slot("schedule", "/scheduleNote"),
    text_slot("capacity", "/capacityText"),
    text_slot("eligibility", "/eligibility"),
    text_slot("fees", "/fees"),
    text_slot("application", "/applicationProcess"),
    text_slot("note", "/note"),
};

enum class Kind : std::uint8_t {
  person,
  household_hint,
  consultation,
  concern,
  consent,
  referral,
  resource
};
inline constexpr std::array<std::string_view, 7> kind_names{
    "person", "household_hint", "consultation", "concern", "consent", "referral", "resource"};

constexpr std::span<const Slot> slots_of(Kind kind) {
  constexpr std::array<std::span<const Slot>, 7> all{
      person_slots,  household_slots, consultation_slots, concern_slots,
      consent_slots, referral_slots,  resource_slots};
  return all[static_cast<std::size_t>(kind)];
}

/// Whether a record of this kind is about a person of another record.
constexpr bool names_person(Kind kind) {
  return kind != Kind::person && kind != Kind::resource;
}
/// Whether it may name the consultation that it comes from.
constexpr bool names_consultation(Kind kind) {
  return kind == Kind::concern || kind == Kind::consent || kind == Kind::referral;
}

}  // namespace tsunagu::mapping
