#include "hub/daemon/adapter_view.hpp"

#include <algorithm>

namespace hub::daemon {
namespace {

using adapter::State;
using service::ViewLine;
using service::ViewSink;

/// What an operator does about it; empty: nothing.
std::string_view next_step(State state) {
  switch (state) {
    case State::quarantined:
      return "release_when_mended";
    case State::refused:
      return "reload_when_mended";
    case State::backing_off:
      return "restarts_by_itself";
    case State::stopped:
    case State::ready:
    case State::working:
      return {};
  }
  return {};
}

ViewLine& add_state(ViewLine& line, const AdapterHealth& health) {
  const auto& status = health.status;
  line.code("source", health.source).code("state", adapter::name_of(status.state));
  if (health.manifest)
    line.text("adapter", health.manifest->id).text("version", health.manifest->version);
  line.flag("switched", health.switched);
  line.count("starts", static_cast<std::int64_t>(status.starts));
  line.count("deaths", static_cast<std::int64_t>(status.deaths));
  if (!status.last_fault) return line;
  return line.code("cause", adapter::name_of(status.last_fault->cause))
      .text("fault", status.last_fault->text);
}

void put_health(const adapter::HealthLine& said, const ViewSink& sink) {
  ViewLine line("health");
  line.code("how", said.good ? "good" : "bad").code("code", said.code).text("text", said.text);
  line.to(sink);
}

void put_push(const AdapterHealth& health, const std::string& kind, const ViewSink& sink) {
  const auto& granted = health.may_push;
  const bool may = std::find(granted.begin(), granted.end(), kind) != granted.end();
  ViewLine line("push");
  line.code("message", kind).code("granted", may ? "granted" : "not_granted");
  line.to(sink);
}

}  // namespace

void put_adapter(const AdapterHealth& health, const ViewSink& sink) {
  ViewLine line("adapter");
  add_state(line, health).to(sink);
}

void put_adapter_whole(const AdapterHealth& health, const ViewSink& sink) {
  const auto& status = health.status;
  ViewLine line("adapter");
  add_state(line, health);
  line.count("deathsInARow", status.deaths_in_a_row);
  line.time("quarantinedSince", status.quarantined_since);
  if (!status.publisher.empty()) line.text("publisher", status.publisher);
  if (const auto next = next_step(status.state); !next.empty()) line.code("next", next);
  line.to(sink);
  for (const auto& said : status.health)
    put_health(said, sink);
  if (health.manifest) {
    for (const auto& kind : health.manifest->pushes)
      put_push(health, kind, sink);
  }
  for (const auto& limit : profile::adapter_limit_table()) {
    ViewLine row("limit");
    row.code("limit", limit.key).count("value", health.limits.*limit.value);
    row.count("otherwise", limit.otherwise).to(sink);
  }
}

}  // namespace hub::daemon
