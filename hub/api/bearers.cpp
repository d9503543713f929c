#include "hub/api/bearers.hpp"

namespace hub::api {

namespace {

domain::AccountRoles every_role() {
  domain::AccountRoles roles;
  for (const auto role : domain::account_roles)
    roles.add(role);
  return roles;
}

}  // namespace

using base::fail;
using base::Kind;
using base::Result;

bool WrongBearers::too_many(const base::AddressBytes& peer, base::Monotonic now) {
  forget_after_a_minute(now);
  const auto found = wrong_.find(peer);
  return found != wrong_.end() && found->second >= wrong_bearers_a_minute;
}

void WrongBearers::count(const base::AddressBytes& peer, base::Monotonic now) {
  forget_after_a_minute(now);
  if (wrong_.size() < most_peers_held || wrong_.contains(peer)) ++wrong_[peer];
}

void WrongBearers::forget_after_a_minute(base::Monotonic now) {
  if (now - since_ < std::chrono::minutes(1)) return;
  wrong_.clear();
  since_ = now;
}

Result<std::shared_ptr<const Issuers>> read_issuers(const profile::Settings& settings) {
  auto issuers = std::make_shared<Issuers>();
  for (const auto& rules : settings.oidc) {
    auto keys = read_issuer_keys(rules.keys);
    if (!keys) return keys.error().in("oidc " + rules.issuer);
    issuers->push_back({rules, std::move(*keys)});
  }
  return std::shared_ptr<const Issuers>(std::move(issuers));
}

void Bearers::exchange(std::shared_ptr<const Issuers> issuers) {
  const std::lock_guard lock(mutex_);
  issuers_ = std::move(issuers);
}

Result<> Bearers::read_keys() {
  auto stored =
      context_.db.read([](store::Reader& reader) -> Result<std::vector<store::StoredApiKey>> {
        return store::list_api_keys(reader);
      });
  if (!stored) return stored.error();
  const std::lock_guard lock(mutex_);
  keys_.clear();
  for (auto& key : *stored)
    keys_.emplace(key.of.verifier, std::move(key));
  return {};
}

/// Found by its keyed token, which tells nothing of the key by the time that the search takes.
std::optional<std::string> Bearers::partner_of(std::string_view key) const {
  const auto verifier = service::api_key_verifier(context_.db.keys(), key);
  const auto now = context_.clock.now();
  const auto book = context_.book();
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(verifier);
  if (found == keys_.end() || !service::is_live(found->second, now)) return std::nullopt;
  const auto* partner = profile::find_partner(book->profile, found->second.of.partner);
  if (partner == nullptr || !profile::covers(partner->period, base::jst_day(now)))
    return std::nullopt;
  return partner->code;
}

Result<http::Caller> Bearers::recognize(std::string_view bearer) const {
  if (!bearer.starts_with(service::api_key_mark)) return by_token(bearer);
  auto partner = bearer.size() == service::api_key_size ? partner_of(bearer) : std::nullopt;
  if (!partner) return fail(Kind::unauthorized, "an unknown key");
  return http::Caller{std::move(*partner)};
}

Result<http::Caller> Bearers::by_token(std::string_view token) const {
  std::shared_ptr<const Issuers> issuers;
  {
    const std::lock_guard lock(mutex_);
    issuers = issuers_;
  }
  const auto now = context_.clock.now();
  for (const auto& issuer : *issuers) {
    const auto bearer = bearer_of_token(token, issuer, now);
    if (bearer) return http::Caller{{}, bearer->account, bearer->roles.value_or(every_role())};
  }
  return fail(Kind::unauthorized, "a token of no issuer of ours");
}

/// A right one is admitted from anywhere: who shares an address with a wrong one is not shut out.
Result<http::Caller> Bearers::admit(std::string_view bearer, const base::AddressBytes& peer) const {
  auto caller = recognize(bearer);
  if (caller) return caller;
  const std::lock_guard lock(mutex_);
  const auto now = context_.clock.steady();
  if (wrong_.too_many(peer, now)) return fail(Kind::busy, "too many wrong keys or tokens");
  wrong_.count(peer, now);
  return caller;
}

}  // namespace hub::api
