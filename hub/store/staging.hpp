// Decoded records of one delivery, until the delivery is finished and braked. A file beside the
// database: what it holds can be decoded again from the kept bytes, so it needs no commit and no
// second copy in the log. Bodies in it are sealed already; each block carries a keyed tag.
#pragma once

#include <filesystem>
#include <fstream>

#include "hub/base/result.hpp"
#include "hub/store/records.hpp"

namespace hub::store {

struct StagedRecord {
  IncomingRecord record;
  bool removal = false;  ///< only id and kind count
  bool fresh = false;    ///< was not held, not even removed
  RecordRow unchanged;   ///< is held as it is: only id and kind count
};

/// One thread. Deletes a file of the same delivery that an earlier try left.
class StagingWriter {
 public:
  StagingWriter(const std::filesystem::path& folder, const base::ArrivalId& arrival,
                const crypto::Keys& keys);

  base::Result<> add(const StagedRecord& staged);
  /// Everything is in the file. Without it the file counts as unfinished.
  base::Result<> finish();

 private:
  base::Result<> flush(bool last);
  const crypto::TokenMaker& key_;
  std::ofstream file_;
  std::string block_;
  std::int64_t number_ = 0;
};

/// One thread.
class StagingReader {
 public:
  StagingReader(const std::filesystem::path& folder, const base::ArrivalId& arrival,
                const crypto::Keys& keys);

  /// The next record, nothing after the last; `corrupt` where the file is cut or changed: decode
  /// the delivery again.
  base::Result<std::optional<StagedRecord>> next();

 private:
  base::Result<> load();
  const crypto::TokenMaker& key_;
  std::ifstream file_;
  std::string block_;
  std::size_t at_ = 0;
  std::int64_t number_ = 0;
  bool last_ = false;
};

void remove_staging(const std::filesystem::path& folder, const base::ArrivalId& arrival);

}  // namespace hub::store
