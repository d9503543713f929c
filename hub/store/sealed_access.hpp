// The store's key: it reads what is sealed in memory to seal it on disk. No other room includes
// this header.
#pragma once

#include "hub/domain/sealed.hpp"

namespace hub::store {

class SealedAccess {
 public:
  template <class T>
  static const T& look(const domain::Sealed<T>& sealed) {
    return sealed.look(domain::StoreKey{});
  }
};

}  // namespace hub::store
