// expect: private
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  using Key = hub::domain::GateKey;
  static_cast<void>(name().look(Key{}));
#else
  using Key = hub::domain::GateKey;
  static_cast<void>(sizeof(Key));
#endif
}
