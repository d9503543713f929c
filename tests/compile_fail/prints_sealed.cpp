// expect: use of deleted function|overload resolution selected deleted operator
#include <iostream>

#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  std::cout << name();
#else
  std::cout << static_cast<unsigned>(name().source());
#endif
}
