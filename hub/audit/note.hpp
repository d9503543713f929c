// Checkpoints in the shape of C2SP signed notes (c2sp.org/signed-note, tlog-checkpoint): origin,
// number of rows and base64 hash of the last one, a line each; an empty line; then
// `— name base64(key id, Ed25519 signature)`. The hub can read and check them, never make one: the
// key is the signer's, a process of another user (hub/signer).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/audit/head.hpp"
#include "hub/crypto/signature.hpp"

namespace hub::audit {

using KeyId = std::array<std::uint8_t, 4>;

/// The public key of a signer with its name, which is the log's origin too. Written
/// `name+key id+base64`, as other tools for signed notes write it.
class VerifierKey {
 public:
  /// A name without blanks and plus signs.
  VerifierKey(std::string name, const crypto::PublicKey& key);
  static std::optional<VerifierKey> parse(std::string_view text);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const KeyId& id() const noexcept { return id_; }
  [[nodiscard]] const crypto::PublicKey& key() const noexcept { return key_; }
  [[nodiscard]] std::string text() const;

 private:
  std::string name_;
  crypto::PublicKey key_;
  KeyId id_;
};

/// Whether it may name a signer.
bool is_name(std::string_view text) noexcept;

/// What a note says: the log of this origin stood here.
struct Checkpoint {
  std::string origin;
  Head head;

  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// The three lines, and back; nothing where they are not exactly that.
std::string to_body(const Checkpoint& checkpoint);
std::optional<Checkpoint> from_body(std::string_view body);

std::string sign_note(const Checkpoint& checkpoint, const crypto::Signer& signer);

/// What the note says, where the holder of the key signed it. Signatures of others are passed over.
std::optional<Checkpoint> open_note(std::string_view note, const VerifierKey& key);

/// One line for syslog, and every note in a text: notes as they are, and such lines.
std::string to_line(std::string_view note);
std::vector<std::string> notes_in(std::string_view text);

}  // namespace hub::audit
