// Counts of a year, as they may be published.
#include <charconv>

#include "hub/daemon/admin_groups.hpp"
#include "hub/service/view_statistics.hpp"

namespace hub::daemon {

void add_statistics_verb(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["stats"] = [&ports](const std::string& json, http::ReplySink& reply) -> base::Result<> {
    const auto text = AdminRequest(json).text("year");
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    const auto book = ports.context.book();
    return show(ports, "", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
      return service::view_statistics(reader, *book, year, ports.context.clock.now(), sink);
    });
  };
}

}  // namespace hub::daemon
