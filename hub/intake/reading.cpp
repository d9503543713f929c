#include "hub/intake/reading.hpp"

#include <algorithm>
#include <cstring>

#include "hub/base/limits.hpp"
#include "hub/codec/typed.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/intake/kept_input.hpp"
#include "hub/intake/to_stager.hpp"
#include "hub/service/admit.hpp"
#include "hub/service/prepare.hpp"

namespace hub::intake {
namespace {

using base::Kind;
using base::Result;

constexpr std::string_view number_found = "refused_number";

class WatchedInput final : public adapter::InputSource {
 public:
  WatchedInput(InputSource& input, const GoOn& go_on) : input_(input), go_on_(go_on) {}
  Result<std::size_t> read(std::span<std::uint8_t> buffer) override {
    if (!go_on_()) return base::fail(Kind::unavailable, "the client left");
    return input_.read(buffer);
  }

 private:
  InputSource& input_;
  const GoOn& go_on_;
};

class Taker final : public adapter::RecordHandler {
 public:
  Taker(service::Context& context, Trial& trial, const service::FeedPlan& plan, const Part& part,
        std::size_t most, Pointers& pointers)
      : context_(context),
        plan_(plan),
        part_(part),
        most_(most),
        pointers_(pointers),
        admission_(context, plan) {
    if (const auto manifest = trial.adapter().manifest())
      admission_.accept_only(kinds_of(*manifest));
  }

  Result<> record(std::string_view json, std::uint64_t line) override {
    const auto at = static_cast<std::int64_t>(line);
    const auto admitted = admission_.read(json, at);
    if (admitted.refused) return refuse();
    if (admitted.reject) {
      remark(*admitted.reject, false);
      return {};
    }
    ++reading.records_in_all;
    return see(*admitted.record, admitted.json, at);
  }
  Result<> reject(const adapter::Problem& problem) override { return told(problem, false); }
  Result<> warning(const adapter::Problem& problem) override { return told(problem, true); }

  Reading reading;

 private:
  Result<> refuse() {
    reading.refusal = number_found;
    return base::fail(Kind::forbidden, "a number that may not be kept");
  }
  Result<> told(const adapter::Problem& problem, bool is_warning) {
    if (problem.code == tsunagu::my_number_code) return refuse();
    remark(reject_of(problem), is_warning);
    return {};
  }
  void remark(const store::Reject& what, bool is_warning) {
    ++(is_warning ? reading.warnings : reading.rejects);
    if (reading.remarks.size() < base::limits::rejects_kept)
      reading.remarks.push_back({what.line, is_warning, what.column, what.code});
  }
  [[nodiscard]] base::RecordId id_of(const codec::Record& record) const {
    std::string key(record.key());
    if (record.kind() == domain::RecordKind::removal) {
      const auto target = codec::removal_of(record);
      key = std::string(domain::name_of(target.target_kind)) + '/' + std::string(target.target_key);
    }
    return store::record_id(context_.db.keys(), plan_.row, service::number_of(record.kind()), key);
  }
  /// One that comes twice stands as it came last.
  Result<> see(const codec::Record& record, std::string_view json, std::int64_t line) {
    const auto id = id_of(record);
    if (!part_.holds(id)) return {};
    const auto parsed = json_.parse(json);
    if (!parsed.ok()) return {};
    auto leaves = leaves_of(parsed.root(), pointers_);
    leaves_ += leaves.size() + 4;  // an entry costs as much as some leaves
    reading.too_much = leaves_ > most_ && part_.can_be_cut();
    if (reading.too_much) return base::fail(Kind::too_large, "to be read in parts");
    reading.records[id] = {record.kind(), line, std::move(leaves)};
    return {};
  }

  service::Context& context_;
  const service::FeedPlan& plan_;
  const Part part_;
  const std::size_t most_;
  Pointers& pointers_;
  service::Admission admission_;
  tsunagu::json::Reader json_;
  std::size_t leaves_ = 0;
};

adapter::Delivery delivery_of(const KeptDelivery& kept) {
  adapter::Delivery delivery;
  delivery.key = crypto::to_hex(kept.arrival.sha256);
  delivery.feed = kept.plan.feed;
  delivery.name = kept.name;
  delivery.received_at_ms = base::millis_of(kept.arrival.received_at);
  delivery.size = kept.arrival.size;
  return delivery;
}

}  // namespace

bool Part::holds(const base::RecordId& id) const noexcept {
  const auto& bytes = id.bytes();
  const auto last =
      static_cast<std::uint32_t>(bytes[15]) | (static_cast<std::uint32_t>(bytes[14]) << 8U);
  return (last & ((1U << bits) - 1U)) == ending;
}

std::size_t IdHash::operator()(const base::RecordId& id) const noexcept {
  std::size_t out = 0;
  std::memcpy(&out, id.bytes().data() + 8, sizeof out);
  return out;
}

Result<Reading> read_delivery(service::Context& context, Trial& trial, const KeptDelivery& kept,
                              const Part& part, std::size_t most, Pointers& pointers,
                              const GoOn& go_on) {
  static_cast<void>(trial.adapter().release());  // an earlier delivery's death is not this one's
  Taker taker(context, trial, kept.plan, part, most, pointers);
  KeptInput bytes(context, {kept.arrival.row, kept.arrival.id});
  WatchedInput input(bytes, go_on);
  const auto summary = trial.adapter().decode(delivery_of(kept), input, taker);
  if (!go_on()) return base::fail(Kind::unavailable, "the client left");
  auto& reading = taker.reading;
  if (summary && summary->refusal) reading.refusal = summary->refusal->code;
  const bool ended_by_us = reading.too_much || !reading.refusal.empty();
  if (!summary && !ended_by_us) reading.refusal = "adapter_died";
  if (!reading.refusal.empty()) reading.records.clear();
  std::sort(reading.remarks.begin(), reading.remarks.end());
  return std::move(reading);
}

}  // namespace hub::intake
