// Who may look inside a `Sealed<T>`: one named class per room, and nobody else. A key can only be
// made by its class, so a room that holds no `SealedAccess` can't be written to look inside; the
// architecture test holds the list of rooms against this file.
//
// A room that stands here defines its class in `hub/<room>/sealed_access.hpp`, which no other room
// includes:
//
//   class SealedAccess {
//    public:
//     template <class T>
//     static const T& look(const domain::Sealed<T>& sealed) { return
//     sealed.look(domain::StoreKey{}); }
//   };
#pragma once

#include <concepts>

namespace hub::store {
class SealedAccess;
}
namespace hub::linkage {
class SealedAccess;
}
namespace hub::normalize {
class SealedAccess;
}
namespace hub::codec {
class SealedAccess;
}
namespace hub::service {
class SealedAccess;
}

namespace hub::domain {

class Disclosure;

/// To encrypt fields and to make the keyed tokens of search.
class StoreKey {
  friend class hub::store::SealedAccess;
  StoreKey() {}  // NOLINT: not defaulted, so that `{}` never makes one
};

/// To compare match keys.
class LinkageKey {
  friend class hub::linkage::SealedAccess;
  LinkageKey() {}  // NOLINT
};

/// To make match keys from names, birthdays and addresses.
class NormalizeKey {
  friend class hub::normalize::SealedAccess;
  NormalizeKey() {}  // NOLINT
};

/// To write the body that the store encrypts, and to read it back.
class CodecKey {
  friend class hub::codec::SealedAccess;
  CodecKey() {}  // NOLINT
};

/// To receive a record: search it for numbers that may not be kept (番号法20条), make its match
/// tokens, and take from it what the hub itself acts on (a consent's scope, a referral's address).
class ReceiveKey {
  friend class hub::service::SealedAccess;
  ReceiveKey() {}  // NOLINT
};

/// To turn what the gate allowed into a `Cleared<T>`.
class GateKey {
  friend class Disclosure;
  GateKey() {}  // NOLINT
};

template <class Key>
concept LooksInside = std::same_as<Key, StoreKey> || std::same_as<Key, LinkageKey> ||
    std::same_as<Key, NormalizeKey> || std::same_as<Key, CodecKey> ||
    std::same_as<Key, ReceiveKey> || std::same_as<Key, GateKey>;

}  // namespace hub::domain
