#include "hub/service/view_arrivals.hpp"

#include "hub/crypto/bytes.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/rejects.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using store::Arrival;

void put_arrival(store::Reader& reader, const Arrival& arrival, const ViewSink& sink) {
  const auto feed = store::read_feed(reader, arrival.feed);
  ViewLine line("arrival");
  line.id("arrival", arrival.id);
  if (feed)
    line.code("source", store::name_of_source(reader, feed->source)).code("feed", feed->name);
  line.code("state", store::name_of(arrival.state)).code("reason", arrival.reason);
  line.time("receivedAt", arrival.received_at).time("finishedAt", arrival.finished_at);
  line.count("bytes", arrival.size).text("sha256", crypto::to_hex(arrival.sha256));
  if (const auto original = store::read_arrival(reader, arrival.replay_of))
    line.id("replayOf", original->id);
  line.code("adapterVersion", arrival.adapter_version);
  const auto& counts = arrival.counts;
  line.count("records", counts.records).count("rejects", counts.rejects);
  line.count("warnings", counts.warnings)
      .count("added", counts.added)
      .count("changed", counts.changed);
  line.count("removed", counts.removed).count("unchanged", counts.unchanged);
  line.to(sink);
}

base::Failure unknown(const base::ArrivalId& id) {
  return base::fail(base::Kind::not_found, "no arrival " + id.text() + "; see `arrival list`");
}

}  // namespace

void put_remark(std::string_view kind, const store::Reject& remark, const ViewSink& sink) {
  ViewLine line(kind);
  line.count("line", remark.line).text("column", remark.column).code("code", remark.code);
  line.text("reason", remark.reason);
  line.to(sink);
}

void view_arrivals(store::Reader& reader, bool open_only, std::size_t at_most,
                   const ViewSink& sink) {
  const auto arrivals =
      open_only ? store::list_open_arrivals(reader) : store::list_arrivals(reader, at_most);
  for (const auto& arrival : arrivals)
    put_arrival(reader, arrival, sink);
}

base::Result<> view_arrival(store::Reader& reader, const base::ArrivalId& id,
                            const ViewSink& sink) {
  const auto arrival = store::find_arrival(reader, id);
  if (!arrival) return unknown(id);
  put_arrival(reader, *arrival, sink);
  return {};
}

void view_reject_counts(store::Reader& reader, std::size_t at_most, const ViewSink& sink) {
  for (const auto& arrival : store::list_arrivals(reader, at_most)) {
    if (arrival.counts.rejects + arrival.counts.warnings > 0) put_arrival(reader, arrival, sink);
  }
}

base::Result<> view_rejects(store::Reader& reader, const base::ArrivalId& id, std::size_t at_most,
                            const ViewSink& sink) {
  const auto arrival = store::find_arrival(reader, id);
  if (!arrival) return unknown(id);
  for (const auto& reject : store::list_rejects(reader, arrival->row, at_most))
    put_remark("reject", reject, sink);
  for (const auto& warning : store::list_warnings(reader, arrival->row, at_most))
    put_remark("warning", warning, sink);
  return {};
}

void view_quarantine(store::Reader& reader, std::size_t at_most, const ViewSink& sink) {
  for (const auto& entry : store::list_quarantine(reader, at_most)) {
    ViewLine line("quarantine");
    line.time("at", entry.at).code("source", store::name_of_source(reader, entry.source));
    if (const auto arrival = store::read_arrival(reader, entry.arrival)) {
      line.id("arrival", arrival->id);
    }
    line.count("line", entry.line).text("sha256", crypto::to_hex(entry.sha256));
    line.to(sink);
  }
}

}  // namespace hub::service
