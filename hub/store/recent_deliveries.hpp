// Which webhook ids came before: the recent ones in memory, the older in an index that is written
// sorted and many at a time, because one unique index on random ids costs a third of the intake.
// Only inside hub/store; the writer's thread.
#pragma once

#include <cstring>
#include <unordered_map>

#include "hub/crypto/token.hpp"
#include "hub/store/connection.hpp"

namespace hub::store {

class RecentDeliveries {
 public:
  /// Reads what is not in the index yet. Borrows the connection.
  explicit RecentDeliveries(Connection& connection);

  [[nodiscard]] InboxRow find(const crypto::WideToken& delivery);
  void remember(const crypto::WideToken& delivery, InboxRow row);
  void forget(const crypto::WideToken& delivery) { recent_.erase(delivery); }

  /// Worth moving to the index in a quiet moment, or not to be put off.
  [[nodiscard]] bool many() const noexcept { return recent_.size() >= 4'096; }
  [[nodiscard]] bool too_many() const noexcept { return recent_.size() >= 32'768; }
  /// Writes them to the index, inside the caller's transaction. They stay in memory until
  /// `moved()` says that it was committed.
  void write_index();
  void moved() { recent_.clear(); }

 private:
  struct Hash {
    std::size_t operator()(const crypto::WideToken& token) const noexcept {
      std::size_t hash = 0;  // a token is random already
      std::memcpy(&hash, token.data(), sizeof hash);
      return hash;
    }
  };
  Connection& connection_;
  std::unordered_map<crypto::WideToken, InboxRow, Hash> recent_;
};

}  // namespace hub::store
