// Persons about whom it is asked whether they live together, and all that bears on it, read once
// each: where they live now, the household numbers and housemates that hints say of them.
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "hub/linkage/homes.hpp"
#include "hub/linkage/resident.hpp"
#include "hub/service/open_records.hpp"
#include "hub/store/persons.hpp"

namespace hub::service {

struct Someone {
  std::vector<linkage::Place> places{};  ///< of the records; none: nobody any more
  linkage::Residence now{};
  bool hidden = false;
  crypto::Token house = 0;                  ///< of `now`; 0 where it is not known
  std::vector<crypto::Token> tokens{};      ///< of all records
  std::vector<crypto::Token> numbers{};     ///< 世帯番号
  std::vector<crypto::Token> housemates{};  ///< MatchKind::person_record
};

/// How far it is looked for those who may live with somebody.
struct Around {
  bool before = false;      ///< also where the person's records say they lived before
  std::size_t stirred = 0;  ///< so many may have come or gone since the stored homes were settled
};

/// In one transaction, in which no record changes meanwhile.
class HomeCircle {
 public:
  using Persons = std::vector<store::PersonRow>;

  /// Borrows; `open` holds no other records.
  HomeCircle(OpenRecords& open, base::UtcMillis at) : open_(open), at_(at) {}

  const Someone& read(store::PersonRow person);
  /// Whoever may live with the person, read: all who live in a house that is not large, else those
  /// of the same room. From a house or a number that may have passed its limit just now, all.
  Persons near(store::PersonRow person, const Around& how);
  /// Over all who were read; by place, whose record it is.
  [[nodiscard]] linkage::Homes settle();
  [[nodiscard]] const std::vector<store::PersonRow>& owners() const noexcept { return owners_; }

 private:
  struct House {
    Persons residents{};
    bool large = false;
    bool whole = false;       ///< all residents were read
    std::size_t stirred = 0;  ///< with which it was read
  };
  struct Bearers {
    std::set<store::PersonRow> persons{};
    std::size_t shown = 0;  ///< of them, who don't hide
    bool whole = false;     ///< all were read
  };
  void read_hints(crypto::Token self, linkage::Place place, Someone& someone);
  void note_number(crypto::Token number, linkage::Place place, std::uint16_t day, Someone& someone);
  const House& house(crypto::Token token, std::size_t stirred);
  void add_residents(const Someone& someone, crypto::Token house, const Around& how, Persons& near);
  const Bearers& bearers(crypto::Token number, std::size_t stirred);
  void add_bearers(crypto::Token number, const Around& how, Persons& near);
  void add_housemates(const Someone& someone, Persons& near);
  [[nodiscard]] std::vector<linkage::StatedHousemates> stated() const;
  [[nodiscard]] std::vector<linkage::NotOfHousehold> apart();
  [[nodiscard]] std::vector<linkage::HidesFrom> hiding();
  [[nodiscard]] std::vector<std::uint64_t> large_houses() const;

  struct Stated {
    linkage::Place place;
    crypto::Token other;
    std::uint16_t day;
  };
  OpenRecords& open_;
  base::UtcMillis at_;
  linkage::HomeSettings settings_{};
  std::map<store::PersonRow, Someone> read_;
  std::vector<store::PersonRow> owners_;
  std::unordered_map<crypto::Token, linkage::Place> places_;  // MatchKind::person_record
  std::vector<linkage::RegisterBearer> registers_;
  std::vector<Stated> stated_;
  std::unordered_map<crypto::Token, House> houses_;
  std::unordered_map<crypto::Token, Bearers> bearers_;
};

}  // namespace hub::service
