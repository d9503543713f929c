// expect: formattable|Cannot format an argument|cannot format|deleted|no matching
#define FMT_HEADER_ONLY
#include <fmt/format.h>

#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  static_cast<void>(fmt::format("{}", name()));
#else
  static_cast<void>(fmt::format("{}", static_cast<unsigned>(name().source())));
#endif
}
