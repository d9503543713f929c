// What has been kept long enough (hub/profile/retention.hpp), and nobody's hold keeps. Whatever a
// field's system still delivers is not among it: it is that field's to erase, and would come again.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "hub/audit/erasure.hpp"
#include "hub/crypto/sha256.hpp"
#include "hub/store/reader.hpp"

namespace hub::store {

/// In the order in which they are erased: what refers to another goes before it.
enum class Erasable : std::uint8_t {
  records,          ///< removed by their source
  replaced_bodies,  ///< of records that changed
  protections,      ///< ended
  delivered_bytes,
  webhooks,
  cases,
  persons,  ///< with no record and no case left
};
inline constexpr std::array<std::string_view, 7> erasable_names{
    "removed_records", "replaced_bodies", "ended_protections", "delivered_bytes", "webhooks",
    "closed_cases",    "persons"};

constexpr std::string_view name_of(Erasable kind) noexcept {
  return erasable_names[static_cast<std::size_t>(kind)];
}

/// What is older goes.
struct Cutoffs {
  base::UtcMillis removed_records{};
  base::UtcMillis replaced_bodies{};
  base::UtcMillis delivered_bytes{};
  base::UtcMillis webhooks{};
  base::UtcMillis closed_cases{};
  base::UtcMillis audit{};
};

struct ErasureList {
  std::array<std::vector<std::int64_t>, erasable_names.size()> rows;  ///< by Erasable, sorted
  std::vector<base::PersonId> persons;  ///< of rows[persons], in the same order
  std::vector<audit::Range> audit_rows;

  [[nodiscard]] const std::vector<std::int64_t>& of(Erasable kind) const {
    return rows[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] bool empty() const;
  [[nodiscard]] std::int64_t audit_count() const;
  /// Of all of it: who signs the list signs this.
  [[nodiscard]] crypto::Digest digest() const;
};

ErasureList erasable(Reader& reader, const Cutoffs& cutoffs);

}  // namespace hub::store
