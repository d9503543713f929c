#include "hub/daemon/refusals.hpp"

namespace hub::daemon {
namespace {

using base::Kind;

bool is_refusal(Kind kind) {
  switch (kind) {
    case Kind::internal:
    case Kind::corrupt:
    case Kind::busy:
    case Kind::unavailable:
    case Kind::storage_full:
      return false;
    default:
      return true;
  }
}

audit::Entry entry_of(const Refusal& refusal) {
  audit::Entry entry;
  entry.actor = refusal.asker;
  entry.action = "request.refused";
  entry.objects = refusal.objects;
  entry.rule = base::name_of(refusal.why.kind());
  entry.correlation = refusal.correlation;
  return entry;
}

}  // namespace

base::Failure log_refusal(service::Context& context, const Refusal& refusal) {
  if (!is_refusal(refusal.why.kind())) return refusal.why;
  const auto written = context.db.write([&](store::Transaction& tx) -> base::Result<> {
    tx.audit(entry_of(refusal));
    return {};
  });
  return written ? refusal.why : written.error();
}

void log_refusal(service::Context& context, const Refusal& refusal, const Told& told) {
  if (!is_refusal(refusal.why.kind())) return told(refusal.why);
  const auto queued = context.db.writer().submit(
      [entry = entry_of(refusal)](store::Transaction& tx) -> base::Result<> {
        tx.audit(entry);
        return {};
      },
      [told, why = refusal.why](const base::Result<>& written) {
        told(written ? why : written.error());
      });
  if (!queued) told(queued.error());
}

}  // namespace hub::daemon
