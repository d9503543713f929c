#include "hub/cli/lines.hpp"

#include <istream>
#include <limits>

namespace hub::cli {

bool Lines::next() {
  in_.getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  const auto read = static_cast<std::size_t>(in_.gcount());
  too_long_ = in_.fail() && !in_.eof() && read > 0;
  if (in_.fail() && !too_long_) return false;
  size_ = too_long_ || in_.eof() ? read : read - 1;
  if (too_long_) pass_over();
  return true;
}

bool Lines::more_waiting() const {
  return in_.rdbuf()->in_avail() > 0;
}

void Lines::pass_over() {
  in_.clear();
  in_.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
}

}  // namespace hub::cli
