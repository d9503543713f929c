#include "hub/intake/known.hpp"

#include "hub/audit/entry.hpp"
#include "hub/base/log.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/intake/shelf.hpp"
#include "hub/store/quarantines.hpp"

namespace hub::intake {
namespace {

using base::Level;
using base::Result;
using Known = std::optional<store::KnownAdapter>;

Result<Known> known_to(service::Context& context, const std::string& source) {
  return context.db.read([&](store::Reader& reader) -> Result<Known> {
    return store::find_known_adapter(reader, source);
  });
}

audit::Entry entry_of(std::string_view action, const std::string& source) {
  audit::Entry entry;
  entry.actor = "system";
  entry.action = action;
  entry.objects = {"source/" + source};
  return entry;
}

bool is_same(const store::KnownAdapter& one, const store::KnownAdapter& other) {
  return one.adapter == other.adapter && one.version == other.version &&
         one.sha256 == other.sha256 && one.publisher == other.publisher &&
         one.awaited == other.awaited;
}

void keep(service::Context& context, const std::string& source,
          const adapter::Quarantine& quarantine) {
  const auto& fault = quarantine.fault;
  const auto kept = context.db.write([&](store::Transaction& tx) -> Result<> {
    store::quarantine_adapter(
        tx, source,
        {quarantine.since, std::string(adapter::name_of(fault.cause)), fault.code, fault.text});
    tx.audit(entry_of("adapter.quarantined", source));
    return {};
  });
  if (!kept)
    base::log(Level::error, "adapter_quarantine_not_kept",
              {{"source", source}, {"reason", base::name_of(kept.error().kind())}});
}

}  // namespace

adapter::Launch known_launch(service::Context& context, const profile::Source& source,
                             const Places& places, const Version& version) {
  auto launch = launch_of(source, context.book()->settings, places, version);
  const auto known = known_to(context, source.code);
  if (!known) {
    base::log(Level::error, "adapter_known_unread",
              {{"source", source.code}, {"reason", base::name_of(known.error().kind())}});
    launch.trust.was_signed = true;
    return launch;
  }
  if (!*known) return launch;
  launch.trust.was_signed = !(*known)->publisher.empty();
  if ((*known)->awaited) launch.trust.awaited = crypto::to_hex((*known)->sha256);
  return launch;
}

store::KnownAdapter known_of(const profile::Source& source, const adapter::Launch& launch,
                             const adapter::Supervisor& started) {
  const auto manifest = started.manifest();
  return {.source = source.code,
          .adapter = source.adapter,
          .version = manifest ? manifest->version : std::string(),
          .sha256 = digest_of(launch.adapter),
          .publisher = started.status().publisher};
}

Result<> note_known(service::Context& context, const store::KnownAdapter& adapter) {
  const auto known = known_to(context, adapter.source);
  if (!known) return known.error();
  if (*known && is_same(**known, adapter)) return {};
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    store::know_adapter(tx, adapter);
    auto entry = entry_of("adapter.known", adapter.source);
    entry.objects.push_back("version/" + adapter.version);
    tx.audit(entry);
    return {};
  });
}

void watch_quarantine(service::Context& context, adapter::Supervisor& adapter) {
  const std::string source = adapter.source();
  const auto standing =
      context.db.read([&](store::Reader& reader) -> Result<std::optional<store::QuarantineRow>> {
        return store::find_quarantine(reader, source);
      });
  if (!standing) {
    base::log(Level::error, "adapter_quarantine_unread",
              {{"source", source}, {"reason", base::name_of(standing.error().kind())}});
  } else if (*standing) {
    const auto& row = **standing;
    adapter.quarantine({row.since, {adapter::cause_from(row.cause), row.code, row.fault}});
  }
  adapter.on_quarantine([&context, source](const adapter::Quarantine& quarantine) {
    keep(context, source, quarantine);
  });
}

}  // namespace hub::intake
