// The draft extension `recognize` in C++: which feed a delivery is, told by its beginning.
//
//   class Mine final : public tsunagu::Adapter, public tsunagu::draft::Recognizes {
//     // The manifest says: "extensions": ["tsunagu.draft.recognize/1"]
//     static const tsunagu_extension* extension(std::string_view name) {
//       return tsunagu::draft::recognize_of<Mine>(name);
//     }
//     std::string_view feed_of(const tsunagu::draft::Beginning& beginning) override;
//   };
#pragma once

#include <string_view>

#include "tsunagu/adapter.hpp"
#include "tsunagu/draft/recognize.h"

namespace tsunagu::draft {

/// A delivery as far as it is known before it is decoded; borrows.
struct Beginning {
  std::string_view name;   ///< of the file, without folders; may be empty
  std::string_view bytes;  ///< the first; may end in the middle of a character or a row
};

class Recognizes {
 public:
  /// One of the manifest's feeds, or empty when it looks like none. The text must live on.
  virtual std::string_view feed_of(const Beginning& beginning) = 0;

 protected:
  ~Recognizes() = default;
};

namespace detail {

using tsunagu::detail::text;
using tsunagu::detail::view;

template <class Class>
tsunagu_text feed_of(tsunagu_adapter* adapter, const tsunagu_draft_beginning* from) noexcept try {
  auto& own = static_cast<Class&>(tsunagu::detail::own(adapter));
  const std::string_view bytes(reinterpret_cast<const char*>(from->data), from->size);
  return text(own.feed_of({view(from->name), bytes}));
} catch (...) {
  return text("");  // whoever can't say is no less able to decode
}

}  // namespace detail

/// The extension's table, for `Class::extension`; null for any other name.
template <class Class>
const tsunagu_extension* recognize_of(std::string_view name) {
  static const tsunagu_draft_recognize table = {
      {sizeof(tsunagu_draft_recognize), TSUNAGU_DRAFT_RECOGNIZE_REVISION}, detail::feed_of<Class>};
  return name == TSUNAGU_DRAFT_RECOGNIZE ? &table.head : nullptr;
}

}  // namespace tsunagu::draft
