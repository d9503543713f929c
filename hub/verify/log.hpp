// The rows of a log, wherever they stand: in the database (a backup), or in an exported file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hub::verify {

/// One row. The views hold until the next row is asked for.
struct Row {
  std::int64_t seq = 0;
  std::int64_t at_ms = 0;
  std::string_view body;
  std::string_view chain;
  std::string_view salt;
  std::string_view contents;
  bool has_contents = false;
};

/// Where the log says that it ends.
struct End {
  std::int64_t seq = 0;
  std::string chain;
};

class Log {
 public:
  virtual ~Log() = default;
  /// False after the last.
  virtual bool next(Row& row) = 0;
  /// After the last row; nothing where the log does not say.
  virtual std::optional<End> end() = 0;
  /// The checkpoints kept with the log.
  virtual std::vector<std::string> notes() = 0;
};

/// The file can't be read, or is no log; the text says what to do.
class Unreadable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads only, and takes the file as standing still: a backup, or the store of a stopped daemon.
std::unique_ptr<Log> open_database(const std::string& file);
/// As `tsunagu audit export` wrote it.
std::unique_ptr<Log> open_export(const std::string& file);
/// Either, by the file's first bytes.
std::unique_ptr<Log> open_log(const std::string& file);

}  // namespace hub::verify
