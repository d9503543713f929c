// expect: could not convert|no matching function|cannot convert|no viable
#include "hub/base/log.hpp"
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  hub::base::log(hub::base::Level::info, "seen", {{"name", name()}});
#else
  hub::base::log(hub::base::Level::info, "seen", {{"labels", name().labels().bits()}});
#endif
}
