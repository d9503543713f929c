#include "hub/service/view_partners.hpp"

#include <algorithm>

#include "hub/store/partners.hpp"

namespace hub::service {
namespace {

std::string_view state_of(const store::PartnerHealth& health) {
  if (health.paused_at) return "paused";
  return health.failures > 0 ? "failing" : "open";
}

void put_partner(const store::PartnerHealth& health, const ViewSink& sink) {
  ViewLine line("partner");
  line.code("partner", health.name).code("state", state_of(health));
  line.count("failures", health.failures).code("reason", health.last_reason);
  line.time("pausedAt", health.paused_at).time("lastOkAt", health.last_ok_at);
  line.time("lastFailureAt", health.last_failure_at);
  line.to(sink);
}

}  // namespace

void view_partners(store::Reader& reader, const Book& book, const ViewSink& sink) {
  auto known = store::list_partners(reader);
  for (const auto& partner : book.profile.partners) {
    const auto at = std::find_if(known.begin(), known.end(), [&](const store::PartnerHealth& one) {
      return one.name == partner.code;
    });
    store::PartnerHealth fresh;
    fresh.name = partner.code;
    put_partner(at == known.end() ? fresh : *at, sink);
    if (at != known.end()) known.erase(at);
  }
  for (const auto& other : known)
    put_partner(other, sink);
}

}  // namespace hub::service
