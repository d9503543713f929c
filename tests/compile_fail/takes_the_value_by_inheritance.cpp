// expect: private
#include "tests/compile_fail/person.hpp"

struct Thief : hub::domain::Sealed<std::string> {
  using Sealed::Sealed;
#ifdef OFFENCE
  [[nodiscard]] const std::string& take() const {
    return value_;
  }
#else
  [[nodiscard]] hub::domain::SourceId take() const {
    return source();
  }
#endif
};
