// Walks a log from its first row to its last and says what holds, or the first thing that does not.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hub/verify/checkpoint.hpp"
#include "hub/verify/log.hpp"

namespace hub::verify {

struct Fault {
  enum class What {
    gap,         ///< a row is missing, or stands elsewhere
    edited,      ///< a row does not fit the one before
    contents,    ///< the contents are not those that the row was made of
    taken,       ///< the contents are gone, and no row tells of their erasure
    cut,         ///< rows at the end are missing
    rewritten,   ///< rows from `row` to `until` are not those of which a checkpoint was signed
    checkpoint,  ///< a checkpoint kept with the log was signed by none of the keys
  };
  What what = What::gap;
  std::int64_t row = 0;
  std::int64_t until = 0;
};

struct Report {
  std::int64_t rows = 0;
  std::int64_t erased = 0;       ///< rows whose contents were erased, as a later row tells
  std::int64_t checkpoints = 0;  ///< signed by a key, and fitting
  std::int64_t proved = 0;       ///< rows up to the last of these
  std::int64_t silence_ms = 0;   ///< the longest time between two rows
  std::int64_t silence_row = 0;  ///< the row that ended it
  std::optional<Fault> fault;
};

/// `outside`: checkpoints that were kept apart from the log. Of those, notes of another name are
/// another log's and are passed over.
Report walk(Log& log, const std::vector<Key>& keys, const std::vector<Note>& outside);

}  // namespace hub::verify
