// A progress bar on one line of a terminal; nothing anywhere else.
#pragma once

#include <cstdint>
#include <string_view>

#include "hub/cli/console.hpp"

namespace hub::cli {

class Progress {
 public:
  explicit Progress(Console& console) : console_(console) {}
  /// Takes its line away.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `part` of `all`; what is being done stands beside the bar where the terminal is wide enough.
  void show(std::int64_t part, std::int64_t all, std::string_view doing);
  void clear();

 private:
  Console& console_;
  bool shown_ = false;
};

}  // namespace hub::cli
