// One adapter's process, started for a hub and kept until it ends or the hub goes.
#pragma once

#include <filesystem>

#include "hub/keeper/line.hpp"

namespace hub::keeper {

struct Ground {
  std::filesystem::path host;    ///< tsunagu-adapter-host
  std::filesystem::path folder;  ///< of our own: the adapter's file is copied there to be run
  int stop = -1;                 ///< readable: end it; borrowed
};

/// Returns when the process has ended.
void keep(Line line, const Ground& ground);

}  // namespace hub::keeper
