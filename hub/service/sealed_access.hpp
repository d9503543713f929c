// The key of receiving. Only the few files of this folder that receive records include this header;
// the architecture test lists them.
#pragma once

#include "hub/codec/record.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::service {

class SealedAccess {
 public:
  /// Borrowed from the record.
  static tsunagu::json::View root(const codec::Record& record) {
    return record.look(domain::ReceiveKey{});
  }
  static tsunagu::json::View root(const codec::Record&&) = delete;
  static const std::string& text(const domain::Sealed<std::string>& sealed) {
    return sealed.look(domain::ReceiveKey{});
  }
};

}  // namespace hub::service
