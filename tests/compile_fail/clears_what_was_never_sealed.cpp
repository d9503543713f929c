// expect: no matching (member )?(function|constructor)
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  static_cast<void>(disclosure().clear(std::string("山田 太郎")));
#else
  static_cast<void>(disclosure().clear(name()));
#endif
}
