// expect: private
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  using Key = hub::domain::StoreKey;
  static_cast<void>(Key{});
#else
  using Key = hub::domain::StoreKey;
  static_cast<void>(sizeof(Key));
#endif
}
