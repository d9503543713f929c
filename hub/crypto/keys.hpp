// All keys of one installation, derived from its master secret (libsodium's KDF): one subkey for
// each use, none of which tells another.
#pragma once

#include <vector>

#include "hub/base/random.hpp"
#include "hub/crypto/sealer.hpp"
#include "hub/crypto/token.hpp"

namespace hub::crypto {

/// What a token is for. The numbers go into the key derivation: never change or reuse one (9 and
/// 10 were neighbouring characters of names).
enum class Purpose : std::uint64_t {
  record_key = 1,      ///< an adapter's record key
  row_hash = 2,        ///< whether a record changed
  system_number = 3,   ///< (system, number): deterministic identity
  kana_birthday = 4,   ///< kana + birthday
  kanji_birthday = 5,  ///< kanji key + birthday + address key
  address = 6,         ///< address key
  telephone = 7,
  household_number = 8,
  delivery_id = 11,  ///< webhook ids of a partner
  staging = 12,      ///< tags of staged blocks
  audit = 13,        ///< the MAC beside each audit row
  block = 14,        ///< what brings two records together to be compared
  api_key = 15,      ///< keys of partners' own systems
};

/// Versions below are derived from the lines of the master file; data keys have these.
inline constexpr KeyVersion first_data_key = 16;
inline constexpr KeyVersion last_data_key = 255;

class Keys {
 public:
  /// The master secrets in order of version (32 bytes each), the oldest first. What they wrap is
  /// wrapped by the newest; where the store holds no data key yet, sealing uses a key derived from
  /// it. Tokens and the audit chain stay with the first, for they can't be re-made in place: the
  /// ids of records are tokens, and every row of the chain bears its tag.
  Keys(const std::vector<Secret>& masters, base::Random& random);

  [[nodiscard]] const Sealer& sealer() const noexcept { return sealer_; }
  [[nodiscard]] const TokenMaker& tokens(Purpose purpose) const;

  /// A fresh data key.
  [[nodiscard]] Secret make_data_key() const;
  /// As the store keeps it, under the newest master; and back, by whichever line wrapped it.
  [[nodiscard]] std::string wrap(KeyVersion version, const Secret& key) const;
  [[nodiscard]] base::Result<Secret> unwrap(KeyVersion version, std::string_view wrapped) const;
  /// 16 hexadecimal digits that name the key without telling it: a database and a backup carry it.
  [[nodiscard]] const std::string& id() const noexcept { return id_; }

 private:
  Sealer sealer_;
  Sealer wrapper_;
  base::Random* random_;
  std::vector<TokenMaker> tokens_;
  std::string id_;
};

}  // namespace hub::crypto
