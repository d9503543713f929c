// Every column that holds sealed bytes: what a rotation of the data key seals anew. A column that
// is missing here would be lost with the old key; a test holds the list against the schema.
#pragma once

#include <span>
#include <string_view>

#include "hub/store/sql.hpp"

namespace hub::store {

struct SealedColumn {
  std::string_view table;
  std::string_view column;
  std::string_view place;  ///< the kind of row that its seals are bound to (crypto::Place)
  /// Of the rows after ?1 and up to ?4, at most ?3 whose version is not ?2: row, the 16 bytes that
  /// name it (or the number that they are made of), part, sealed bytes.
  Sql next;
  Sql last;           ///< the last row
  Sql renew;          ///< ?1: sealed bytes, ?2: row
  Sql left;           ///< how many rows bear another version than ?1
  Sql count;          ///< all rows
  int together = 64;  ///< rows read at once
};

std::span<const SealedColumn> sealed_columns();

}  // namespace hub::store
