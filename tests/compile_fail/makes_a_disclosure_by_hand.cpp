// expect: private|no matching|deleted
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  const hub::domain::Disclosure made({}, hub::domain::Situation{});
#else
  static_cast<void>(hub::domain::disclose({}, hub::domain::Situation{}));
#endif
}
