#include "hub/base/failure.hpp"

namespace hub::base {

std::string_view name_of(Kind kind) noexcept {
  switch (kind) {
    case Kind::internal:
      return "internal";
    case Kind::invalid:
      return "invalid";
    case Kind::not_found:
      return "not_found";
    case Kind::conflict:
      return "conflict";
    case Kind::forbidden:
      return "forbidden";
    case Kind::unauthorized:
      return "unauthorized";
    case Kind::too_large:
      return "too_large";
    case Kind::unsupported:
      return "unsupported";
    case Kind::busy:
      return "busy";
    case Kind::storage_full:
      return "storage_full";
    case Kind::unavailable:
      return "unavailable";
    case Kind::corrupt:
      return "corrupt";
  }
  return "internal";
}

Failure Failure::in(std::string_view doing) const {
  return {kind_, std::string(doing) + ": " + text_};
}

}  // namespace hub::base
