// The key that signs checkpoints, in a file of its own that only the signer's user may read.
// Written as other tools for signed notes write theirs: `PRIVATE+KEY+name+key id+base64`.
#pragma once

#include <filesystem>
#include <string>

#include "hub/audit/note.hpp"
#include "hub/base/random.hpp"
#include "hub/base/result.hpp"

namespace hub::signer {

class SignerKey {
 public:
  /// `file` as crypto::read_secret wants it: not a link, readable by its owner alone.
  static base::Result<SignerKey> read(const std::filesystem::path& file);
  /// A fresh key in a new file; an existing one is never replaced.
  static base::Result<SignerKey> create(const std::filesystem::path& file, const std::string& name,
                                        base::Random& random);

  [[nodiscard]] const audit::VerifierKey& verifier() const noexcept { return verifier_; }
  [[nodiscard]] const crypto::Signer& signer() const noexcept { return signer_; }

 private:
  SignerKey(const std::string& name, crypto::Signer signer)
      : signer_(std::move(signer)), verifier_(name, signer_.public_key()) {}

  crypto::Signer signer_;
  audit::VerifierKey verifier_;
};

}  // namespace hub::signer
