// expect: no matching (member )?(function|constructor)
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  struct Key {};
  static_cast<void>(name().look(Key{}));
#else
  struct Key {};
  static_cast<void>(Key{});
#endif
}
