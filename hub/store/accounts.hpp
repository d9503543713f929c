// Local accounts, their roles, and how far the wrong attempts at each have gone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/domain/account_role.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

using AccountId = base::Id<struct AccountTag>;
using AccountRow = RowId<struct AccountRowTag>;

/// What proves that somebody is who he says; is sealed.
struct Credentials {
  std::string_view verifier;
  std::string_view one_time_key;
  bool must_change = true;  ///< the password was made for him: he may but change it
};

struct StoredAccount {
  AccountRow row;
  AccountId id;
  std::string name;
  crypto::Opened verifier;
  crypto::Opened one_time_key;
  bool must_change = true;
  std::string until_day;
  std::int64_t failures = 0;
  base::UtcMillis locked_until{};
  std::int64_t last_step = 0;
  std::optional<base::UtcMillis> disabled_at;
};

AccountRow add_account(Transaction& transaction, std::string_view name,
                       const Credentials& credentials, std::string_view until_day,
                       std::string_view by);
/// New credentials; it is neither locked nor disabled any more.
void reset_account(Transaction& transaction, const StoredAccount& account,
                   const Credentials& credentials);
void set_password(Transaction& transaction, const StoredAccount& account,
                  std::string_view verifier);
void disable_account(Transaction& transaction, AccountRow row);
/// With its roles, but for those that ended before the day `since`.
void prolong_account(Transaction& transaction, AccountRow row, std::string_view until_day,
                     std::string_view since);
void note_failure(Transaction& transaction, AccountRow row, base::UtcMillis locked_until);
/// The step of the code that was used.
void note_success(Transaction& transaction, AccountRow row, std::int64_t step);

void put_role(Transaction& transaction, AccountRow row, domain::AccountRole role,
              std::string_view until_day);
/// False where it had none.
bool remove_role(Transaction& transaction, AccountRow row, domain::AccountRole role);

std::optional<StoredAccount> find_account(Reader& reader, std::string_view name);
/// By name.
std::vector<StoredAccount> list_accounts(Reader& reader);
/// Each with the last day on which it counts.
std::vector<std::pair<domain::AccountRole, std::string>> roles_of(Reader& reader, AccountRow row);

}  // namespace hub::store
