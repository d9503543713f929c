// What records of several kinds hold, with every member that its builder knows.
#pragma once

#include "tsunagu/record.hpp"

namespace full {

using namespace tsunagu::record;

inline PartialDate date(const std::string& day = "2026-04-01") {
  PartialDate date(day);
  date.precision = Precision::month;
  date.artificial = true;
  date.time = "09:30";
  return date;
}

inline Coding coding(const std::string& code = "45") {
  Coding coding;
  coding.system = "vendor";
  coding.code = code;
  coding.text = "word";
  return coding;
}

inline Period period() {
  Period period;
  period.from = "2026-04-01";
  period.until = "2027-03-31";
  period.text = "1年";
  return period;
}

inline Address address() {
  Address address("栃木県さくら市氏家2771");
  address.use = AddressUse::actual;
  address.local_government_code = "092142";
  address.street_address_id = "0001000";
  address.prefecture = "栃木県";
  address.city_and_county = "さくら市";
  address.street_address = "氏家";
  address.city_block = "2771";
  address.building_name_etc = "101";
  address.postal_code = "3291311";
  return address;
}

inline Staff staff() {
  Staff staff;
  staff.name = "架空 次郎";
  staff.agency = "架空相談支援事業所";
  return staff;
}

inline Party party() {
  Party party;
  party.person_key = PersonKey("p2");
  party.name = "架空 三郎";
  party.name_kana = "カクウ サブロウ";
  party.date_of_birth = date("1960-01-01");
  party.relationship = "夫";
  return party;
}

/// The members that every kind may carry.
template <class Record>
Record with_envelope(Record record, const std::string& pointer) {
  record.label(pointer, Item::tax);
  record.warn("some.code", 3, "列", "説明");
  record.keep("列", "値");
  return record;
}

}  // namespace full
