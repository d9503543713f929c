// partners.yaml: who delivers to us by webhook and who receives from us. Keys are names of secrets
// (systemd credentials or files of the secrets folder), never the secrets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/domain/followed_event.hpp"
#include "hub/profile/period.hpp"

namespace hub::profile {

enum class Delivers { referrals, answers, records };

/// What they send to `POST /webhooks/{code}/…`.
struct Delivering {
  std::vector<Delivers> kinds;
  std::vector<std::string> keys;  ///< secret names; at most two live, for rotation
  Place at;
};

enum class Payload {
  thin,  ///< an id; the packet is pulled, and decided again at each pull
  full
};

struct Receiving {
  std::string url;
  std::vector<std::string> addresses;  ///< IP or CIDR that the connection must reach
  Payload payload = Payload::thin;
  std::vector<std::string> keys;  ///< secret names we sign with
  std::string pull_api_key;       ///< secret name: how they authorize the pull,
  /// or the SHA-256 fingerprints of their client certificates, in lower-case hex without colons
  /// (as read): at most two live, for renewal. A subject would be whoever the CA gave that name.
  std::vector<std::string> pull_certificates;
  std::string ca;           ///< secret name of their own CA, or empty: the system's
  bool plain_http = false;  ///< loopback only
  /// What happens to the cases that they follow: families of events; none by default.
  std::vector<domain::EventFamily> events;
  Place at;
};

struct Partner {
  std::string code;
  std::string name;
  Ref party;               ///< operator, agency or section that stands behind it
  std::vector<Ref> desks;  ///< the desks it answers for
  std::optional<Delivering> delivers;
  std::optional<Receiving> receives;
  std::string note;
  Period period;
  Place at;
};

struct Partners {
  std::vector<Partner> partners;
};

std::span<const Word<Delivers>> words_of(WordsFor<Delivers>);
std::span<const Word<Payload>> words_of(WordsFor<Payload>);
std::span<const Word<domain::EventFamily>> words_of(WordsFor<domain::EventFamily>);
void read(const Node& node, Problems& problems, Partners& out);

}  // namespace hub::profile
