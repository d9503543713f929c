#include "hub/codec/items.hpp"

#include <algorithm>
#include <array>

#include "hub/codec/json_text.hpp"
#include "hub/codec/labels.hpp"
#include "hub/codec/sealed_access.hpp"
#include "tsunagu/json/pointer.hpp"

namespace hub::codec {
namespace {

using tsunagu::json::Type;

constexpr std::array<std::string_view, 5> envelope{"kind", "schemaVersion", "recordKey", "labels",
                                                   "warnings"};

bool is_envelope(std::string_view name) {
  return std::find(envelope.begin(), envelope.end(), name) != envelope.end();
}

class Taker {
 public:
  Taker(const RecordLabels& labels, const Provenance& provenance)
      : labels_(labels), provenance_(provenance) {}

  void take(View view) {
    if (view.is(Type::null)) return;
    if (!view.is(Type::object) && !view.is(Type::array)) return leaf(view);
    std::size_t index = 0;
    for (const View child : view) {
      const bool top = pointer_.empty();
      if (top && is_envelope(child.key())) continue;
      const std::size_t length = pointer_.size();
      tsunagu::json::append_segment(
          pointer_, view.is(Type::array) ? std::to_string(index++) : std::string(child.key()));
      take(child);
      pointer_.resize(length);
    }
  }

  std::vector<RecordItem> items;

 private:
  void leaf(View view) {
    items.push_back(
        {pointer_, {json_text(view), provenance_.owner, provenance_.source, labels_.at(pointer_)}});
  }

  const RecordLabels& labels_;
  const Provenance& provenance_;
  std::string pointer_;
};

}  // namespace

std::vector<RecordItem> items_of(const Record& record, const Provenance& provenance) {
  const View root = SealedAccess::root(record);
  const RecordLabels labels(record.kind(), root, provenance.labels);
  Taker taker(labels, provenance);
  taker.take(root);
  return std::move(taker.items);
}

}  // namespace hub::codec
