#include "hub/service/stage.hpp"

#include "hub/base/limits.hpp"
#include "hub/codec/labelled.hpp"
#include "hub/codec/merge.hpp"
#include "hub/codec/typed.hpp"
#include "hub/service/door.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/received.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;
using domain::RecordKind;

/// The first three, so that a reject stays readable.
std::string reason_of(const codec::DecodedRecord& decoded) {
  std::string reason = "アダプタの出した記録が様式に合いません: ";
  for (std::size_t i = 0; i < decoded.errors.size() && i < 3; ++i) {
    reason += (i > 0 ? "; " : "") + decoded.errors[i].line();
  }
  return reason;
}

/// What the manifest says of this kind's fields.
std::vector<codec::AddedLabel> added_labels(const FeedPlan& plan, RecordKind kind) {
  std::vector<codec::AddedLabel> labels;
  for (const auto& label : plan.labels) {
    if (!label.kind || *label.kind == kind) labels.push_back({label.pointer, label.item});
  }
  return labels;
}

}  // namespace

Stager::Stager(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival)
    : context_(context), plan_(plan), writer_(context.db.folder(), arrival.id, context.db.keys()) {}

void Stager::reject(store::Reject reject) {
  ++staged_.counts.rejects;
  if (staged_.rejects.size() < base::limits::rejects_kept) {
    staged_.rejects.push_back(std::move(reject));
  }
}

Result<> Stager::record(std::string_view json, std::int64_t line) {
  const auto decoded = reader_.read(json);
  if (!decoded.ok()) {
    const auto column = decoded.errors.empty() ? "" : decoded.errors.front().pointer;
    reject({line, column, "record_invalid", reason_of(decoded)});
    return {};
  }
  const auto& record = *decoded.record;
  if (const auto found = find_refused(record)) {
    refused_ = Refused{line, found->pointer};
    return base::fail(Kind::forbidden, std::string(tsunagu::text::code_of(found->number)));
  }
  ++staged_.counts.records;
  if (record.kind() == RecordKind::removal) return stage_removal(record);
  const auto labels = added_labels(plan_, record.kind());
  if (labels.empty()) return stage(record, json);
  const auto text = codec::labelled(record, labels);
  const auto again = reader_.read(text);
  if (!again.ok()) {
    reject({line, "", "record_too_large", "ラベルを付けると記録が大きすぎます"});
    return {};
  }
  return stage(*again.record, text);
}

Result<> Stager::stage(const codec::Record& record, std::string_view json) {
  store::StagedRecord staged;
  auto& incoming = staged.record;
  incoming = prepare(context_, plan_, record, json);
  if (const auto person = person_in(incoming.tokens); person && is_consent_given(record)) {
    staged_.consenting.insert(*person);
  }
  if (auto settled = settle_body(record, json, incoming); !settled) return settled.error();
  return writer_.add(staged);
}

Result<> Stager::stage_removal(const codec::Record& record) {
  const auto target = codec::removal_of(record);
  store::StagedRecord staged;
  staged.removal = true;
  staged.record.feed = plan_.row;
  staged.record.kind = number_of(target.target_kind);
  staged.record.id =
      store::record_id(context_.db.keys(), plan_.row, staged.record.kind, target.target_key);
  ++staged_.counts.removed;
  return writer_.add(staged);
}

/// Counts what the record would do, and makes its body: a changed one is merged with what is held,
/// because an absent member means unchanged.
Result<> Stager::settle_body(const codec::Record& record, std::string_view json,
                             store::IncomingRecord& incoming) {
  const auto& keys = context_.db.keys();
  return context_.db.read([&](store::Reader& reader) -> Result<> {
    const auto head = store::find_record(reader, plan_.row, incoming.id);
    const bool held = head && !head->removed;
    const bool same = held && head->hash == incoming.hash;
    auto& counts = staged_.counts;
    if (named_.insert(incoming.id).second) {
      ++(same ? counts.unchanged : held ? counts.changed : counts.added);
    }
    if (!keeps_body() || same) return {};
    if (!held) {
      incoming.body = store::seal_record(keys, incoming.id, json);
      return {};
    }
    const auto stored = store::read_record(reader, head->row);
    const auto before = stored && stored->body ? read_body(*stored->body) : std::nullopt;
    const auto body = codec::merged(before ? &*before : nullptr, record);
    const auto whole = reader_.read(body);
    if (whole.ok()) incoming.tokens = prepare(context_, plan_, *whole.record, body).tokens;
    incoming.body = store::seal_record(keys, incoming.id, body);
    return {};
  });
}

Result<> Stager::finish() {
  return writer_.finish();
}

}  // namespace hub::service
