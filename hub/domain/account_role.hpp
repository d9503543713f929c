// What an account may be: one half of every right. The other half is how its officer stands to the
// case, the plan or the sitting that is asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hub::domain {

enum class AccountRole : std::uint8_t {
  desk,            ///< an officer of a desk: the cases that it works on
  coordinator,     ///< 多機関協働事業者: convenes, plans, monitors
  municipal,       ///< the municipality's own staff, as hub.yaml has the desk
  machine_keeper,  ///< runs the machine, and is an officer of no case
  auditor,         ///< reads the log, and changes nothing
  partner_system,  ///< a partner's own system: by an API key, never given to an account
};
/// Those that an account may be given.
inline constexpr AccountRole account_roles[] = {AccountRole::desk, AccountRole::coordinator,
                                                AccountRole::municipal, AccountRole::machine_keeper,
                                                AccountRole::auditor};

/// desk, coordinator, municipal, operator, auditor, partner.
constexpr std::string_view name_of(AccountRole role) noexcept {
  constexpr std::string_view names[] = {"desk",     "coordinator", "municipal",
                                        "operator", "auditor",     "partner"};
  return names[static_cast<std::size_t>(role)];
}
constexpr std::optional<AccountRole> account_role_from(std::string_view name) noexcept {
  for (const auto role : account_roles) {
    if (name_of(role) == name) return role;
  }
  return std::nullopt;
}

/// A set of roles; empty: nobody.
class AccountRoles {
 public:
  constexpr AccountRoles() = default;
  template <class... Role>
  constexpr explicit AccountRoles(Role... roles) {
    (add(roles), ...);
  }
  constexpr void add(AccountRole role) noexcept { bits_ |= bit(role); }
  [[nodiscard]] constexpr bool has(AccountRole role) const noexcept {
    return (bits_ & bit(role)) != 0;
  }
  [[nodiscard]] constexpr bool meets(AccountRoles other) const noexcept {
    return (bits_ & other.bits_) != 0;
  }
  /// Those of both.
  [[nodiscard]] constexpr AccountRoles both(AccountRoles other) const noexcept {
    AccountRoles out;
    out.bits_ = bits_ & other.bits_;
    return out;
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }

 private:
  static constexpr unsigned bit(AccountRole role) { return 1U << static_cast<unsigned>(role); }
  unsigned bits_ = 0;
};

}  // namespace hub::domain
