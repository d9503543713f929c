// A new version of an adapter, or a corrected mapping: what it would change, the switch to it, and
// what was delivered before, read again.
#include <algorithm>

#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/compare_lines.hpp"
#include "hub/profile/check.hpp"
#include "hub/profile/mapping.hpp"
#include "tsunagu/mapping/json.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

constexpr std::int64_t usual_deliveries = 5;
constexpr std::int64_t most_deliveries = 100;

Result<std::string> mapping_in(const AdminPorts& ports, const AdminRequest& request) {
  const auto file = request.absolute_path("mapping");
  if (!file) return file.error();
  profile::Problems problems;
  const auto mapping = profile::read_mapping(*file, problems);
  if (problems.empty()) return tsunagu::mapping::write(mapping);
  const bool english = ports.context.book()->settings.language == "en";
  return profile::failure_of(problems, english ? profile::Language::en : profile::Language::ja);
}

/// The version that the request names: a module, or a mapping for a source that is read by one.
Result<VersionWish> version_in(AdminPorts& ports, const AdminRequest& request) {
  VersionWish wish;
  auto source = request.needed("source");
  if (!source) return source.error();
  wish.source = std::move(*source);
  const auto* known = profile::find_source(ports.context.book()->profile, wish.source);
  if (known == nullptr) return fail(Kind::not_found, "no such source; see `source list`");
  const bool by_mapping = !request.text("mapping").empty();
  if (by_mapping == !request.text("module").empty())
    return fail(Kind::invalid, "name the new version by a module or by a mapping");
  if (!by_mapping) {
    auto module = request.absolute_path("module");
    if (!module) return module.error();
    wish.version.module = std::move(*module);
    return wish;
  }
  if (known->adapter != profile::table_adapter)
    return fail(Kind::unsupported, "the source is not read by a mapping");
  auto mapping = mapping_in(ports, request);
  if (!mapping) return mapping.error();
  wish.version.mapping = std::move(*mapping);
  return wish;
}

Result<> diff(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto wish = version_in(ports, request);
  if (!wish) return wish.error();
  const auto last = std::clamp<std::int64_t>(request.number("last").value_or(usual_deliveries), 1,
                                             most_deliveries);
  auto logged = log_done(ports, entry_of(reply, "adapter.compared", {"source/" + wish->source}));
  if (!logged) return logged;
  CompareLines lines(reply, request.limit());
  return ports.compare_versions(*wish, static_cast<std::size_t>(last), lines);
}

void put_switched(ReplySink& reply, const std::string& source, const Switch& switched) {
  service::ViewLine line("switched");
  line.code("source", source).text("former", switched.former).text("version", switched.version);
  put_line(reply, line);
}

Result<> move(AdminPorts& ports, const VersionWish& wish, ReplySink& reply) {
  const auto switched = ports.switch_version(
      wish, reply.asker(), [&reply] { return reply.line(R"({"kind":"progress"})"); });
  if (!switched) return switched.error();
  put_switched(reply, wish.source, *switched);
  return {};
}

Result<> switch_over(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto wish = version_in(ports, request);
  return wish ? move(ports, *wish, reply) : Result<>(wish.error());
}

Result<> roll_back(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto source = request.needed("source");
  return source ? move(ports, {*source, {}}, reply) : Result<>(source.error());
}

Result<service::ReplayWish> replay_in(const AdminRequest& request) {
  service::ReplayWish wish;
  const auto day = request.day("since");
  if (!day) return day.error();
  if (*day) wish.since = base::from_jst_day(**day);
  const auto arrival = request.id_if_any<base::ArrivalId>("arrival");
  if (!arrival) return arrival.error();
  wish.from = *arrival;
  return wish;
}

Result<> replay(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto source = request.needed("source");
  if (!source) return source.error();
  const auto wish = replay_in(request);
  if (!wish) return wish.error();
  const auto replayed = ports.replay(*source, *wish, reply.asker());
  if (!replayed) return replayed.error();
  for (const auto& arrival : *replayed) {
    service::ViewLine line("replayed");
    line.code("source", *source).id("arrival", arrival);
    put_line(reply, line);
  }
  return {};
}

}  // namespace

void add_upgrade_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["adapter.diff"] = verb_of(ports, diff);
  verbs["adapter.rollback"] = verb_of(ports, roll_back);
  verbs["source.replay"] = verb_of(ports, replay);
  verbs["adapter.switch"] = verb_of(ports, switch_over);
}

}  // namespace hub::daemon
