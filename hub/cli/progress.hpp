// A progress bar on one line of a terminal; nothing anywhere else.
#pragma once

#include <cstdint>

#include "hub/cli/console.hpp"

namespace hub::cli {

class Progress {
 public:
  explicit Progress(Console& console) : console_(console) {}
  /// Takes its line away.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `rows` is shown once everything was read.
  void show(std::int64_t bytes, std::int64_t bytes_in_all, std::int64_t rows);
  void clear();

 private:
  Console& console_;
  bool shown_ = false;
};

}  // namespace hub::cli
