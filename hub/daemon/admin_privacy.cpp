// The person's own side: what went where, who looked, and looks that somebody should ask about.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/odd_looks.hpp"
#include "hub/service/view_disclosures.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;
using service::PageReader;

Result<PageReader> page_reader_of(std::string_view word) {
  if (word.empty() || word == "person") return PageReader::person;
  if (word == "representative") return PageReader::representative;
  if (word == "officer") return PageReader::officer;
  return fail(Kind::invalid, "/for: is person, representative or officer");
}

Result<> disclosures(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto person = request.id<base::PersonId>("person");
  if (!person) return person.error();
  const auto page_reader = page_reader_of(request.text("for"));
  if (!page_reader) return page_reader.error();
  const auto book = ports.context.book();
  return show(ports, "person.disclosures_looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_disclosures(reader, *book, *person, *page_reader,
                                                 ports.context.clock.now(), sink);
              });
}

Result<> odd_looks(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto month = request.needed("month");
  if (!month) return month.error();
  return show(ports, "audit.looks_looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_odd_looks(reader, *month, sink);
              });
}

}  // namespace

void add_privacy_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["person.disclosures"] = verb_of(ports, disclosures);
  verbs["audit.looks"] = verb_of(ports, odd_looks);
}

}  // namespace hub::daemon
