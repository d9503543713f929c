// Which connection may stay: a cap on all, a cap per peer, and a lane kept for known partners.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "hub/base/cidr.hpp"

namespace hub::http {

class Admission {
 public:
  struct Caps {
    std::size_t all;
    std::size_t per_peer;
    std::size_t reserved;  ///< of `all`, only for known peers
  };
  Admission(Caps caps, std::vector<base::Cidr> known) : caps_(caps), known_(std::move(known)) {}

  /// Counts the connection in, or refuses it. Network thread.
  bool enter(const base::AddressBytes& peer);
  void leave(const base::AddressBytes& peer);
  [[nodiscard]] std::size_t open() const noexcept { return open_; }

 private:
  Caps caps_;
  std::vector<base::Cidr> known_;
  std::size_t open_ = 0;
  std::map<base::AddressBytes, std::size_t> peers_;
};

}  // namespace hub::http
