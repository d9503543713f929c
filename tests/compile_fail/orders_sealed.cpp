// expect: no match for|invalid operands
#include <functional>

#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  static_cast<void>(std::less<hub::domain::Sealed<std::string>>{}(name(), name()));
#else
  static_cast<void>(std::less<>{}(name().source(), name().source()));
#endif
}
