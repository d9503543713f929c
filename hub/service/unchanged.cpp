#include "hub/service/unchanged.hpp"

namespace hub::service {

base::Failure changed_since() {
  return base::fail(base::Kind::conflict, std::string(changed_meanwhile));
}

bool is_changed_since(const base::Failure& failure) {
  return failure.kind() == base::Kind::conflict && failure.text() == changed_meanwhile;
}

}  // namespace hub::service
