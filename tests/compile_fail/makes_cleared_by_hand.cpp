// expect: private
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  static_cast<void>(hub::domain::Cleared<std::string>("山田 太郎"));
#else
  static_cast<void>(disclosure().clear(name()));
#endif
}
