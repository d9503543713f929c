#include "hub/service/api_keys.hpp"

#include <algorithm>
#include <array>

#include "hub/domain/person_request.hpp"
#include "hub/service/accounts.hpp"
#include "hub/service/entry.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::chrono::days longest_life(3 * 366);

std::string fresh_key(base::Random& random) {
  std::array<std::uint8_t, 36> bytes;
  random.fill(bytes);
  const auto hex = crypto::to_hex(bytes);
  return std::string(api_key_mark) + hex.substr(0, 8) + "_" + hex.substr(8);
}

Result<> check_partner(const Book& book, const std::string& partner, base::UtcMillis at) {
  const auto* known = profile::find_partner(book.profile, partner);
  if (known == nullptr)
    return fail(Kind::not_found, "partners.yaml has no partner of that code; see `partner list`");
  if (known->desks.empty() || !profile::covers(known->period, base::jst_day(at)))
    return fail(Kind::conflict, "the partner answers for no desk today");
  return {};
}

Result<std::string> last_day(const std::string& until, base::UtcMillis at) {
  if (until.empty()) return end_of_year(at);
  const auto day = domain::day_from(until);
  if (!day || *day < base::jst_day(at) ||
      std::chrono::sys_days(*day) > std::chrono::sys_days(base::jst_day(at)) + longest_life)
    return fail(Kind::invalid, "/until: is a day from today on, at most three years away");
  return until;
}

std::vector<store::StoredApiKey> live_keys_of(store::Reader& reader, const std::string& partner,
                                              base::UtcMillis at) {
  auto keys = store::list_api_keys(reader);
  std::erase_if(keys,
                [&](const auto& key) { return key.of.partner != partner || !is_live(key, at); });
  return keys;
}

audit::Entry entry_about(std::string_view asker, std::string_view action, const store::ApiKeyId& id,
                         const std::string& partner) {
  auto entry = entry_of(asker, action, "api_key/" + id.text());
  entry.objects.push_back("partner/" + partner);
  return entry;
}

Result<FreshApiKey> make(Context& context, store::Transaction& tx, const std::string& partner,
                         const std::string& until, std::string_view asker) {
  FreshApiKey fresh{fresh_key(context.random), until};
  const auto verifier = api_key_verifier(context.db.keys(), fresh.key);
  const auto id = store::add_api_key(
      tx, {partner, fresh.key.substr(0, api_key_prefix), verifier, until}, asker);
  tx.audit(entry_about(asker, "api_key.added", id, partner));
  return fresh;
}

const char* state_of(const store::StoredApiKey& key, base::UtcMillis at) {
  if (key.revoked_at) return "revoked";
  return is_live(key, at) ? "usable" : "expired";
}

}  // namespace

crypto::WideToken api_key_verifier(const crypto::Keys& keys, std::string_view key) {
  return keys.tokens(crypto::Purpose::api_key).wide(key);
}

bool is_live(const store::StoredApiKey& key, base::UtcMillis at) {
  return !key.revoked_at && key.of.until_day >= base::jst_date(at);
}

Result<FreshApiKey> add_api_key(Context& context, const std::string& partner,
                                const std::string& until, std::string_view asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<FreshApiKey> {
    if (auto known = check_partner(*book, partner, tx.now()); !known) return known.error();
    const auto last = last_day(until, tx.now());
    if (!last) return last.error();
    if (live_keys_of(tx, partner, tx.now()).size() >= live_api_keys)
      return fail(Kind::conflict, "the partner has two keys that count; revoke one of them");
    return make(context, tx, partner, *last, asker);
  });
}

Result<FreshApiKey> rotate_api_key(Context& context, const std::string& partner,
                                   std::string_view asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<FreshApiKey> {
    if (auto known = check_partner(*book, partner, tx.now()); !known) return known.error();
    const auto live = live_keys_of(tx, partner, tx.now());
    if (live.empty())
      return fail(Kind::conflict, "the partner has no key that counts; see `api-key add`");
    if (live.size() >= live_api_keys)
      return fail(Kind::conflict, "the partner has two keys that count; revoke one of them");
    store::end_api_key(tx, live.front().row, base::jst_date(tx.now() + api_key_overlap));
    tx.audit(entry_about(asker, "api_key.ending", live.front().id, partner));
    return make(context, tx, partner, end_of_year(tx.now()), asker);
  });
}

Result<> revoke_api_key(Context& context, const std::string& prefix, std::string_view asker) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto key = store::find_api_key(tx, prefix);
    if (!key) return fail(Kind::not_found, "there is no key that begins so; see `api-key list`");
    if (!store::revoke_api_key(tx, key->row))
      return fail(Kind::conflict, "the key was revoked before");
    tx.audit(entry_about(asker, "api_key.revoked", key->id, key->of.partner));
    return {};
  });
}

Shown view_api_keys(store::Reader& reader, base::UtcMillis at, const ViewSink& sink) {
  Shown shown;
  for (const auto& key : store::list_api_keys(reader)) {
    ViewLine line("apiKey");
    line.text("partner", key.of.partner).text("prefix", key.of.prefix);
    line.code("state", state_of(key, at)).text("until", key.of.until_day);
    line.time("madeAt", key.made_at).time("revokedAt", key.revoked_at).to(sink);
    shown.objects.push_back("api_key/" + key.id.text());
  }
  return shown;
}

}  // namespace hub::service
