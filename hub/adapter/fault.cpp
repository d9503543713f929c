#include "hub/adapter/fault.hpp"

namespace hub::adapter {

std::string_view name_of(Cause cause) noexcept {
  constexpr std::string_view names[] = {"exited",   "signalled", "hung",
                                        "nonsense", "flooded",   "not_started"};
  return names[static_cast<std::size_t>(cause)];
}

Cause cause_from(std::string_view name) noexcept {
  for (const auto cause :
       {Cause::exited, Cause::signalled, Cause::hung, Cause::nonsense, Cause::flooded}) {
    if (name_of(cause) == name) return cause;
  }
  return Cause::not_started;
}

std::string_view name_of(State state) noexcept {
  constexpr std::string_view names[] = {"stopped",     "ready",       "working",
                                        "backing_off", "quarantined", "refused"};
  return names[static_cast<std::size_t>(state)];
}

}  // namespace hub::adapter
