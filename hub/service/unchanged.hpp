// That a thing is still as its reader saw it, asked in the transaction that changes it: of two who
// change one thing, one is told so, and nothing is lost.
#pragma once

#include <functional>

#include "hub/base/result.hpp"
#include "hub/store/reader.hpp"

namespace hub::service {

/// Nothing: nobody says what he saw.
using Unchanged = std::function<base::Result<>(store::Reader&)>;

inline base::Result<> check(const Unchanged& unchanged, store::Reader& reader) {
  return unchanged ? unchanged(reader) : base::Result<>();
}

inline constexpr std::string_view changed_meanwhile =
    "it is no more as it was read; read it again and decide anew";

/// What such a check says where it is not.
base::Failure changed_since();
bool is_changed_since(const base::Failure& failure);

}  // namespace hub::service
