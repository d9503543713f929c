// One operation asked for by somebody who signed in: rights, tag, the verb, the answer. Each step
// may end it. On a worker thread; waits for the store.
#pragma once

#include <array>
#include <mutex>

#include "hub/api/operations.hpp"
#include "hub/api/ports.hpp"
#include "hub/http/message.hpp"

namespace hub::api {

/// Changes of one thing wait for each other from the comparison of the tag on: a lock for each of
/// so many kinds of ids. (A plan's revision is compared by the store itself.)
class ChangeLocks {
 public:
  std::mutex& of(std::string_view thing) {
    return locks_[std::hash<std::string_view>()(thing) % locks_.size()];
  }

 private:
  std::array<std::mutex, 64> locks_;
};

/// Does it all; never throws for what a caller can cause.
http::Response call(Ports& ports, ChangeLocks& locks, const Operation& operation,
                    const http::Request& request);

}  // namespace hub::api
