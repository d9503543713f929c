#include "hub/profile/settings.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

#include "hub/base/limits.hpp"
#include "hub/profile/check.hpp"
#include "hub/profile/checks.hpp"

namespace hub::profile {
namespace {

constexpr std::array<Word<base::Level>, 4> levels{{{"debug", base::Level::debug},
                                                   {"info", base::Level::info},
                                                   {"warning", base::Level::warning},
                                                   {"error", base::Level::error}}};

/// A number that may be lowered below `most`, and is at least 1.
struct Lowered {
  std::string_view key;
  std::int64_t* target;
  std::int64_t most;
};

std::array<Lowered, 6> lowered(LoweredLimits& out) {
  namespace limits = base::limits;
  return {{{"connections", &out.connections, limits::connections},
           {"connections_per_peer", &out.connections_per_peer, limits::connections_per_peer},
           {"request_queue", &out.request_queue, limits::request_queue},
           {"webhook_body_bytes", &out.webhook_body_bytes, limits::webhook_body_bytes},
           {"arrival_bytes", &out.arrival_bytes, limits::arrival_bytes},
           {"in_flight_per_partner", &out.in_flight_per_partner, limits::in_flight_per_partner}}};
}

void check_lowered(const Node& node, const Lowered& limit, Problems& problems) {
  const Node* value = find(node, limit.key);
  if (value == nullptr || (*limit.target >= 1 && *limit.target <= limit.most)) return;
  const std::string most = std::to_string(limit.most);
  problems.add(value->at, "limit_raised",
               {"1から" + most + "までの数にしてください(上限は下げることだけができます)。",
                "write 1 to " + most + ": limits can only be lowered"});
}

bool is_loopback(const std::string& address) {
  return address == "::1" || address == "localhost" || address.starts_with("127.");
}

void check_listen(const Listen& listen, Problems& problems) {
  if (listen.port < 0 || listen.port > 65535)
    problems.add(listen.at, "bad_port", {"ポートは0から65535です。", "a port is 0 to 65535"});
  const bool tls = !listen.tls_cert.empty() && !listen.tls_key.empty();
  if (!tls && !is_loopback(listen.address))
    problems.add(listen.at, "tls_missing",
                 {"この機械の外から届く口にはtls_certとtls_keyが要ります。",
                  "a port that is not loopback needs tls_cert and tls_key"});
  if (listen.client_ca.empty()) return;
  check_secret_name(listen.client_ca, listen.at, problems);
  if (!tls)
    problems.add(listen.at, "client_ca_without_tls",
                 {"client_ca(相手の証明書を確かめるCA)には、tls_certとtls_keyも要ります。",
                  "client_ca needs tls_cert and tls_key too: without TLS nobody shows a "
                  "certificate"});
}

void check_ca(const std::filesystem::path& file, const Place& at, Problems& problems) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (text.find("-----BEGIN CERTIFICATE-----") != std::string::npos) return;
  problems.add(at, "client_ca_unreadable",
               {"client_caの「" + file.string() + "」から、CAの証明書(PEM)を読めません。",
                "client_ca: no CA certificate (PEM) can be read from " + file.string()});
}

/// RFC 3339 in UTC, to the second: 2026-04-10T00:00:00Z.
std::optional<base::UtcMillis> instant_from(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return std::nullopt;
  Node day;
  day.kind = Node::Kind::scalar;
  day.text = text.substr(0, 10);
  Problems problems;
  Day date{};
  read(day, problems, date);
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    Node part;
    part.kind = Node::Kind::scalar;
    part.text = text.substr(11 + 3 * i, 2);
    read(part, problems, parts.at(i));
  }
  const bool in_range = parts[0] < 24 && parts[1] < 60 && parts[2] < 60;
  if (!problems.empty() || !in_range) return std::nullopt;
  return base::UtcMillis(std::chrono::sys_days(date)) + std::chrono::hours(parts[0]) +
         std::chrono::minutes(parts[1]) + std::chrono::seconds(parts[2]);
}

void check_linkage(const LinkageSettings& linkage, Problems& problems) {
  constexpr int furthest = 60;
  const bool in_order =
      linkage.perhaps < linkage.same && linkage.perhaps >= -furthest && linkage.same <= furthest;
  if (!in_order)
    problems.add(
        linkage.at, "linkage_thresholds",
        {"linkageのperhapsはsameより小さく、どちらも-60から60までにしてください(例 same: 6、"
         "perhaps: -10)。",
         "linkage: perhaps is below same, and both are -60 to 60 (for example same: 6, "
         "perhaps: -10)"});
  if (linkage.most_in_block >= 2 && linkage.most_in_block <= 1'000 && linkage.most_in_person >= 2 &&
      linkage.most_in_person <= 1'000)
    return;
  problems.add(linkage.at, "linkage_limits",
               {"linkageのmost_in_blockとmost_in_personは2から1000までにしてください。",
                "linkage: most_in_block and most_in_person are 2 to 1000"});
}

void resolve(std::filesystem::path& path, const std::filesystem::path& folder) {
  if (!path.empty()) path = (folder / path).lexically_normal();
}

}  // namespace

static std::span<const Word<base::Level>> words_of(WordsFor<base::Level>) {
  return levels;
}

static void read(const Node& node, Problems& problems, std::filesystem::path& out) {
  std::string text;
  read(node, problems, text);
  out = text;
}

static void read(const Node& node, Problems& problems, base::UtcMillis& out) {
  const auto found = instant_from(node.text);
  if (found) out = *found;
  if (!found)
    report_shape(node, problems,
                 {"時刻(例 2026-04-10T00:00:00Z)", "an instant such as 2026-04-10T00:00:00Z"});
}

static void read(const Node& node, Problems& problems, Listen& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("address", out.address), need("port", out.port), may("tls_cert", out.tls_cert),
            may("tls_key", out.tls_key), may("client_ca", out.client_ca)});
  check_listen(out, problems);
}

static void read(const Node& node, Problems& problems, Secrets& out) {
  out.at = node.at;
  read_map(node, problems, {may("systemd", out.systemd), may("folder", out.folder)});
  if (out.systemd == out.folder.empty()) return;
  problems.add(node.at, "secrets",
               {"systemd: true か folder のどちらか一方を書いてください。",
                "write either systemd: true or folder"});
}

static void read(const Node& node, Problems& problems, LoweredLimits& out) {
  read_map(
      node, problems,
      {may("connections", out.connections), may("connections_per_peer", out.connections_per_peer),
       may("request_queue", out.request_queue), may("webhook_body_bytes", out.webhook_body_bytes),
       may("arrival_bytes", out.arrival_bytes),
       may("in_flight_per_partner", out.in_flight_per_partner)});
  for (const Lowered& limit : lowered(out))
    check_lowered(node, limit, problems);
}

static void read(const Node& node, Problems& problems, DeliverySchedule& out) {
  std::vector<std::int64_t> retry_after_s;
  read_map(node, problems,
           {may("retry_after_s", retry_after_s), may("jitter_percent", out.jitter_percent)});
  if (!retry_after_s.empty()) out.retry_after_s = std::move(retry_after_s);
}

static void read(const Node& node, Problems& problems, ClockSettings& out) {
  read_map(node, problems, {may("start", out.start)});
}

static void read(const Node& node, Problems& problems, Endpoint& out) {
  read_map(node, problems,
           {need("partner", out.partner), need("url", out.url), need("addresses", out.addresses),
            may("plain_http", out.plain_http)});
}

static void read(const Node& node, Problems& problems, AuditSettings& out) {
  read_map(node, problems, {need("signer", out.signer), need("key", out.key)});
}

static void read(const Node& node, Problems& problems, LinkageSettings& out) {
  out.at = node.at;
  read_map(node, problems,
           {may("same", out.same), may("perhaps", out.perhaps),
            may("most_in_block", out.most_in_block), may("most_in_person", out.most_in_person)});
  check_linkage(out, problems);
}

static void read(const Node& node, Problems& problems, Officer& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("user", out.user), need("desk", out.desk), may("section", out.section),
            may("decides", out.decides), may("links", out.links)});
}

void read(const Node& node, Problems& problems, Settings& out) {
  read_map(node, problems,
           {need("data", out.data),
            need("municipality", out.municipality),
            need("shared", out.shared),
            need("adapters", out.adapters),
            need("listen", out.listen),
            need("admin_socket", out.admin_socket),
            may("log_level", out.log_level),
            may("clock", out.clock),
            need("secrets", out.secrets),
            may("limits", out.limits),
            may("adapter_limits", out.adapter_limits),
            may("publishers", out.publishers),
            may("signed_only", out.signed_only),
            may("adapter_keepers", out.adapter_keepers),
            may("brake", out.brake),
            may("quiet_ms", out.quiet_ms),
            may("delivery", out.delivery),
            may("endpoints", out.endpoints),
            may("audit", out.audit),
            may("linkage", out.linkage),
            may("officers", out.officers),
            may("oidc", out.oidc),
            may("language", out.language)});
}

Settings read_settings(const std::filesystem::path& file, Problems& problems) {
  Settings out = load_as<Settings>(file, problems);
  const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
  for (std::filesystem::path* path :
       {&out.data, &out.municipality, &out.shared, &out.adapters, &out.admin_socket,
        &out.secrets.folder, &out.audit.signer, &out.publishers.file, &out.adapter_keepers})
    resolve(*path, folder);
  read_keys(out.publishers, problems);
  for (TokenIssuer& issuer : out.oidc)
    resolve(issuer.keys, folder);
  return out;
}

base::Result<Settings> load_settings(const std::filesystem::path& file) {
  Problems problems;
  Settings settings = read_settings(file, problems);
  if (!problems.empty()) return failure_of(problems);
  return settings;
}

void apply_endpoints(const Settings& settings, Profile& profile, Problems& problems) {
  for (const Endpoint& endpoint : settings.endpoints) {
    const auto partner =
        std::find_if(profile.partners.begin(), profile.partners.end(),
                     [&endpoint](const Partner& one) { return one.code == endpoint.partner.code; });
    if (partner == profile.partners.end() || !partner->receives) {
      problems.add(endpoint.partner.at, "bad_reference",
                   {"「" + endpoint.partner.code + "」という、受け取る相手はありません。",
                    "there is no receiving partner \"" + endpoint.partner.code + "\""});
      continue;
    }
    partner->receives->url = endpoint.url;
    partner->receives->addresses = endpoint.addresses;
    partner->receives->plain_http = endpoint.plain_http;
  }
}

void check_certificates(const Settings& settings, const Profile& profile, Problems& problems) {
  bool asked = false;
  for (const Listen& listen : settings.listen) {
    if (listen.client_ca.empty()) continue;
    asked = true;
    if (!settings.secrets.systemd)
      check_ca(settings.secrets.folder / listen.client_ca, listen.at, problems);
  }
  for (const Partner& partner : profile.partners) {
    if (asked || !partner.receives || partner.receives->pull_certificates.empty()) continue;
    problems.add(partner.receives->at, "client_ca_missing",
                 {"pull_certificatesがありますが、証明書を求める口がありません。hub.yamlのlisten"
                  "にclient_ca(相手のCAの名前)を書いてください。",
                  "pull_certificates stands here, but no port asks for one: write client_ca (the "
                  "name of their CA) at a listen of hub.yaml"});
  }
}

void check_officers(const Settings& settings, const Profile& profile, Problems& problems) {
  std::set<std::string_view> users;
  for (const Officer& officer : settings.officers) {
    if (find_desk(profile, officer.desk.code) == nullptr)
      problems.add(officer.desk.at, "bad_reference",
                   {"「" + officer.desk.code + "」という窓口はありません。",
                    "there is no desk \"" + officer.desk.code + "\""});
    if (officer.section && find_section(profile, officer.section->code) == nullptr)
      problems.add(officer.section->at, "bad_reference",
                   {"「" + officer.section->code + "」という課はありません。",
                    "there is no section \"" + officer.section->code + "\""});
    if (!users.insert(officer.user).second)
      problems.add(officer.at, "duplicate",
                   {"利用者「" + officer.user + "」が2度書かれています。",
                    "user \"" + officer.user + "\" stands here twice"});
  }
}

}  // namespace hub::profile
