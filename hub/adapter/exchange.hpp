// What the intake and the delivery give to an adapter and get back.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/result.hpp"
#include "tsunagu/decode.hpp"
#include "tsunagu/draft/recognize.h"

namespace hub::adapter {

/// Where it is wrong in a delivery. The texts are the adapter's: an officer who may see the
/// delivery may see them, a log may not.
using Problem = tsunagu::Problem;

struct Delivery {
  std::string key;   ///< names these bytes (their hash): deaths on the same bytes are counted
  std::string feed;  ///< of the manifest
  std::string name;  ///< as the source gave it, already vetted; may be empty
  std::int64_t received_at_ms = 0;
  std::int64_t size = -1;
};

/// A delivery before it is decoded.
struct Beginning {
  std::string name;        ///< of its file; may be empty
  std::string_view bytes;  ///< the first, at most beginning_bytes; borrowed
};
inline constexpr std::size_t beginning_bytes = TSUNAGU_DRAFT_BEGINNING_BYTES;

/// The delivered bytes. Called on the thread that called `decode`.
class InputSource {
 public:
  virtual ~InputSource() = default;
  /// Fills some of `buffer` and says how much; 0 at the end. A failure ends the decode with it.
  virtual base::Result<std::size_t> read(std::span<std::uint8_t> buffer) = 0;
};

/// Takes what comes out, in order. Called on the thread that called `decode`. A failure ends the
/// decode with it. Texts borrow until the call returns.
class RecordHandler {
 public:
  virtual ~RecordHandler() = default;
  /// Not validated: at most limits::record_bytes, and perhaps not even JSON.
  virtual base::Result<> record(std::string_view json, std::uint64_t line) = 0;
  virtual base::Result<> reject(const Problem& problem) = 0;
  virtual base::Result<> warning(const Problem& problem) = 0;
  virtual void progress(std::uint64_t rows) { static_cast<void>(rows); }
};

/// The adapter came to the end of a delivery: applied is what it gave only when `refusal` is empty.
struct DecodeSummary {
  std::uint64_t rows = 0;
  std::uint64_t records = 0;
  std::uint64_t rejects = 0;
  std::uint64_t warnings = 0;
  std::uint64_t bytes_read = 0;
  std::string order_key;           ///< may be empty
  std::optional<Problem> refusal;  ///< the whole delivery can't be used
};

struct PushedFile {
  std::string suffix;  ///< letters, digits, `._-`; at most 64 bytes
  std::string bytes;   ///< in the system's own encoding
};

struct PushSummary {
  std::vector<PushedFile> files;
  std::vector<Problem> warnings;
  std::optional<Problem> refusal;
  bool supported = true;  ///< false: this adapter does not push
};

}  // namespace hub::adapter
