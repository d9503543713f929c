// Signs how far a log went, and never that it went back: what was signed last is remembered, so a
// log with fewer rows, or with another last row, gets no signature.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "hub/signer/signer_key.hpp"

namespace hub::signer {

class Notary {
 public:
  /// Tells the world outside of this machine of each note, before the hub has it.
  using Tell = std::function<void(const std::string& line)>;

  /// `memory`: a file that holds the last note. One that this key did not sign is refused.
  static base::Result<Notary> open(SignerKey key, std::filesystem::path memory, Tell tell);

  /// The signed note for a checkpoint's three lines. `invalid`: they are none, or of another log;
  /// `conflict`: the log went back. Remembered before it is told or returned.
  base::Result<std::string> sign(std::string_view body);

 private:
  Notary(SignerKey key, std::filesystem::path memory, Tell tell, audit::Head last)
      : key_(std::move(key)), memory_(std::move(memory)), tell_(std::move(tell)), last_(last) {}

  [[nodiscard]] base::Result<> check(const audit::Checkpoint& asked) const;

  SignerKey key_;
  std::filesystem::path memory_;
  Tell tell_;
  audit::Head last_;
};

}  // namespace hub::signer
