// The repository's own tables, loaded once a test program.
#pragma once

#include "hub/normalize/tables.hpp"
#include "tests/places.hpp"

namespace hub::normalize {

inline const Tables& test_tables() {
  static const auto tables = Tables::load(tests::in_source("/config/data"));
  return *tables;
}

}  // namespace hub::normalize
