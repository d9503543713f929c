// expect: no matching (member )?(function|constructor)|could not convert|no viable
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  hub::domain::Sealed<std::string> made("x", hub::base::CaseId{}, {}, {});
#else
  hub::domain::Sealed<std::string> made("x", hub::base::PersonId{}, {}, {});
#endif
}
