// expect: could not convert|no matching function|no viable conversion|cannot convert
#include "hub/base/result.hpp"
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  static_cast<void>(hub::base::fail(hub::base::Kind::invalid, name()));
#else
  static_cast<void>(hub::base::fail(hub::base::Kind::invalid, "row 3"));
#endif
}
