#include "hub/service/sign_in.hpp"

#include <algorithm>

#include "hub/crypto/one_time_code.hpp"
#include "hub/crypto/password.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/officers.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::AccountRole;

constexpr std::int64_t free_attempts = 5;

base::UtcMillis end_of(std::string_view day) {
  const auto number = [day](std::size_t from, std::size_t size) {
    int out = 0;
    for (const char c : day.substr(from, size))
      out = out * 10 + (c - '0');
    return out;
  };
  const std::chrono::year_month_day last{std::chrono::year(number(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  return base::from_jst_day(last) + std::chrono::days(1);
}

/// hub.yaml has the last word: who is no officer any more has no officer's role.
bool counts(const Book& book, std::string_view name, AccountRole role) {
  const auto asker = std::string(officer_prefix).append(name);
  switch (role) {
    case AccountRole::desk:
    case AccountRole::coordinator:
      return officer_of(book, asker) != nullptr;
    case AccountRole::municipal:
      return municipal_officer(book, asker) != nullptr;
    case AccountRole::machine_keeper:
    case AccountRole::auditor:
      return true;
    case AccountRole::partner_system:
      return false;
  }
  return false;
}

base::Failure refused() {
  return fail(Kind::unauthorized,
              "the name, the password or the code is wrong, or the account "
              "does not count at present");
}

Result<> note(
    Context& context, std::string_view name, std::string_view action,
    const std::function<Result<>(store::Transaction&, const store::StoredAccount&)>& step) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto account = store::find_account(tx, name);
    if (!account) return refused();
    if (auto done = step(tx, *account); !done) return done;
    tx.audit(entry_of("user/" + account->name, action, "account/" + account->id.text()));
    return {};
  });
}

/// The code is used up in the transaction that sees it unused: of two at once, one is refused.
Result<> use_code(Context& context, std::string_view name, std::string_view code,
                  std::string_view action) {
  return note(context, name, action, [&](auto& tx, const auto& account) -> Result<> {
    const auto step =
        crypto::step_of_code(account.one_time_key.look_inside(), code, tx.now(), account.last_step);
    if (!step || account.locked_until > tx.now() || account.disabled_at) return refused();
    store::note_success(tx, account.row, *step);
    return {};
  });
}

Result<> note_wrong(Context& context, std::string_view name) {
  return note(context, name, "account.sign_in_refused",
              [](auto& tx, const auto& account) -> Result<> {
                // A locked account counts no further: nobody is locked out for ever by a stranger's
                // tries.
                const bool locked = account.locked_until > tx.now();
                store::note_failure(
                    tx, account.row,
                    locked ? account.locked_until : tx.now() + lock_after(account.failures + 1));
                return {};
              });
}

}  // namespace

std::chrono::seconds lock_after(std::int64_t failures) {
  if (failures < free_attempts) return std::chrono::seconds(0);
  const auto doublings = std::min<std::int64_t>(failures - free_attempts, 7);
  return std::min(std::chrono::seconds(30 << doublings), std::chrono::seconds(3'600));
}

std::optional<AccountStanding> standing_of(store::Reader& reader, const Book& book,
                                           std::string_view name, base::UtcMillis at) {
  const auto account = store::find_account(reader, name);
  const auto today = base::jst_date(at);
  if (!account || account->disabled_at || account->until_day < today) return std::nullopt;
  AccountStanding out{
      account->row, account->name, {}, account->must_change, end_of(account->until_day)};
  for (const auto& [role, until] : store::roles_of(reader, account->row)) {
    if (until >= today && counts(book, name, role)) out.roles.add(role);
  }
  return out;
}

Result<AccountStanding> SignIn::judge(const SignInAttempt& attempt, std::string_view action) {
  struct Known {
    std::optional<AccountStanding> standing;
    std::string verifier;
    bool locked = false;
  };
  const auto now = context_.clock.now();
  const auto book = context_.book();
  auto known = context_.db.read([&](store::Reader& reader) -> Result<Known> {
    Known out{standing_of(reader, *book, attempt.name, now), {}, false};
    if (const auto account = store::find_account(reader, attempt.name)) {
      out.verifier = account->verifier.look_inside();
      out.locked = account->locked_until > now;
    }
    return out;
  });
  if (!known) return known.error();
  if (known->verifier.empty()) {
    crypto::pretend_to_compare(attempt.password);
    return refused();
  }
  const bool fits = crypto::fits_password(known->verifier, attempt.password);
  crypto::wipe(known->verifier);
  if (fits && known->standing && !known->locked) {
    const auto used = use_code(context_, attempt.name, attempt.code, action);
    if (used) return *known->standing;
    if (used.error().kind() != Kind::unauthorized) return used.error();
  }
  const auto noted = note_wrong(context_, attempt.name);
  return noted ? refused() : noted.error();
}

Result<AccountStanding> SignIn::attempt(const SignInAttempt& attempt) {
  if (attempt.password.size() > longest_password) return refused();
  const std::unique_lock only(hashing_, std::try_to_lock);
  if (!only) return fail(Kind::busy, "another sign-in is under way");
  return judge(attempt, "account.signed_in");
}

Result<> SignIn::change_password(const SignInAttempt& attempt, const std::string& wanted) {
  if (wanted.size() < least_password || wanted.size() > longest_password)
    return fail(Kind::invalid, "/wanted: a password has 12 to 256 characters");
  if (wanted == attempt.password)
    return fail(Kind::invalid, "/wanted: is the password that it is to replace");
  if (attempt.password.size() > longest_password) return refused();
  const std::unique_lock only(hashing_, std::try_to_lock);
  if (!only) return fail(Kind::busy, "another sign-in is under way");
  const auto known = judge(attempt, "account.proved");
  if (!known) return known.error();
  const auto verifier = crypto::password_verifier(wanted, context_.random);
  return note(context_, attempt.name, "account.password_changed",
              [&](auto& tx, const auto& account) -> Result<> {
                store::set_password(tx, account, verifier);
                return {};
              });
}

}  // namespace hub::service
