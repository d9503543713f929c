// expect: read-only|returns a const value
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  disclosure().verdict().decision = hub::domain::Decision::allow;
#else
  static_cast<void>(disclosure().verdict().decision);
#endif
}
