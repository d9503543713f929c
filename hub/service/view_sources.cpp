#include "hub/service/view_sources.hpp"

#include <algorithm>

#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

/// An order made of a file's name may name a person: only serial numbers and dates are shown.
std::string shown_order(const std::string& order) {
  const bool number = std::all_of(order.begin(), order.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '.' || c == 'T' || c == 'Z';
  });
  return number ? order : "*";
}

void put_feed(store::Reader& reader, const store::Source& source, const store::Feed& feed,
              const ViewSink& sink) {
  ViewLine line("feed");
  line.code("source", source.name)
      .code("feed", feed.name)
      .text("order", shown_order(store::newest_order(reader, feed.row)));
  line.time("appliedAt", feed.applied_at);
  line.to(sink);
}

void put_source(const profile::Source& configured, const store::Source* stored,
                const ViewSink& sink) {
  const bool paused = stored != nullptr && stored->paused_at;
  ViewLine line("source");
  line.code("source", configured.code).code("adapter", configured.adapter);
  line.text("scope", profile::word_of(configured.scope));
  line.code("state", paused ? "paused" : "open");
  if (paused) line.time("pausedAt", stored->paused_at).code("reason", stored->paused_reason);
  line.to(sink);
}

}  // namespace

void view_sources(store::Reader& reader, const Book& book, const ViewSink& sink,
                  std::string_view code) {
  const auto stored = store::list_sources(reader);
  const auto feeds = store::list_feeds(reader);
  for (const auto& configured : book.profile.sources) {
    if (!code.empty() && configured.code != code) continue;
    const auto at = std::find_if(stored.begin(), stored.end(), [&](const store::Source& one) {
      return one.name == configured.code;
    });
    put_source(configured, at == stored.end() ? nullptr : &*at, sink);
    for (const auto& feed : feeds) {
      if (at != stored.end() && feed.source == at->id) put_feed(reader, *at, feed, sink);
    }
  }
}

}  // namespace hub::service
