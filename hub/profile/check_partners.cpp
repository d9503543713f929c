#include <algorithm>

#include "hub/base/limits.hpp"
#include "hub/profile/checks.hpp"

namespace hub::profile {
namespace {

constexpr std::size_t longest_secret_name = 64;

bool is_loopback_url(std::string_view url) {
  constexpr std::string_view scheme = "http://";
  if (!url.starts_with(scheme)) return false;
  url.remove_prefix(scheme.size());
  return url.starts_with("127.0.0.1:") || url.starts_with("127.0.0.1/") || url.starts_with("[::1]");
}

bool names_secret(const std::string& name) {
  const bool word = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  return word && !name.empty() && name.size() <= longest_secret_name;
}

void check_delivering(const Delivering& delivers, Problems& problems) {
  const std::size_t most = base::limits::webhook_keys_per_partner;
  if (delivers.keys.empty() || delivers.keys.size() > most)
    problems.add(
        delivers.at, "webhook_keys",
        {"鍵(keys)は1つか、入れ替えの間だけ2つです。", "one key, or two while they are rotated"});
  for (const std::string& key : delivers.keys)
    check_secret_name(key, delivers.at, problems);
}

bool is_fingerprint(const std::string& text) {
  constexpr std::size_t sha256_in_hex = 64;
  return text.size() == sha256_in_hex && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

void check_fingerprints(const Receiving& receives, Problems& problems) {
  const auto& all = receives.pull_certificates;
  if (all.size() > base::limits::webhook_keys_per_partner)
    problems.add(receives.at, "pull_certificates",
                 {"証明書の指紋(pull_certificates)は1つか、更新の間だけ2つです。",
                  "one fingerprint, or two while a certificate is renewed"});
  if (!std::all_of(all.begin(), all.end(), is_fingerprint))
    problems.add(receives.at, "pull_certificates",
                 {"証明書のSHA-256の指紋(16進64桁)を書いてください: openssl x509 -noout "
                  "-fingerprint -sha256 -in 証明書.pem",
                  "write the certificate's SHA-256 fingerprint (64 hex digits): openssl x509 "
                  "-noout -fingerprint -sha256 -in CERTIFICATE.pem"});
}

void check_receiving(const Receiving& receives, Problems& problems) {
  if (!is_acceptable_url(receives.url, receives.plain_http))
    problems.add(receives.at, "bad_url",
                 {"宛先は https:// です(この機械の中だけ plain_http: true で http://127.0.0.1)。",
                  "the url is https:// (http://127.0.0.1 only with plain_http: true)"});
  if (receives.addresses.empty())
    problems.add(receives.at, "addresses_missing",
                 {"つないでよい相手のアドレス(addresses)を書いてください。",
                  "write the addresses that may be connected to"});
  if (receives.keys.empty())
    problems.add(receives.at, "webhook_keys",
                 {"署名の鍵(keys)が要ります。", "a key to sign with is needed"});
  for (const std::string& key : receives.keys)
    check_secret_name(key, receives.at, problems);
  for (const std::string* name : {&receives.pull_api_key, &receives.ca})
    if (!name->empty()) check_secret_name(*name, receives.at, problems);
  check_fingerprints(receives, problems);
  const bool can_pull = !receives.pull_api_key.empty() || !receives.pull_certificates.empty();
  if (receives.payload == Payload::thin && !can_pull)
    problems.add(receives.at, "pull_missing",
                 {"payload: thin の相手は中身を取りに来ます。pull_api_key か pull_certificates が"
                  "要ります。",
                  "a thin payload is pulled: write pull_api_key or pull_certificates"});
}

/// Who shows a certificate is one partner.
void check_shared_certificates(const Profile& profile, const Partner& partner, Problems& problems) {
  for (const Partner& other : profile.partners) {
    if (&other == &partner) return;
    if (!other.receives) continue;
    const auto& taken = other.receives->pull_certificates;
    for (const std::string& one : partner.receives->pull_certificates)
      if (std::find(taken.begin(), taken.end(), one) != taken.end())
        problems.add(partner.receives->at, "certificate_of_two_partners",
                     {"この証明書は相手「" + other.code + "」のものです。",
                      "this is partner \"" + other.code + "\"'s certificate"});
  }
}

void check_shared_desks(const Profile& profile, const Partner& partner, Problems& problems) {
  for (const Partner& other : profile.partners) {
    if (&other == &partner) return;
    if (!overlap(other.period, partner.period)) continue;
    for (const Ref& desk : partner.desks)
      if (std::any_of(other.desks.begin(), other.desks.end(),
                      [&desk](const Ref& ref) { return ref.code == desk.code; }))
        problems.add(
            desk.at, "desk_of_two_partners",
            {"窓口「" + desk.code + "」には相手「" + other.code + "」もいます。",
             "partner \"" + other.code + "\" answers for desk \"" + desk.code + "\" already"});
  }
}

}  // namespace

bool is_acceptable_url(std::string_view url, bool plain_http) {
  constexpr std::string_view secure = "https://";
  if (url.starts_with(secure)) return url.size() > secure.size();
  return plain_http && is_loopback_url(url);
}

void check_secret_name(const std::string& name, const Place& at, Problems& problems) {
  if (names_secret(name)) return;
  problems.add(at, "secret_name",
               {"秘密の名前は英小文字・数字・ハイフンで64字までです。秘密そのものは書かないでくださ"
                "い。",
                "a secret's name has lower-case letters, digits and hyphens, at most 64; never "
                "write the secret itself here"});
}

void check_partners(const Profile& profile, Problems& problems) {
  for (const Partner& partner : profile.partners) {
    if (partner.delivers) check_delivering(*partner.delivers, problems);
    if (partner.receives) {
      check_receiving(*partner.receives, problems);
      check_shared_certificates(profile, partner, problems);
    }
    check_shared_desks(profile, partner, problems);
  }
}

}  // namespace hub::profile
