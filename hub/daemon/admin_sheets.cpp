// What goes onto a paper form of a case. Which form is printed the command line knows; what may
// stand on it the hub decides.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/view_sheet.hpp"

namespace hub::daemon {
namespace {

base::Result<> data(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto about = request.id<base::CaseId>("case");
  if (!about) return about.error();
  const auto sitting = request.id_if_any<store::SittingId>("sitting");
  if (!sitting) return sitting.error();
  const auto book = ports.context.book();
  return show(ports, "sheet.printed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_sheet(reader, *book, {*about, *sitting}, reply.asker(),
                                           ports.context.clock.now(), sink);
              });
}

}  // namespace

void add_sheet_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["sheet.data"] = verb_of(ports, data);
}

}  // namespace hub::daemon
