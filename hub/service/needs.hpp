// What an officer writes down of a person's needs, wishes and pace, to look for a resource.
// The hub takes nothing of it from a field's records: what the officer does not know is 要確認.
#pragma once

#include <string>
#include <vector>

#include "hub/service/offer_shelf.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {

struct Needs {
  std::vector<std::string> kinds;
  std::vector<std::string> concerns;
  std::vector<std::string> wishes;
  std::vector<std::string> groups;
  std::vector<std::string> certificates;  ///< `none`: it is known that there is none
  std::vector<std::string> days;
  std::string age;
  std::string sex;
  std::string visits;  ///< a month
  std::string town;
  std::string plan;             ///< yes, no
  std::string needs_transport;  ///< yes, no
};

/// `invalid` for words that the vocabulary of matching does not know.
base::Result<matching::Seeker> seeker_of(const Needs& needs, const Towns& towns);

/// As members of an object that is open.
void put_needs(const Needs& needs, tsunagu::json::Writer& json);

}  // namespace hub::service
