// What is wrong, as codes: the command says in words what each means and what to do.
#include <filesystem>

#include "hub/daemon/admin_groups.hpp"
#include "hub/service/view_incidents.hpp"
#include "hub/service/view_patterns.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/audit_notes.hpp"
#include "hub/store/data_keys.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/partners.hpp"
#include "hub/store/person_requests.hpp"
#include "hub/store/referrals.hpp"
#include "hub/store/rejects.hpp"
#include "hub/store/rotation.hpp"
#include "hub/store/signals.hpp"
#include "hub/store/sources.hpp"
#include "hub/store/stop_notices.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using service::ViewLine;
using service::ViewSink;

constexpr std::uintmax_t little_space = 1024ull * 1024 * 1024;
constexpr std::size_t looked_through = 1000;
constexpr std::chrono::minutes long_unsigned(30);
constexpr std::chrono::days soon_due(7);

/// `subject`: the code or id that it is about; `count`: how many, or how much.
void find(const ViewSink& sink, std::string_view code, std::string_view subject,
          std::int64_t count = 1) {
  ViewLine line("finding");
  line.code("code", code).code("subject", subject).count("count", count);
  line.to(sink);
}

void look_at_disk(const store::Database& db, const ViewSink& sink) {
  std::error_code failed;
  const auto space = std::filesystem::space(db.folder(), failed);
  if (failed || space.available >= little_space) return;
  find(sink, "disk_low", "", static_cast<std::int64_t>(space.available / 1024 / 1024));
}

void look_at_process(const DaemonHealth& health, const ViewSink& sink) {
  ViewLine line("daemon");
  line.text("version", health.version).time("startedAt", health.started_at);
  line.list("listening", health.listening);
  line.to(sink);
  if (health.bad_reload) find(sink, "reload_refused", "");
  for (const auto& one : health.adapters) {
    using adapter::State;
    const auto state = one.status.state;
    const bool ill =
        state == State::backing_off || state == State::quarantined || state == State::refused;
    if (ill) find(sink, "adapter_" + std::string(adapter::name_of(state)), one.source);
    const auto& said = one.status.health;
    const bool well =
        std::all_of(said.begin(), said.end(), [](const auto& answer) { return answer.good; });
    if (!ill && !well) find(sink, "adapter_unwell", one.source);
  }
}

void look_at_sources(store::Reader& reader, const ViewSink& sink) {
  for (const auto& source : store::list_sources(reader)) {
    if (source.paused_at) find(sink, "source_paused", source.name);
  }
  for (const auto& arrival : store::list_open_arrivals(reader)) {
    if (arrival.state == store::ArrivalState::paused) {
      find(sink, "arrival_paused", arrival.id.text());
    }
  }
  const auto quarantined = store::list_quarantine(reader, looked_through).size();
  if (quarantined > 0) {
    find(sink, "number_quarantined", "", static_cast<std::int64_t>(quarantined));
  }
}

/// GATE: a register older than three days makes every address unknown, and the gate refuses.
void look_at_register(store::Reader& reader, const service::Book& book, base::UtcMillis now,
                      const ViewSink& sink) {
  const auto& code = book.profile.municipality.protection_register.source.code;
  if (code.empty()) return;
  const auto source = store::find_source(reader, code);
  std::optional<base::UtcMillis> as_of;
  for (const auto& feed : store::list_feeds(reader)) {
    if (source && feed.source == source->id) as_of = feed.applied_at;
  }
  const std::chrono::milliseconds oldest(base::limits::register_age_ms);
  if (!as_of) return find(sink, "register_missing", code);
  if (now - *as_of > oldest) {
    find(sink, "register_old", code, std::chrono::floor<std::chrono::days>(now - *as_of).count());
  }
}

void look_at_delivery(store::Reader& reader, const ViewSink& sink) {
  for (const auto& partner : store::list_partners(reader)) {
    if (partner.paused_at) {
      find(sink, "partner_paused", partner.name);
    } else if (partner.failures > 0) {
      find(sink, "partner_failing", partner.name, partner.failures);
    }
  }
  if (const auto waiting = store::count_open_orders(reader); waiting > 0) {
    find(sink, "orders_waiting", "", waiting);
  }
  const auto held = store::list_referrals(reader, "held", looked_through).size();
  if (held > 0) find(sink, "referrals_held", "", static_cast<std::int64_t>(held));
  const auto open = store::list_open_signals(reader, looked_through).size();
  if (open > 0) find(sink, "signals_open", "", static_cast<std::int64_t>(open));
}

/// Linking anew by itself: while it runs, and where it could not.
void look_at_links(const RelinkState& state, const ViewSink& sink) {
  if (state.running) {
    const auto left = state.progress.records_in_all - state.progress.records;
    find(sink, "links_made_anew", state.why.empty() ? "" : state.why.front(), left);
  }
  if (!state.trouble.empty()) find(sink, "links_not_made_anew", "");
}

/// What would show somebody in hiding waits for the section that owns that secret, alone.
void look_at_guarded(store::Reader& reader, const service::Book& book, const ViewSink& sink) {
  const auto unseen = service::count_unseen(reader, book, looked_through);
  if (unseen > 0) find(sink, "signals_unseen", "", static_cast<std::int64_t>(unseen));
}

/// 個人情報保護法83条, 94条, 102条.
void look_at_requests(store::Reader& reader, const service::Book& book, base::UtcMillis now,
                      const ViewSink& sink) {
  const auto overdue =
      store::count_requests_due(reader, base::jst_date(now - std::chrono::days(1)));
  const auto soon = store::count_requests_due(reader, base::jst_date(now + soon_due)) - overdue;
  const auto untold = store::count_untold(reader) + store::count_stops_untold(reader);
  if (overdue > 0) find(sink, "request_overdue", "", overdue);
  if (soon > 0) find(sink, "request_due", "", soon);
  if (const auto late = service::count_incidents_overdue(reader, book, now); late > 0)
    find(sink, "incident_overdue", "", late);
  if (untold > 0) find(sink, "holders_untold", "", untold);
}

/// One that was cut short goes on at the next start; until its end the old key is there.
void look_at_keys(store::Reader& reader, const RotationCounts& rotation, const ViewSink& sink) {
  if (!store::is_rotating(reader)) return;
  find(sink, rotation.running ? "key_rotation_runs" : "key_rotation_open", "",
       store::rows_of_old_keys(reader));
}

/// The keeper has it signed every few minutes: an old row without a signature is a silent signer.
void look_at_audit(store::Reader& reader, const service::Book& book, base::UtcMillis now,
                   const ViewSink& sink) {
  if (book.settings.audit.signer.empty()) return;
  const auto noted = store::noted_rows(reader);
  const auto next = store::list_entries(reader, noted, 1);
  if (next.empty() || now - next.front().at < long_unsigned) return;
  find(sink, "audit_unsigned", "", store::audit_head(reader).seq - noted);
}

Result<> examine(AdminPorts& ports, http::ReplySink& reply) {
  return show(ports, "", reply,
              [&](store::Reader& reader, const ViewSink& sink) -> Result<service::Shown> {
                look_at_process(ports.health(), sink);
                look_at_disk(ports.context.db, sink);
                look_at_sources(reader, sink);
                look_at_register(reader, *ports.context.book(), ports.context.clock.now(), sink);
                look_at_delivery(reader, sink);
                look_at_guarded(reader, *ports.context.book(), sink);
                look_at_requests(reader, *ports.context.book(), ports.context.clock.now(), sink);
                look_at_keys(reader, ports.key_rotation(), sink);
                look_at_links(ports.relinking(), sink);
                look_at_audit(reader, *ports.context.book(), ports.context.clock.now(), sink);
                return service::Shown{};
              });
}

}  // namespace

void add_doctor_verb(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["doctor"] = [&ports](const std::string&, http::ReplySink& reply) {
    return examine(ports, reply);
  };
}

}  // namespace hub::daemon
