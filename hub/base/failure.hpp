// What went wrong and can be expected to: a kind, a text for the operator, and context added on the
// way up. A Failure names record ids, line numbers and settings, never a person.
#pragma once

#include <string>
#include <string_view>

namespace hub::base {

/// The one vocabulary of failures. `hub/http` maps each kind to one HTTP status, the command line
/// to one exit code.
enum class Kind {
  internal,      ///< a defect of ours
  invalid,       ///< the input is wrong; the text says where and what to do
  not_found,     ///< absent, or hidden from this reader: both look the same
  conflict,      ///< it contradicts what is stored (same id, other body; a newer schema)
  forbidden,     ///< the caller is known and may not
  unauthorized,  ///< the caller is not known
  too_large,     ///< over a limit of hub/base/limits.hpp
  unsupported,   ///< a media type, an encoding or a version that we do not speak
  busy,          ///< a queue is full; try again
  storage_full,  ///< the disk is full; reads go on
  unavailable,   ///< another party or a child process does not answer
  corrupt,       ///< stored bytes fail their check
};

std::string_view name_of(Kind kind) noexcept;

class Failure {
 public:
  Failure() = default;
  Failure(Kind kind, std::string text) : kind_(kind), text_(std::move(text)) {}

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  /// Puts what was being done before the text: "open database: disk full".
  [[nodiscard]] Failure in(std::string_view doing) const;

 private:
  Kind kind_ = Kind::internal;
  std::string text_;
};

}  // namespace hub::base
