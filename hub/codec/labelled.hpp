// The labels that the hub itself puts on a record before it is stored: what the manifest and the
// source's configuration say of where a column comes from. Labels only ever add up.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "hub/codec/record.hpp"
#include "hub/domain/item.hpp"

namespace hub::codec {

struct AddedLabel {
  std::string_view pointer;  ///< of the field; empty: the whole record
  domain::Item item = domain::Item::unknown;
};

/// The record's JSON with these labels behind its own.
std::string labelled(const Record& record, std::span<const AddedLabel> labels);

}  // namespace hub::codec
