// What the running daemon says of the morning, as far as the demonstration tells it: ids, codes,
// counts and sentences, no value of a person.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/result.hpp"

namespace hub::cli {

struct DemoReject {
  std::int64_t line = 0;
  std::string column;
  std::string reason;
};

/// One delivery. `state` is a word of the store: `applied`, `refused` …
struct DemoArrival {
  std::string id;
  std::string source;
  std::string state;
  std::string reason;
  std::int64_t records = 0;
  std::int64_t rejected = 0;
  std::vector<DemoReject> rejects;
};

struct DemoLink {
  std::string source;
  std::string record;    ///< kind of record
  std::string strength;  ///< how sure: deterministic, probable, possible, officer
  std::string rule;
};

struct DemoMember {
  std::string person;
  std::string evidence;  ///< why in this household: address, register_number …
  std::vector<DemoLink> links;
};

struct DemoHousehold {
  std::string id;
  std::vector<DemoMember> members;
};

/// The gate's answer for one person and one set of labels.
struct DemoAnswer {
  std::string person;
  std::string subject;   ///< focus, household
  std::string decision;  ///< allow, mask, deny
  std::string reason;
  std::string item;
  std::string item_name;
  std::string sentence;
  std::string cited;
  std::vector<std::string> fields;
};

struct DemoReferral {
  std::string id;
  std::string about;  ///< case
  std::string state;
  std::string to_name;
  std::string cited;
  std::vector<std::string> states;     ///< every one it was in
  std::vector<std::string> proposals;  ///< to the municipal officer
  std::vector<DemoAnswer> answers;
};

struct DemoFacts {
  std::vector<DemoArrival> arrivals;  ///< in the order in which they came
  std::vector<DemoReferral> referrals;
  DemoHousehold household;  ///< of the referral that went
};

/// How far the work is.
struct DemoProgress {
  std::size_t settled = 0;  ///< deliveries that nothing follows any more, or that wait for a person
  std::vector<std::string> referral_states;
};

base::Result<DemoProgress> ask_progress(const std::filesystem::path& socket);
base::Result<DemoFacts> ask_facts(const std::filesystem::path& socket);

}  // namespace hub::cli
