// What linkage is told of one record about a person: keys that hub/normalize made, never raw text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace hub::linkage {

/// A stable id of the caller's; results depend on ids and never on the order of records.
using RecordId = std::uint64_t;

/// A name's key. Where family and given name are not parted, `given` holds all and `family` is
/// empty. The loose forms let 斎/斉 meet; empty: the same as the key.
struct Spelling {
  std::string_view family{};
  std::string_view given{};
  std::string_view loose_family{};
  std::string_view loose_given{};
};

/// Kana keys; parted as in Spelling.
struct ReadingKeys {
  std::string_view family{};
  std::string_view given{};
};

/// 旧氏 and 通称名 are further names of the same record.
struct NameFacts {
  Spelling spelling{};
  ReadingKeys reading{};
};

/// 0 for what is not known. A stand-in (LIFE sends the 15th for everybody) is known to the month.
struct BirthFacts {
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

struct AddressFacts {
  std::string_view town{};    ///< "09214|氏家"
  std::string_view number{};  ///< "2771-1": 丁目, 番地 and 号 in ASCII digits
  std::string_view room{};
};

/// 宛名番号, 被保険者番号 … The same number of one system is one person.
struct NumberFacts {
  std::uint16_t system = 0;  ///< the caller's number for (system, issuer), below 2048
  std::string_view value{};
  /// Nobody has two numbers of that system, so that two different ones are two persons. Where a
  /// person may be registered twice (宛名番号), two numbers only speak against.
  bool one_each = false;
};

struct PersonFacts {
  RecordId id = 0;
  std::span<const NameFacts> names{};  ///< the official one first
  BirthFacts birth{};
  unsigned sex = 0;  ///< 1, 2; else not known
  AddressFacts address{};
  std::span<const std::string_view> phones{};  ///< two count
  std::span<const NumberFacts> numbers{};
  std::uint32_t recorded = 0;  ///< days since 1970-01-01; 0 where not known
  /// On the protection register (支援措置): joined by numbers and by officers alone.
  bool hidden = false;
};

}  // namespace hub::linkage
