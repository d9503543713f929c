// A resource of the community as somebody who is told of a person: `resource/<id>`. A consent names
// the one place that the person chose, never all of them.
#pragma once

#include <string>
#include <string_view>

#include "hub/service/recipient.hpp"
#include "hub/store/resources.hpp"

namespace hub::service {

inline constexpr std::string_view resource_prefix = "resource/";

inline std::string resource_code(const domain::ResourceId& id) {
  return std::string(resource_prefix) + id.text();
}

/// Nobody knows whom a place serves, so whoever is hidden is hidden from it.
inline Recipient resource_recipient(const domain::ResourceId& id) {
  Recipient out;
  out.agency = resource_code(id);
  out.groups = {out.agency};
  out.kind = domain::RecipientKind::private_;
  out.known = false;
  return out;
}

}  // namespace hub::service
