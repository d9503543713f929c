// `tsunagu adapter try FILE`: each step of each record, written nowhere.
#pragma once

#include <cstdint>
#include <string>

#include "hub/cli/console.hpp"
#include "hub/workshop/subject.hpp"

namespace hub::cli {

struct TryWish {
  std::string file;
  workshop::SubjectWish subject;
  std::string config;        ///< hub.yaml whose thresholds and weights link; empty: a new hub's
  std::uint64_t line = 0;    ///< only what begins on this line; 0: from the first
  std::size_t records = 10;  ///< at most so many
};

void try_delivery(Console& console, const TryWish& wish);

}  // namespace hub::cli
