// The municipality's counts for a period, and the cases behind one.
#include <algorithm>

#include "hub/daemon/admin_groups.hpp"
#include "hub/service/enter_count.hpp"
#include "hub/service/view_counts.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;

Result<service::CountAsk> asked_in(const AdminRequest& request) {
  const auto first = request.day("from");
  if (!first) return first.error();
  const auto last = request.day("until");
  if (!last) return last.error();
  if (!*first || !*last)
    return fail(Kind::invalid, "/from: a count has a first and a last day; write --year or both");
  service::CountAsk ask{**first, **last};
  ask.figure = request.text("figure");
  ask.desk = request.text("desk");
  ask.field = request.text("field");
  ask.area = request.text("area");
  ask.publish = request.flag("publish");
  return ask;
}

Result<> counts(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto ask = asked_in(request);
  if (!ask) return ask.error();
  const auto book = ports.context.book();
  return show(ports, "", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
    return service::view_counts(reader, *book, *ask, ports.context.clock.now(), sink);
  });
}

Result<> cases(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto ask = asked_in(request);
  if (!ask) return ask.error();
  const auto book = ports.context.book();
  return show(ports, "count.cases_looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_counted_cases(reader, *book, *ask, reply.asker(), sink);
              });
}

Result<> enter(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto year = request.number("year");
  const auto count = request.number("count");
  if (!count) return fail(Kind::invalid, "/count: is no number from 0 to 1,000,000,000,000");
  return service::enter_count(
      ports.context,
      {static_cast<int>(std::clamp<std::int64_t>(year.value_or(0), 0, 9999)),
       request.text("figure"), *count},
      reply.asker());
}

}  // namespace

void add_count_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["count.show"] = municipal_verb_of(ports, counts);
  verbs["count.enter"] = municipal_verb_of(ports, enter);
  verbs["count.cases"] = municipal_verb_of(ports, cases);
}

}  // namespace hub::daemon
