// The chain of the audit log: every row's hash covers the row before, a keyed MAC covers the hash,
// and signed checkpoints fix how far the log went. Pure: the store writes it, in the transaction
// that it records.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "hub/audit/contents.hpp"
#include "hub/audit/erasure.hpp"
#include "hub/audit/head.hpp"
#include "hub/audit/note.hpp"
#include "hub/crypto/token.hpp"

namespace hub::audit {

/// A row as it is stored. `body` is borrowed: what stands for its contents
/// (hub/audit/contents.hpp).
struct Row {
  std::int64_t seq = 0;
  std::int64_t at_ms = 0;
  std::string_view body;
  crypto::Digest chain{};
  crypto::WideToken mac{};
};

/// Makes the links. Keeps a hash context: one thread.
class Chain {
 public:
  /// The key is borrowed.
  Chain(Head head, const crypto::TokenMaker& key) : head_(head), key_(key) {}

  /// The row that comes next; the chain then stands at it.
  Row append(std::int64_t at_ms, std::string_view body);
  [[nodiscard]] const Head& head() const noexcept { return head_; }
  /// After a transaction was undone.
  void go_back_to(const Head& head) noexcept { head_ = head; }

 private:
  Head head_;
  const crypto::TokenMaker& key_;
  crypto::Sha256 hash_;
};

/// What a MAC over the head covers.
crypto::WideToken mac_of(const Head& head, const crypto::TokenMaker& key);

/// The first thing that does not fit, and where.
struct Break {
  enum class What {
    gap,         ///< a row is missing, or stands elsewhere
    edited,      ///< a row does not fit the one before
    forged,      ///< it fits, but was not written with the key
    contents,    ///< the contents are not those that the row was made of
    taken,       ///< the contents are gone, and no row tells of their erasure
    cut,         ///< rows at the end are missing
    checkpoint,  ///< a checkpoint says otherwise, or the signer's key did not sign it
  };
  What what = What::gap;
  std::int64_t seq = 0;
};

std::string_view name_of(Break::What what) noexcept;

/// Walks the rows in order and finds the first that was edited, deleted, moved or added by somebody
/// without the key. Everything after that first break is not looked at.
class Verifier {
 public:
  /// The key is borrowed.
  explicit Verifier(const crypto::TokenMaker& key) : key_(key), chain_({}, key) {}

  /// False once something is broken.
  bool see(const Row& row, const std::optional<Contents>& contents);
  /// A checkpoint must be seen right after the row that it names. One that was kept outside of the
  /// database shows a log that was put back to an older state.
  void see(const Checkpoint& checkpoint);
  /// A note that the signer's key did not sign.
  void see_bad_note(std::int64_t seq) { report(Break::What::checkpoint, seq); }
  /// After the last row: the log must end at the stored head.
  void finish(const Head& head, const crypto::WideToken& mac);

  [[nodiscard]] const std::optional<Break>& broken() const noexcept { return broken_; }
  [[nodiscard]] const Head& head() const noexcept { return chain_.head(); }

 private:
  void see_contents(const Row& row, const std::optional<Contents>& contents);
  void report(Break::What what, std::int64_t seq);

  const crypto::TokenMaker& key_;
  Chain chain_;
  Erasures erasures_;
  std::optional<Break> broken_;
};

}  // namespace hub::audit
