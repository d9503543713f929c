// Which feed of its source a file is, that an operator hands over without saying so.
#pragma once

#include <string>
#include <vector>

#include "hub/adapter/supervisor.hpp"
#include "hub/intake/try_file.hpp"
#include "hub/profile/profile.hpp"

namespace hub::intake {

/// A stream whose beginning may be looked at before it is read from its first byte.
class Peeked {
 public:
  /// Borrows.
  explicit Peeked(const ReadFile& read) : read_(read) {}

  /// At most adapter::beginning_bytes; borrowed from this object.
  base::Result<std::string_view> beginning();
  base::Result<std::size_t> read(std::span<std::uint8_t> buffer);

 private:
  const ReadFile& read_;
  std::string beginning_;
  std::size_t at_ = 0;
};

/// For a source of several: the only one whose files are called so, else the one that the adapter
/// recognizes. A failure of kind `invalid` says that somebody must say it.
base::Result<std::string> choose_feed(const profile::Source& source, adapter::Supervisor& adapter,
                                      const std::string& name, Peeked& file);

}  // namespace hub::intake
