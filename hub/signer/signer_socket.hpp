// The signer's Unix socket: one request a connection, the three lines of a checkpoint, ended by
// shutting down the sending side; the answer is the signed note, or `error: …`.
#pragma once

#include <sys/types.h>

#include <filesystem>

#include "hub/base/unique_fd.hpp"
#include "hub/signer/notary.hpp"

namespace hub::signer {

class SignerSocket {
 public:
  /// Only processes of `peer`, and root, are answered: the kernel says who they are.
  static base::Result<SignerSocket> listen(const std::filesystem::path& path, uid_t peer);

  /// Answers one after the other, each within five seconds, until `stop` is readable.
  void serve(Notary& notary, int stop) const;

 private:
  SignerSocket(base::UniqueFd fd, uid_t peer) : fd_(std::move(fd)), peer_(peer) {}
  [[nodiscard]] bool is_allowed(int client) const;

  base::UniqueFd fd_;
  uid_t peer_;
};

}  // namespace hub::signer
