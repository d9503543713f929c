// 本人・世帯員 (GIF 個人; FHIR Patient) as one source tells of them. Everything is sealed; what is
// empty was not delivered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/address.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

/// A number in one system. Equal numbers of two systems say nothing (DOMAIN 0, fact 6).
struct PersonNumber {
  std::string system;
  std::string value;
  std::string issuer;
  friend bool operator==(const PersonNumber&, const PersonNumber&) = default;
};

struct PersonName {
  std::string use;  ///< official, usual, former, alias, or empty
  std::string family_name;
  std::string given_name;
  std::string full_name;
  std::string family_name_kana;
  std::string given_name_kana;
  std::string full_name_kana;
  std::string original;
};

/// ISO 5218.
enum class Sex : std::uint8_t { unknown = 0, male = 1, female = 2, not_applicable = 9 };

struct Contact {
  std::string kind;
  std::string value;
};

/// 支援措置 (住民基本台帳事務処理要領), a hidden address, or an informant; from and until as ISO
/// days, empty where open.
struct Confidential {
  std::string kind;
  std::string from;
  std::string until;
};

struct Person {
  std::string key;  ///< record key of the source
  std::vector<Sealed<PersonNumber>> numbers;
  std::vector<Sealed<PersonName>> names;
  std::optional<Sealed<Sex>> sex;
  std::optional<Sealed<PartialDate>> born;
  std::optional<Sealed<PartialDate>> died;
  std::vector<Sealed<Address>> addresses;
  std::vector<Sealed<Contact>> contacts;
  std::vector<Sealed<Confidential>> confidential;
  std::optional<Sealed<std::string>> care_level;  ///< LIFE's code; for patterns (DOMAIN 5.5)
  bool has_certificate = false;                   ///< a 手帳 of any kind is known
};

}  // namespace hub::domain
