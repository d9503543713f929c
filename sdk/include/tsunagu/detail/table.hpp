// The C functions behind TSUNAGU_ADAPTER: each is a barrier that no exception passes.
#pragma once

#include <concepts>
#include <exception>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tsunagu/adapter.hpp"

namespace tsunagu {

/// An Adapter with a constant manifest that is made from its settings.
template <class T>
concept AdapterClass =
    std::derived_from<T, Adapter> && std::constructible_from<T, const Config&> && requires {
  { T::manifest } -> std::convertible_to<std::string_view>;
};

/// An adapter with extensions: `extension` answers their tables by name, as their headers make
/// them.
template <class T>
concept Extended = requires(std::string_view name) {
  { T::extension(name) } -> std::same_as<const tsunagu_extension*>;
};

namespace detail {

inline Adapter& own(tsunagu_adapter* adapter) {
  return *reinterpret_cast<Adapter*>(adapter);
}

inline Config config_from(const tsunagu_setting* settings, std::size_t count,
                          const tsunagu_host& host) {
  Config::Settings pairs;
  pairs.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    pairs.emplace_back(view(settings[i].key), view(settings[i].value));
  }
  Config config(std::move(pairs));
  config.set_data_dir(std::string(view(host.data_dir)));
  return config;
}

/// Hands the problem of a refused outcome to whoever gave the work (a sink or an outbox).
template <class Giver>
tsunagu_status refuse(const Giver& giver, tsunagu_status status, const Problem& problem) {
  const tsunagu_problem flat = flatten(problem);
  giver.refuse(&giver, &flat);
  return status;
}

/// Runs `work`, which returns a status, and turns whatever it throws into one.
template <class Giver, class Work>
tsunagu_status guarded(const Giver& giver, Work work) noexcept try {
  return work();
} catch (const Stopped&) {
  return TSUNAGU_STOPPED;
} catch (const std::exception& error) {
  return refuse(giver, TSUNAGU_FAILED, Problem{"exception", error.what()});
} catch (...) {
  return refuse(giver, TSUNAGU_FAILED, Problem{"exception", "unknown exception"});
}

template <AdapterClass Class>
tsunagu_status create(const tsunagu_setting* settings, std::size_t count, const tsunagu_host* host,
                      tsunagu_adapter** out) noexcept try {
  *out = nullptr;
  std::unique_ptr<Adapter> made = std::make_unique<Class>(config_from(settings, count, *host));
  *out = reinterpret_cast<tsunagu_adapter*>(made.release());
  return TSUNAGU_OK;
} catch (const ConfigError& error) {
  host->refuse(host, text(error.key()), text(error.what()));
  return TSUNAGU_REFUSED;
} catch (const std::exception& error) {
  host->refuse(host, text(""), text(error.what()));
  return TSUNAGU_FAILED;
} catch (...) {
  host->refuse(host, text(""), text("unknown exception"));
  return TSUNAGU_FAILED;
}

inline void destroy(tsunagu_adapter* adapter) noexcept {
  delete &own(adapter);
}

inline tsunagu_status decode(tsunagu_adapter* adapter, const tsunagu_input* input,
                             const tsunagu_sink* sink) noexcept {
  return guarded(*sink, [&]() -> tsunagu_status {
    Input from(*input);
    Sink to(*sink);
    const Outcome outcome = own(adapter).decode(from, to);
    if (outcome.status() == TSUNAGU_REFUSED) {
      return refuse(*sink, TSUNAGU_REFUSED, outcome.problem());
    }
    if (outcome.status() != TSUNAGU_OK) return outcome.status();
    const tsunagu_finish finish{sizeof(finish), 0, outcome.rows(), text(outcome.order_key())};
    return sink->finish(sink, &finish);
  });
}

inline tsunagu_status push(tsunagu_adapter* adapter, const tsunagu_message* message,
                           const tsunagu_outbox* outbox) noexcept {
  return guarded(*outbox, [&]() -> tsunagu_status {
    Outbox to(*outbox);
    const Outcome outcome = own(adapter).push(Message(*message), to);
    if (outcome.status() == TSUNAGU_REFUSED) {
      return refuse(*outbox, TSUNAGU_REFUSED, outcome.problem());
    }
    return outcome.status();
  });
}

inline tsunagu_status health(tsunagu_adapter* adapter, const tsunagu_health* health) noexcept try {
  Health to(*health);
  own(adapter).health(to);
  return TSUNAGU_OK;
} catch (const std::exception& error) {
  health->line(health, 0, text("exception"), text(error.what()));
  return TSUNAGU_FAILED;
} catch (...) {
  health->line(health, 0, text("exception"), text("unknown exception"));
  return TSUNAGU_FAILED;
}

template <class Class>
const tsunagu_extension* extension(tsunagu_text name) noexcept {
  if constexpr (Extended<Class>) return Class::extension(view(name));
  return nullptr;
}

}  // namespace detail

/// The table of an adapter class, also for tests that link the class instead of loading a module.
template <AdapterClass Class>
const tsunagu_adapter_table& table_of() {
  static const tsunagu_adapter_table table = {
      sizeof(tsunagu_adapter_table),
      0,
      []() -> tsunagu_text { return detail::text(Class::manifest); },
      detail::create<Class>,
      detail::destroy,
      detail::decode,
      detail::push,
      detail::health,
      detail::extension<Class>,
  };
  return table;
}

}  // namespace tsunagu
