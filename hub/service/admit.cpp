#include "hub/service/admit.hpp"

#include <algorithm>

#include "hub/codec/labelled.hpp"
#include "hub/service/door.hpp"
#include "hub/service/meeting_forum.hpp"

namespace hub::service {
namespace {

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

Admitted rejected(store::Reject reject) {
  Admitted out;
  out.reject = std::move(reject);
  return out;
}

}  // namespace

Admitted Admission::read(std::string_view json, std::int64_t line) {
  auto decoded = reader_.read(json);
  if (!decoded.ok()) {
    const auto column = decoded.errors.empty() ? "" : decoded.errors.front().pointer;
    return rejected({line, column, "record_invalid", reason_of(decoded)});
  }
  if (const auto found = find_refused(*decoded.record)) {
    Admitted out;
    out.refused = Refused{line, found->pointer};
    return out;
  }
  if (!accepts(decoded.record->kind())) {
    return rejected({line, "/kind", "kind_undeclared",
                     "アダプタのマニフェスト（writes）にない種類の記録です。アダプタの提供元へ確認"
                     "してください"});
  }
  if (auto pointer = find_number_of(*decoded.record, plan_.numbers_of_others)) {
    return rejected(
        {line, std::move(*pointer), "number_of_another",
         "番号の種類がほかの情報源のものです。この情報源も使うものなら、sources.yaml の "
         "numbers に書いてください"});
  }
  return with_labels(std::move(*decoded.record), json, line);
}

bool Admission::accepts(RecordKind kind) const {
  return !accepted_ || std::find(accepted_->begin(), accepted_->end(), kind) != accepted_->end();
}

Admitted Admission::with_labels(codec::Record record, std::string_view json, std::int64_t line) {
  Admitted out;
  out.json = json;
  MeetingForums forums;
  if (record.kind() == RecordKind::conference)
    forums = forums_of(record, context_.book()->law.bases);
  if (!forums.unknown.empty()) {
    return rejected({line, forums.unknown, "unknown_forum",
                     "legal_bases.yaml にない会議の種類です。行を足すか、コードを直してください"});
  }
  auto labels = added_labels(plan_, record.kind());
  labels.insert(labels.end(), forums.labels.begin(), forums.labels.end());
  out.record = std::move(record);
  if (labels.empty() || out.record->kind() == RecordKind::removal) return out;
  labelled_ = codec::labelled(*out.record, labels);
  auto again = reader_.read(labelled_);
  if (!again.ok())
    return rejected({line, "", "record_too_large", "ラベルを付けると記録が大きすぎます"});
  out.record = std::move(*again.record);
  out.json = labelled_;
  return out;
}

}  // namespace hub::service
