// Which labels the gate asks about for each field of a record: the schema's own item, what the
// adapter made stricter, what the kind of concern makes stricter, and what the hub knows of the
// source (a tax feed labels every cell). Labels only ever add up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/item.hpp"
#include "hub/domain/record_kind.hpp"
#include "tsunagu/json/document.hpp"

namespace hub::codec {

class RecordLabels {
 public:
  /// `source_labels` hold for every field: what the manifest and the source's configuration say of
  /// provenance, never the record itself.
  RecordLabels(domain::RecordKind kind, tsunagu::json::View root, domain::Labels source_labels);

  /// One more, of the field at a JSON Pointer and what is in it; of every field where the schema
  /// has no such field.
  void add(std::string_view pointer, domain::Item item);

  /// Of the field at a JSON Pointer. A field that the schema does not know is `unknown`: refused.
  [[nodiscard]] domain::Labels at(std::string_view pointer) const;
  /// Of a value that holds several fields: also what was made stricter inside it.
  [[nodiscard]] domain::Labels under(std::string_view pointer) const;
  /// Of a value that holds fields of several items: also the schema's own item of each of them.
  [[nodiscard]] domain::Labels whole(std::string_view pointer) const;

 private:
  struct Added {
    std::string pointer;
    domain::Item item;
  };

  domain::RecordKind kind_;
  domain::Labels everywhere_;
  std::vector<Added> added_;
};

}  // namespace hub::codec
