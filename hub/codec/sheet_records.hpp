// The records that a hand-over sheet amounts to. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/json/document.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::codec {

class SheetRecords {
 public:
  /// `sheet` is checked already. All are borrowed until write() has returned.
  SheetRecords(tsunagu::json::View sheet, std::string_view event_id, std::string_view received_on)
      : sheet_(sheet), event_id_(event_id), received_on_(received_on) {}

  std::vector<std::string> write() const;

 private:
  using View = tsunagu::json::View;
  using Writer = tsunagu::json::Writer;

  /// Writes one record; `body(json)` adds the members beyond the envelope.
  template <class Body>
  std::string record(std::string_view kind, Body body) const;
  [[nodiscard]] std::string key(std::string_view kind) const;
  void keys(Writer& json) const;

  [[nodiscard]] std::string person() const;
  [[nodiscard]] std::string household() const;
  [[nodiscard]] std::string consultation() const;
  [[nodiscard]] std::string concern(View concern, std::size_t index) const;
  [[nodiscard]] std::string consent() const;
  [[nodiscard]] std::string referral() const;

  View sheet_;
  std::string_view event_id_;
  std::string_view received_on_;
};

}  // namespace hub::codec
