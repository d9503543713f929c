// Persons as an officer looks for them. What he asks for stands in the request alone: in no list of
// processes, no address and no log.
#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/admin_support.hpp"
#include "hub/service/search_persons.hpp"

namespace hub::daemon {
namespace {

constexpr std::size_t most_found = 50;

base::Result<> search(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const service::Search wanted{.words = {.name = request.text("name"),
                                         .kana = request.text("kana"),
                                         .birthday = request.text("birthday"),
                                         .number = request.text("number")},
                               .asker = reply.asker(),
                               .at_most = most_found};
  return show(ports, "person.searched", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::search_persons(reader, ports.context, wanted, sink);
              });
}

}  // namespace

void add_search_verb(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["person.search"] = verb_of(ports, search);
}

}  // namespace hub::daemon
