// The data key: which one seals, and a fresh one for everything, while the hub works.
#include "hub/daemon/admin_groups.hpp"
#include "hub/store/data_keys.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using http::ReplySink;
using service::ViewLine;
using service::ViewSink;

Result<> list(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  return show(ports, "", reply,
              [](store::Reader& reader, const ViewSink& sink) -> Result<service::Shown> {
                const auto sealing = store::sealing_key(reader);
                const bool rotating = store::is_rotating(reader);
                for (const auto& key : store::list_data_keys(reader)) {
                  ViewLine line("key");
                  line.count("version", key.version).time("madeAt", key.made_at);
                  line.code("state", key.version != sealing ? "leaving"
                                     : rotating             ? "rotating"
                                                            : "sealing");
                  line.to(sink);
                }
                return service::Shown{};
              });
}

Result<> rotate(AdminPorts& ports, ReplySink& reply) {
  const auto put = [&reply](std::string_view kind, const store::RotationProgress& progress) {
    ViewLine line(kind);
    line.count("rows", progress.renewed).count("rowsInAll", progress.in_all);
    bool stays = false;
    line.to([&](std::string_view json) { stays = reply.line(json); });
    return stays;
  };
  const auto done = ports.rotate_key(reply.asker(), [&](const store::RotationProgress& progress) {
    return put("progress", progress);
  });
  if (!done) return done.error();
  put("rotated", *done);
  return {};
}

}  // namespace

void add_key_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["keys.list"] = verb_of(ports, list);
  verbs["keys.rotate"] = [&ports](const std::string&, ReplySink& reply) {
    return rotate(ports, reply);
  };
}

}  // namespace hub::daemon
