// The registry of 地域づくり as officers keep it: a resource of their own, what they add to a
// source's, and that it still is as it says. Each is an edit; none is overwritten.
#pragma once

#include <optional>
#include <string>

#include "hub/service/context.hpp"
#include "hub/service/resource_facts.hpp"
#include "hub/service/unchanged.hpp"

namespace hub::service {

/// `record`: one object of the kind resource, as an adapter would give it.
base::Result<domain::ResourceId> register_resource(Context& context, const std::string& record,
                                                   const std::string& asker);

/// What is absent stays as it was; an empty text takes it away.
struct ResourceChange {
  std::optional<std::string> record{};  ///< of one that staff registered
  std::optional<std::string> places{};
  std::optional<bool> staff_only{};
  std::optional<std::string> conditions{};
  std::optional<std::string> contact{};
  std::optional<std::string> note{};
};
base::Result<> edit_resource(Context& context, const domain::ResourceId& id,
                             const ResourceChange& change, const std::string& asker,
                             const Unchanged& unchanged = {});

/// Somebody found today that it is as it says.
base::Result<> confirm_resource(Context& context, const domain::ResourceId& id,
                                const std::string& asker, const Unchanged& unchanged = {});

}  // namespace hub::service
