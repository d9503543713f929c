#include "hub/intake/compare.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "hub/store/sources.hpp"

namespace hub::intake {
namespace {

using base::Kind;
using base::Result;

ReadCounts counts_of(const Reading& reading) {
  return {reading.records_in_all, reading.rejects, reading.warnings, reading.refusal};
}

base::Failure left() {
  return base::fail(Kind::unavailable, "the client left");
}

/// One delivery, read by both, in as many parts as its records need.
class Comparing {
 public:
  Comparing(service::Context& context, Trial& now, Trial& then, std::size_t most, CompareSink& sink)
      : context_(context), now_(now), then_(then), most_(most), sink_(sink) {}

  Result<> run(const store::Arrival& arrival, store::FeedRow row, std::size_t feed,
               std::string name) {
    plans_ = {now_.plans()[feed], then_.plans()[feed]};
    for (auto& plan : plans_)
      plan.row = row;
    arrival_ = &arrival;
    name_ = std::move(name);
    told_ = {arrival.id, plans_[0].feed, arrival.received_at, {}, {}, {}, 0, {}};
    if (auto done = part({}); !done) return done;
    return sink_.delivery(told_) ? Result<>() : left();
  }

 private:
  Result<Reading> read(Trial& trial, std::size_t side, const Part& of) {
    return read_delivery(context_, trial, {plans_.at(side), *arrival_, name_}, of, most_, pointers_,
                         [this] { return sink_.stays(); });
  }
  Result<> part(const Part& of) {
    auto now = read(now_, 0, of);
    if (!now) return now.error();
    auto then = now->too_much ? Result<Reading>(Reading()) : read(then_, 1, of);
    if (!then) return then.error();
    if (now->too_much || then->too_much) {
      auto lower = part(of.lower());
      return lower ? part(of.upper()) : lower;
    }
    told_.now = counts_of(*now);
    told_.then = counts_of(*then);
    if (of.is_first() && !tell_remarks(*now, *then)) return left();
    return tell(compared(now->records, then->records)) ? Result<>() : left();
  }

  using Records = decltype(Reading::records);
  std::vector<ComparedRecord> compared(const Records& now, const Records& then) {
    std::vector<ComparedRecord> out;
    for (const auto& [id, seen] : then) {
      const auto before = now.find(id);
      if (before == now.end()) {
        out.push_back({id, seen.kind, seen.line, Difference::added, {}});
      } else if (auto fields = names(differing(before->second.leaves, seen.leaves));
                 !fields.empty()) {
        out.push_back({id, seen.kind, seen.line, Difference::changed, std::move(fields)});
      } else {
        ++told_.same;
      }
    }
    for (const auto& [id, seen] : now) {
      if (then.count(id) == 0) out.push_back({id, seen.kind, seen.line, Difference::gone, {}});
    }
    std::sort(out.begin(), out.end(), [](const ComparedRecord& one, const ComparedRecord& other) {
      return std::tie(one.line, one.id) < std::tie(other.line, other.id);
    });
    return out;
  }
  std::vector<std::string> names(const std::vector<std::uint32_t>& pointers) {
    std::vector<std::string> out;
    for (const auto pointer : pointers)
      out.push_back(pointers_.at(pointer));
    std::sort(out.begin(), out.end());
    return out;
  }

  bool tell(const std::vector<ComparedRecord>& records) {
    for (const auto& one : records) {
      ++told_.counts[one.difference];
      for (const auto& field : one.fields)
        ++told_.fields[{one.kind, field}];
      if (!sink_.record(arrival_->id, one)) return false;
    }
    return true;
  }
  bool tell_remarks(const Reading& now, const Reading& then) {
    const auto only = [](const Reading& in, const Reading& not_in) {
      std::vector<Remark> out;
      std::set_difference(in.remarks.begin(), in.remarks.end(), not_in.remarks.begin(),
                          not_in.remarks.end(), std::back_inserter(out));
      return out;
    };
    for (auto& remark : only(now, then)) {
      if (!sink_.remark(arrival_->id, {std::move(remark), false})) return false;
    }
    for (auto& remark : only(then, now)) {
      if (!sink_.remark(arrival_->id, {std::move(remark), true})) return false;
    }
    return true;
  }

  service::Context& context_;
  Trial& now_;
  Trial& then_;
  const std::size_t most_;
  CompareSink& sink_;
  std::array<service::FeedPlan, 2> plans_;
  const store::Arrival* arrival_ = nullptr;
  std::string name_;
  Pointers pointers_;
  ComparedDelivery told_;
};

struct Kept {
  store::Arrival arrival;
  std::string feed;
  std::string name;
};

Result<std::vector<Kept>> kept_of(service::Context& context, const std::string& source,
                                  std::size_t last) {
  return context.db.read([&](store::Reader& reader) -> Result<std::vector<Kept>> {
    std::vector<Kept> out;
    for (auto& arrival : store::list_kept_arrivals(reader, source, last)) {
      const auto feed = store::read_feed(reader, arrival.feed);
      auto name = store::read_name(reader, {arrival.row, arrival.id});
      out.push_back({std::move(arrival), feed ? feed->name : "", std::string(name.look_inside())});
    }
    std::reverse(out.begin(), out.end());
    return out;
  });
}

}  // namespace

std::string_view name_of(Difference difference) noexcept {
  constexpr std::array<std::string_view, 3> names{"added", "gone", "changed"};
  return names.at(static_cast<std::size_t>(difference));
}

Result<> compare_versions(service::Context& context, const TwoVersions& versions, std::size_t last,
                          CompareSink& sink) {
  const auto kept = kept_of(context, versions.source.code, last);
  if (!kept) return kept.error();
  if (kept->empty())
    return base::fail(Kind::not_found,
                      "of source " + versions.source.code + " no delivery's bytes are kept");
  auto then = Trial::open(context, versions.source, versions.places, versions.then);
  if (!then) return then.error();
  auto now = Trial::open(context, versions.source, versions.places, versions.now);
  if (!now) return now.error();
  if (!sink.versions((*now)->version(), (*then)->version())) return left();
  Comparing comparing(context, **now, **then, versions.most_leaves, sink);
  for (const auto& one : *kept) {
    const auto& feeds = versions.source.feeds;
    const auto at = std::find_if(feeds.begin(), feeds.end(),
                                 [&](const profile::Feed& feed) { return feed.name == one.feed; });
    if (at == feeds.end()) continue;  // the configuration has no such feed any more
    const auto feed = static_cast<std::size_t>(at - feeds.begin());
    if (auto done = comparing.run(one.arrival, one.arrival.feed, feed, one.name); !done)
      return done;
  }
  return {};
}

}  // namespace hub::intake
