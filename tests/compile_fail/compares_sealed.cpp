// expect: deleted
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  static_cast<void>(name() == name());
#else
  static_cast<void>(name().owner() == name().owner());
#endif
}
