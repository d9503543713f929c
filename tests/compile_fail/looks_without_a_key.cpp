// expect: no matching (member )?(function|constructor)
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  static_cast<void>(name().look());
#else
  static_cast<void>(name().owner());
#endif
}
