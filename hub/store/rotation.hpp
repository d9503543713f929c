// Seals every personal field and every kept byte anew under a fresh data key, while requests are
// answered: in pieces through the one writer, each committed by itself. Cut short at any moment,
// both keys are there and everything opens; begun again, it goes on. When no row of an old key is
// left, that key is destroyed; a backup that was made before holds it still, wrapped.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "hub/store/database.hpp"

namespace hub::store {

struct RotationProgress {
  std::int64_t renewed = 0;  ///< sealed anew
  std::int64_t in_all = 0;   ///< at most: rows that bear no seal count too
};

/// One at a time for a database; any thread but the writer's.
class Rotation {
 public:
  explicit Rotation(Database& database, std::int64_t rows_of_a_slice = 20'000)
      : database_(database), rows_of_a_slice_(rows_of_a_slice) {}

  /// Makes a fresh key and seals with it from now on, or takes up what was begun before.
  base::Result<> begin(std::string_view actor);
  /// A slice. False: all were looked at.
  base::Result<bool> go_on();
  /// Destroys the old keys. `conflict` where a row of theirs is left: then it begins to look anew.
  base::Result<> end(std::string_view actor);
  [[nodiscard]] const RotationProgress& progress() const noexcept { return progress_; }

 private:
  bool piece(Transaction& tx, const Pace& pace);
  bool column(Transaction& tx, const Pace& pace);

  Database& database_;
  std::int64_t rows_of_a_slice_;
  crypto::KeyVersion version_ = 0;
  std::size_t column_ = 0;
  std::int64_t row_ = 0;  // the last one that was looked at in that column
  std::int64_t slice_ = 0;
  RotationProgress progress_;
};

/// To its end; `see` between slices, and it stops where that says false: begun again, it goes on.
base::Result<RotationProgress> rotate_data_key(
    Database& database, std::string_view actor,
    const std::function<bool(const RotationProgress&)>& see);

/// That a rotation under way still has to seal anew. Looks at every one of them.
std::int64_t rows_of_old_keys(Reader& reader);

/// A store that has no data key yet gets one: what it takes from now on is not sealed by a key that
/// can be derived again.
base::Result<> ensure_data_key(Database& database);

}  // namespace hub::store
