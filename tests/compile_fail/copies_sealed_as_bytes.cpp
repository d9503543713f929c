// expect: constraints|no matching function|trivially
#include <array>
#include <bit>

#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  const hub::domain::Sealed<int> age;
  static_cast<void>(std::bit_cast<std::array<char, sizeof age>>(age));
#else
  static_cast<void>(std::bit_cast<std::array<char, 4>>(1));
#endif
}
