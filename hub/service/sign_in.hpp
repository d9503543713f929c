// Who stands behind a name, a password and a one-time code; and what an account may be now. Wrong
// passwords and codes lock an account, twice as long each time; a locked, ended or disabled account
// and a name that nobody bears are refused with the same words, after the same work.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

#include "hub/service/context.hpp"
#include "hub/store/accounts.hpp"

namespace hub::service {

/// An account as it is at this moment.
struct AccountStanding {
  store::AccountRow row;
  std::string name;
  domain::AccountRoles roles;  ///< those that count today, and for which hub.yaml has the officer
  bool must_change = false;
  base::UtcMillis until{};  ///< the end of its last day
};

/// Nothing for one that does not count today.
std::optional<AccountStanding> standing_of(store::Reader& reader, const Book& book,
                                           std::string_view name, base::UtcMillis at);

struct SignInAttempt {
  std::string name;
  std::string password;
  std::string code;
};

/// Compares one password at a time: a flood of attempts takes 19 MiB and no more. Any thread that
/// may wait.
class SignIn {
 public:
  explicit SignIn(Context& context) : context_(context) {}

  /// `unauthorized`, or `busy` while another is being compared.
  base::Result<AccountStanding> attempt(const SignInAttempt& attempt);
  /// The same proof, then another password: `invalid` for one shorter than `least_password`.
  base::Result<> change_password(const SignInAttempt& attempt, const std::string& wanted);

 private:
  /// `action`: what the log calls it where the proof is right.
  base::Result<AccountStanding> judge(const SignInAttempt& attempt, std::string_view action);

  Context& context_;
  std::mutex hashing_;
};

/// Characters (ASCII) or bytes; NIST SP 800-63B asks for 8 beside a second factor.
inline constexpr std::size_t least_password = 12;
inline constexpr std::size_t longest_password = 256;

/// How long an account is locked after that many wrong attempts in a row.
std::chrono::seconds lock_after(std::int64_t failures);

}  // namespace hub::service
