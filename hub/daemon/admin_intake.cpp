#include "hub/daemon/admin_intake.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <thread>

#include "hub/audit/entry.hpp"
#include "hub/base/unique_fd.hpp"
#include "hub/service/receive.hpp"
#include "hub/store/quarantines.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::chrono::milliseconds look_every{100};
constexpr std::chrono::minutes patience{60};  // as long as one adapter may be at one delivery

struct OpenFile {
  base::UniqueFd file;
  std::int64_t size = 0;
};

Result<OpenFile> open_file(const std::filesystem::path& path) {
  if (!path.is_absolute()) return fail(Kind::invalid, "the file's path must be absolute");
  OpenFile out{base::UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), 0};
  if (!out.file) {
    const auto why = std::generic_category().message(errno);
    return fail(Kind::forbidden,
                "the hub can't open the file: " + why + "; let its user read it, or move it");
  }
  struct stat facts {};
  if (::fstat(out.file.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
    return fail(Kind::invalid, "it is no regular file");
  }
  out.size = facts.st_size;
  return out;
}

/// Reads on and says how far it is; a reader that has gone ends it.
intake::ReadFile reading(const OpenFile& open, const OnProgress& progress,
                         std::int64_t& bytes_read) {
  return [&](std::span<std::uint8_t> buffer) -> Result<std::size_t> {
    const auto got = ::read(open.file.get(), buffer.data(), buffer.size());
    if (got < 0) return fail(Kind::internal, std::generic_category().message(errno));
    bytes_read += got;
    if (!progress({bytes_read, open.size, 0, 0})) return fail(Kind::unavailable, "the client left");
    return static_cast<std::size_t>(got);
  };
}

Imported imported_from(intake::Tried tried) {
  Imported out;
  out.counts = tried.counts;
  out.rejects = std::move(tried.rejects);
  out.warnings = std::move(tried.warnings);
  out.state = "would_apply";
  if (tried.judgement != service::Judgement::apply) {
    out.state = "would_pause";
    out.reason = service::name_of(tried.judgement);
  }
  if (tried.refusal) {
    out.state = "would_refuse";
    out.reason = tried.refusal->code;
    out.rejects.insert(out.rejects.begin(), std::move(*tried.refusal));
  }
  return out;
}

Result<store::Arrival> arrival_at(service::Context& context, store::ArrivalRow row) {
  return context.db.read([row](store::Reader& reader) -> Result<store::Arrival> {
    auto arrival = store::read_arrival(reader, row);
    if (!arrival) return fail(Kind::not_found, "the delivery has gone");
    return std::move(*arrival);
  });
}

std::int64_t applied_of(const store::ArrivalCounts& counts) {
  return counts.added + counts.changed + counts.removed + counts.unchanged;
}

bool is_settled(store::ArrivalState state) {
  return store::is_final(state) || state == store::ArrivalState::paused;
}

/// Until it is settled, the client leaves, or nothing has moved for an hour: it goes on by itself.
Result<store::Arrival> followed(service::Context& context, store::ArrivalRow row, std::int64_t size,
                                const OnProgress& progress) {
  store::Arrival before;
  bool begun = false;  // to be applied: while it waits for that, its counts foretell
  auto moved_at = std::chrono::steady_clock::now();
  for (;;) {
    auto arrival = arrival_at(context, row);
    if (!arrival || is_settled(arrival->state)) return arrival;
    const auto now = std::chrono::steady_clock::now();
    if (arrival->state != before.state || arrival->counts != before.counts) moved_at = now;
    const auto& counts = arrival->counts;
    const auto applied = applied_of(counts);
    begun = begun || applied < counts.records;
    const bool stays = progress({size, size, counts.records, begun ? applied : 0});
    if (!stays || now - moved_at > patience) return arrival;
    before = std::move(*arrival);
    std::this_thread::sleep_for(look_every);
  }
}

Result<Imported> imported_from(service::Context& context, const store::Arrival& arrival) {
  Imported out;
  out.arrival = arrival.id;
  out.state = store::name_of(arrival.state);
  out.reason = arrival.reason;
  out.counts = arrival.counts;
  const auto read = context.db.read([&](store::Reader& reader) -> Result<> {
    out.rejects = store::list_rejects(reader, arrival.row, base::limits::rejects_kept);
    out.warnings = store::list_warnings(reader, arrival.row, base::limits::rejects_kept);
    return {};
  });
  if (!read) return read.error();
  return out;
}

Result<intake::SourceRunner*> runner_of(intake::Intake& intake, std::string_view source) {
  if (auto* runner = intake.find(source)) return runner;
  return fail(Kind::not_found,
              "no source " + std::string(source) + " takes files here; see `source list`");
}

}  // namespace

Result<> release_adapter(service::Context& context, intake::Intake& intake, std::string_view source,
                         std::string_view actor) {
  const auto runner = runner_of(intake, source);
  if (!runner) return runner.error();
  auto* supervisor = (*runner)->supervisor();
  if (supervisor == nullptr) return fail(Kind::not_found, "the hub reads this source itself");
  const auto state = supervisor->status().state;
  if (state != adapter::State::quarantined && state != adapter::State::refused &&
      state != adapter::State::backing_off) {
    return fail(Kind::conflict, "the adapter is not quarantined");
  }
  if (auto released = supervisor->release(); !released) return released;
  auto written = context.db.write([&](store::Transaction& tx) -> Result<> {
    store::release_quarantine(tx, source);
    service::take_up(tx, source, actor);
    audit::Entry entry;
    entry.actor = actor;
    entry.action = "adapter.released";
    entry.objects = {"source/" + std::string(source)};
    tx.audit(entry);
    return {};
  });
  if (!written) return written;
  (*runner)->wake();
  return {};
}

Result<> accept_adapter(intake::Intake& intake, std::string_view source, std::string_view actor) {
  const auto runner = runner_of(intake, source);
  return runner ? (*runner)->accept(actor) : Result<>(runner.error());
}

std::vector<AdapterHealth> adapters_of(intake::Intake& intake, const profile::Settings& settings) {
  std::vector<AdapterHealth> out;
  for (const auto& runner : intake.runners()) {
    auto* supervisor = runner->supervisor();
    if (supervisor == nullptr) continue;
    const auto& source = runner->source();
    auto& one = out.emplace_back(
        AdapterHealth{source.code, supervisor->status(), supervisor->manifest(),
                      profile::limits_in_force(source.adapter_limits, settings.adapter_limits)});
    one.switched = runner->version() != intake::Version();
    for (const auto& kind : source.may_push)
      one.may_push.push_back(kind.code);
  }
  return out;
}

Result<> compare_versions(intake::Intake& intake, const VersionWish& wish, std::size_t last,
                          intake::CompareSink& sink) {
  const auto runner = runner_of(intake, wish.source);
  return runner ? (*runner)->compare(wish.version, last, sink) : Result<>(runner.error());
}

Result<Switch> switch_version(intake::Intake& intake, const VersionWish& wish,
                              std::string_view actor, const std::function<bool()>& stays) {
  const auto runner = runner_of(intake, wish.source);
  if (!runner) return runner.error();
  const bool back = wish.version == intake::Version();
  auto switched =
      back ? (*runner)->roll_back(actor, stays) : (*runner)->switch_to(wish.version, actor, stays);
  if (!switched) return switched.error();
  return Switch{std::move(switched->former), std::move(switched->version)};
}

Result<std::vector<base::ArrivalId>> replay(intake::Intake& intake, std::string_view source,
                                            const service::ReplayWish& wish,
                                            std::string_view actor) {
  const auto runner = runner_of(intake, source);
  if (!runner) return runner.error();
  return (*runner)->replay(wish, actor);
}

Result<Imported> import_file(service::Context& context, intake::Intake& intake,
                             const ImportWish& wish, const OnProgress& progress) {
  const auto runner = runner_of(intake, wish.source);
  if (!runner) return runner.error();
  const auto open = open_file(wish.file);
  if (!open) return open.error();
  std::int64_t bytes_read = 0;
  const auto read = reading(*open, progress, bytes_read);
  if (wish.dry_run) {
    auto tried = (*runner)->try_import(wish.feed, wish.file.filename().string(), open->size, read);
    if (!tried) return tried.error();
    return imported_from(std::move(*tried));
  }
  const auto kept = (*runner)->import(wish.feed, wish.file.filename().string(), read);
  if (!kept) return kept.error();
  (*runner)->wake();
  const auto arrival = followed(context, kept->row, open->size, progress);
  if (!arrival) return arrival.error();
  return imported_from(context, *arrival);
}

}  // namespace hub::daemon
