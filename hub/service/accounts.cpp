#include "hub/service/accounts.hpp"

#include <algorithm>
#include <array>

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

constexpr std::size_t longest_name = 64;
constexpr std::chrono::days look_ahead(90);

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_name &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
                  c == '.';
         });
}

/// Made for the first sign-in: 80 bits, in letters and digits that nobody mistakes.
struct Fresh {
  StartCredentials told;
  std::string verifier;
  std::string key;
};
Fresh fresh_credentials(base::Random& random) {
  std::array<std::uint8_t, 10> word;
  std::array<std::uint8_t, crypto::one_time_key_bytes> key;
  random.fill(word);
  random.fill(key);
  Fresh out;
  out.told.password = crypto::to_base32(crypto::text_of(word));
  out.key = crypto::text_of(key);
  out.told.one_time_key = crypto::to_base32(out.key);
  out.verifier = crypto::password_verifier(out.told.password, random);
  return out;
}

Result<AccountRole> role_called(const std::string& name) {
  if (const auto role = domain::account_role_from(name)) return *role;
  return fail(Kind::invalid, "/role: is desk, coordinator, municipal, operator or auditor");
}

/// The roles that work on cases are an officer's; hub.yaml says of which desk he is.
Result<> check_officer(const Book& book, const std::string& name, AccountRole role) {
  if (role == AccountRole::machine_keeper || role == AccountRole::auditor) return {};
  const auto asker = std::string(officer_prefix) + name;
  if (officer_of(book, asker) == nullptr)
    return fail(Kind::conflict, "hub.yaml has no officer of that name; write him there first");
  if (role == AccountRole::municipal && municipal_officer(book, asker) == nullptr)
    return fail(Kind::conflict, "the officer's desk is not one that the municipality runs itself");
  return {};
}

Result<store::StoredAccount> account_called(store::Reader& reader, const std::string& name) {
  auto found = store::find_account(reader, name);
  if (!found) return fail(Kind::not_found, "there is no account of that name; see `user list`");
  return std::move(*found);
}

/// One change of one account, with its row of the log.
Result<> change(Context& context, const std::string& name, std::string_view asker,
                std::string_view action,
                const std::function<Result<>(store::Transaction&, const store::StoredAccount&,
                                             audit::Entry&)>& step) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto account = account_called(tx, name);
    if (!account) return account.error();
    auto entry = entry_of(asker, action, "account/" + account->id.text());
    if (auto done = step(tx, *account, entry); !done) return done;
    tx.audit(entry);
    return {};
  });
}

}  // namespace

std::string end_of_year(base::UtcMillis at) {
  const auto day = base::jst_day(at + look_ahead);
  const int year = static_cast<int>(day.year()) + (day.month() >= std::chrono::April ? 1 : 0);
  return std::to_string(year) + "-03-31";
}

Result<StartCredentials> add_account(Context& context, const std::string& name,
                                     const std::vector<std::string>& roles,
                                     std::string_view asker) {
  if (!is_name(name))
    return fail(Kind::invalid, "/name: holds a-z, 0-9, '.', '_' and '-', at most 64 of them");
  if (roles.empty()) return fail(Kind::invalid, "/roles: an account has at least one role");
  const auto book = context.book();
  std::vector<AccountRole> given;
  for (const auto& one : roles) {
    const auto role = role_called(one);
    if (!role) return role.error();
    if (auto may = check_officer(*book, name, *role); !may) return may.error();
    given.push_back(*role);
  }
  const auto fresh = fresh_credentials(context.random);
  const auto made = context.db.write([&](store::Transaction& tx) -> Result<> {
    if (store::find_account(tx, name))
      return fail(Kind::conflict, "there is an account of that name; see `user reset`");
    const auto until = end_of_year(tx.now());
    const auto row = store::add_account(tx, name, {fresh.verifier, fresh.key}, until, asker);
    for (const auto role : given)
      store::put_role(tx, row, role, until);
    const auto account = store::find_account(tx, name);
    auto entry = entry_of(asker, "account.added", "account/" + account->id.text());
    entry.fields = roles;
    tx.audit(entry);
    return {};
  });
  if (!made) return made.error();
  return fresh.told;
}

Result<StartCredentials> reset_account(Context& context, const std::string& name,
                                       std::string_view asker) {
  const auto fresh = fresh_credentials(context.random);
  const auto done = change(context, name, asker, "account.reset",
                           [&](auto& tx, const auto& account, audit::Entry&) -> Result<> {
                             store::reset_account(tx, account, {fresh.verifier, fresh.key});
                             return {};
                           });
  if (!done) return done.error();
  return fresh.told;
}

Result<> disable_account(Context& context, const std::string& name, std::string_view asker) {
  return change(context, name, asker, "account.disabled",
                [](auto& tx, const auto& account, audit::Entry&) -> Result<> {
                  if (account.disabled_at) return fail(Kind::conflict, "the account is disabled");
                  store::disable_account(tx, account.row);
                  return {};
                });
}

Result<std::string> renew_account(Context& context, const std::string& name,
                                  std::string_view asker) {
  std::string until;
  const auto done = change(
      context, name, asker, "account.renewed",
      [&until](auto& tx, const auto& account, audit::Entry& entry) -> Result<> {
        until = end_of_year(tx.now());
        entry.fields = {until};
        store::prolong_account(tx, account.row, until, base::jst_date(tx.now() - look_ahead));
        return {};
      });
  if (!done) return done.error();
  return until;
}

Result<> give_role(Context& context, const std::string& name, const std::string& typed,
                   std::string_view asker) {
  const auto role = role_called(typed);
  if (!role) return role.error();
  if (auto may = check_officer(*context.book(), name, *role); !may) return may;
  return change(context, name, asker, "account.role_given",
                [&](auto& tx, const auto& account, audit::Entry& entry) -> Result<> {
                  entry.fields = {typed};
                  store::put_role(tx, account.row, *role, end_of_year(tx.now()));
                  return {};
                });
}

Result<> take_role(Context& context, const std::string& name, const std::string& typed,
                   std::string_view asker) {
  const auto role = role_called(typed);
  if (!role) return role.error();
  return change(context, name, asker, "account.role_taken",
                [&](auto& tx, const auto& account, audit::Entry& entry) -> Result<> {
                  entry.fields = {typed};
                  if (!store::remove_role(tx, account.row, *role))
                    return fail(Kind::conflict, "the account does not have that role");
                  return {};
                });
}

Shown view_accounts(store::Reader& reader, base::UtcMillis at, const ViewSink& sink) {
  Shown shown;
  const auto today = base::jst_date(at);
  for (const auto& account : store::list_accounts(reader)) {
    std::vector<std::string> roles;
    for (const auto& [role, until] : store::roles_of(reader, account.row)) {
      if (until >= today) roles.emplace_back(domain::name_of(role));
    }
    const auto* state = account.disabled_at         ? "disabled"
                        : account.until_day < today ? "expired"
                        : account.locked_until > at ? "locked"
                        : account.must_change       ? "unsettled"
                                                    : "usable";
    ViewLine line("account");
    line.code("name", account.name).code("state", state).list("roles", roles);
    line.text("until", account.until_day).to(sink);
    shown.objects.push_back("account/" + account.id.text());
  }
  return shown;
}

}  // namespace hub::service
