// How an adapter is written in C++: derive from `Adapter`, and name the class in one macro.
//
//   class Smallest final : public tsunagu::Adapter {
//    public:
//     static constexpr std::string_view manifest = R"({"id": "smallest", …})";
//     explicit Smallest(const tsunagu::Config& config);
//     tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override;
//   };
//   TSUNAGU_ADAPTER(Smallest)
//
// Everything is called on one thread, one call at a time. Any exception is caught at the boundary:
// it refuses the delivery or message at hand, and the adapter is asked again for the next one.
#pragma once

#include "tsunagu/adapter.h"
#include "tsunagu/config.hpp"
#include "tsunagu/decode.hpp"
#include "tsunagu/push.hpp"

namespace tsunagu {

class Adapter {
 public:
  Adapter() = default;
  Adapter(const Adapter&) = delete;
  Adapter& operator=(const Adapter&) = delete;
  virtual ~Adapter() = default;

  /// Reads one delivery to its end and hands out its records.
  virtual Outcome decode(Input& input, Sink& sink) = 0;

  /// Writes one message as files for the field's own system.
  virtual Outcome push(const Message& message, Outbox& outbox) {
    static_cast<void>(message);
    static_cast<void>(outbox);
    return Outcome::unsupported();
  }

  /// Says how it is, within a second.
  virtual void health(Health& health) { health.good("ready", "準備ができています"); }
};

}  // namespace tsunagu

#include "tsunagu/detail/table.hpp"

/// Once in a module, at namespace scope: makes `Class` what the module's one exported function
/// returns.
#define TSUNAGU_ADAPTER(Class)                                                  \
  extern "C" TSUNAGU_EXPORT const tsunagu_adapter_table* tsunagu_adapter_v1() { \
    return &tsunagu::table_of<Class>();                                         \
  }                                                                             \
  static_assert(true)
