#include "hub/profile/partner.hpp"

#include <array>

namespace hub::profile {
namespace {

constexpr std::array<Word<Delivers>, 3> delivered{{{"referrals", Delivers::referrals},
                                                   {"answers", Delivers::answers},
                                                   {"records", Delivers::records}}};
constexpr std::array<Word<Payload>, 2> payloads{{{"thin", Payload::thin}, {"full", Payload::full}}};
constexpr std::array<Word<domain::EventFamily>, 7> families{
    {{"case", domain::EventFamily::case_},
     {"plan", domain::EventFamily::plan},
     {"sitting", domain::EventFamily::sitting},
     {"match", domain::EventFamily::match},
     {"consent", domain::EventFamily::consent},
     {"outreach", domain::EventFamily::outreach},
     {"deadline", domain::EventFamily::deadline}}};

/// As openssl prints a fingerprint (`AB:CD:…`), in lower case without its colons.
std::string bare(const std::string& fingerprint) {
  std::string out;
  for (const char c : fingerprint)
    if (c != ':') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

}  // namespace

std::span<const Word<Delivers>> words_of(WordsFor<Delivers>) {
  return delivered;
}
std::span<const Word<Payload>> words_of(WordsFor<Payload>) {
  return payloads;
}

std::span<const Word<domain::EventFamily>> words_of(WordsFor<domain::EventFamily>) {
  return families;
}

static void read(const Node& node, Problems& problems, Delivering& out) {
  out.at = node.at;
  read_map(node, problems, {need("kinds", out.kinds), need("keys", out.keys)});
}

static void read(const Node& node, Problems& problems, Receiving& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("url", out.url), need("addresses", out.addresses), may("payload", out.payload),
            need("keys", out.keys), may("pull_api_key", out.pull_api_key),
            may("pull_certificates", out.pull_certificates), may("ca", out.ca),
            may("plain_http", out.plain_http), may("events", out.events)});
  for (std::string& fingerprint : out.pull_certificates)
    fingerprint = bare(fingerprint);
}

static void read(const Node& node, Problems& problems, Partner& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("name", out.name), need("party", out.party),
            may("desks", out.desks), may("delivers", out.delivers), may("receives", out.receives),
            may("note", out.note), may("from", out.period.from), may("until", out.period.until)});
}

void read(const Node& node, Problems& problems, Partners& out) {
  read_map(node, problems, {need("partners", out.partners)});
}

}  // namespace hub::profile
