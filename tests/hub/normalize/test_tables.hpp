// The repository's own tables, loaded once a test program.
#pragma once

#include "hub/normalize/tables.hpp"

namespace hub::normalize {

inline const Tables& test_tables() {
  static const auto tables = Tables::load(TSUNAGU_SOURCE_DIR "/config/data");
  return *tables;
}

}  // namespace hub::normalize
