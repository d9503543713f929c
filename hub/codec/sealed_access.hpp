// The codec's key: it reads what is sealed to write the body that the store encrypts. No other room
// includes this header.
#pragma once

#include "hub/domain/sealed.hpp"

namespace hub::codec {

class SealedAccess {
 public:
  template <class T>
  static const T& look(const domain::Sealed<T>& sealed) {
    return sealed.look(domain::CodecKey{});
  }
  template <class Body>
  static auto root(const Body& body) {
    return body.look(domain::CodecKey{});
  }
};

}  // namespace hub::codec
