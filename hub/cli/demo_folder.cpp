#include "hub/cli/demo_folder.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <span>

#include "hub/base/random.hpp"
#include "hub/base/unique_fd.hpp"
#include "hub/cli/demo_secrets.hpp"
#include "hub/cli/run_program.hpp"
#include "hub/profile/configuration.hpp"

namespace hub::cli {
namespace {

namespace fs = std::filesystem;
using base::Kind;
using base::Result;

constexpr const char* protection_register = "shien-sochi";
constexpr const char* marker = ".tsunagu-demo";
constexpr std::size_t longest_socket_path = 107;
/// Below what Linux gives to connections going out (ip_local_port_range), so that none of them can
/// take a port between the look at it and the program that listens there.
constexpr std::uint16_t first_port = 20000, ports = 12768;
constexpr int port_tries = 64;

std::uint16_t any_port() {
  std::array<std::uint8_t, 2> drawn{};
  base::SystemRandom().fill(drawn);
  const auto number = static_cast<std::uint32_t>(drawn[0]) << 8U | drawn[1];
  return static_cast<std::uint16_t>(first_port + number % ports);
}

Result<> unwritable(const fs::path& file) {
  return base::fail(Kind::unavailable,
                    "can't write " + file.string() + ": " + std::strerror(errno));
}

/// A file that only we may read.
Result<> write_private(const fs::path& file, const std::string& text) {
  const base::UniqueFd fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!fd) return unwritable(file);
  const auto written = ::write(fd.get(), text.data(), text.size());
  return written == static_cast<ssize_t>(text.size()) ? Result<>() : unwritable(file);
}

Result<> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (!error) return {};
  return base::fail(Kind::unavailable, "can't make " + folder.string() + ": " + error.message());
}

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string one_line(std::string text) {
  text.erase(text.find_last_not_of('\n') + 1);
  return text;
}

/// Who plays plays the officer who keeps the 支援会議.
std::string user_name() {
  const auto* entry = ::getpwuid(::geteuid());
  return entry == nullptr ? "operator" : entry->pw_name;
}

}  // namespace

Result<> DemoFolder::make_anew() const {
  std::error_code error;
  if (fs::exists(root_, error) && !fs::is_empty(root_, error)) {
    if (!fs::exists(root_ / marker, error)) {
      return base::fail(Kind::conflict, root_.string() +
                                            " is not empty and is no demonstration's folder; name "
                                            "another with --folder");
    }
    fs::remove_all(root_, error);
  }
  for (const auto& folder : {root_, data(), secrets(), signer_key().parent_path()}) {
    if (auto made = make_folder(folder); !made) return made;
  }
  return write_private(root_ / marker, "");
}

profile::Profile DemoFolder::profile(const DemoPlaces& places) const {
  profile::Law law;
  profile::Profile profile;
  profile::Problems problems;
  profile::read_municipality(places.shared / "municipalities" / town_.municipality, places.shared,
                             law, profile, problems);
  return profile;
}

Result<> DemoFolder::write_secrets(const DemoPlaces& places) const {
  std::set<std::string> keys;
  std::set<std::string> words;
  for (const auto& partner : profile(places).partners) {
    if (partner.delivers) keys.insert(partner.delivers->keys.begin(), partner.delivers->keys.end());
    if (!partner.receives) continue;
    keys.insert(partner.receives->keys.begin(), partner.receives->keys.end());
    if (!partner.receives->pull_api_key.empty()) words.insert(partner.receives->pull_api_key);
  }
  base::SystemRandom random;
  for (const auto& name : keys) {
    auto written = write_private(secrets() / name, new_webhook_key(random) + "\n");
    if (!written) return written;
  }
  for (const auto& name : words) {
    if (auto written = write_private(secrets() / name, new_word(random) + "\n"); !written)
      return written;
  }
  return {};
}

Result<> DemoFolder::write_coordinator_keys(const DemoPlaces& places) const {
  const auto secret = [this](const std::string& name) {
    return '"' + one_line(read_text(secrets() / name)) + '"';
  };
  for (const auto& partner : profile(places).partners) {
    if (partner.code != town_.partner || !partner.receives || !partner.delivers) continue;
    return write_private(coordinator_keys(),
                         "{\"partner\":\"" + partner.code + "\",\"receiveKeys\":[" +
                             secret(partner.receives->keys.front()) +
                             "],\"sendKey\":" + secret(partner.delivers->keys.front()) +
                             ",\"apiKey\":" + secret(partner.receives->pull_api_key) + "}\n");
  }
  return base::fail(Kind::invalid, "the profile has no partner " + town_.partner +
                                       " that both delivers and receives");
}

Result<> DemoFolder::write_signer_key(const DemoPlaces& places) const {
  if (fs::exists(signer_key())) return {};
  const auto made = run_program(
      places.signer, {"--create", "--name", "tsunagu/demo/audit", "--key", signer_key().string()});
  if (!made) return made.error();
  if (made->status != 0)
    return base::fail(Kind::unavailable, "the signer makes no key: " + made->errors);
  return write_private(signer_public(), made->out);
}

Result<> DemoFolder::write_hub_yaml(const DemoPlaces& places, const DemoMoment& moment,
                                    std::uint16_t hub_port, std::uint16_t coordinator_port) const {
  const auto quoted = [](const fs::path& path) { return '"' + path.string() + '"'; };
  const auto key = one_line(read_text(signer_public()));
  std::error_code none_before;
  fs::remove(hub_yaml(), none_before);
  return write_private(
      hub_yaml(),
      "# つなぐのデモの設定。起動のたびに作りなおされる。\n"
      "data: " +
          quoted(data()) +
          "\nmunicipality: " + quoted(places.shared / "municipalities" / town_.municipality) +
          "\nshared: " + quoted(places.shared) + "\nadapters: " + quoted(places.adapters) +
          "\nlisten:\n  - {address: 127.0.0.1, port: " + std::to_string(hub_port) +
          "}\nadmin_socket: " + quoted(socket()) + "\nclock: {start: " + moment.clock +
          "}\nsecrets: {folder: " + quoted(secrets()) +
          "}\naudit: {signer: " + quoted(signer_socket()) + ", key: \"" + key +
          "\"}\nofficers:\n  - {user: " + user_name() + ", desk: " + moment.desk +
          "}\nquiet_ms: 100\nendpoints:\n  - partner: " + town_.partner +
          "\n    url: http://127.0.0.1:" + std::to_string(coordinator_port) +
          "/notices\n    addresses: [127.0.0.1]\n    plain_http: true\n");
}

Result<std::size_t> DemoFolder::drop(const fs::path& exports,
                                     const std::string& source_folder) const {
  const auto target = data() / "drop" / source_folder;
  const auto waiting = root_ / "exports" / source_folder;
  for (const auto& folder : {target, waiting}) {
    if (auto made = make_folder(folder); !made) return made.error();
  }
  std::size_t dropped = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(exports / source_folder, error)) {
    const auto name = entry.path().filename();
    fs::copy_file(entry.path(), waiting / name, error);
    if (!error) fs::rename(waiting / name, target / name, error);
    if (error) break;
    ++dropped;
  }
  if (!error) return dropped;
  return base::fail(Kind::unavailable,
                    "can't put the exports of " + source_folder + " down: " + error.message());
}

Result<> DemoFolder::drop_register(const fs::path& exports, const std::string& day) const {
  const auto name = "SHIENSOCHI_" + day + "080000.csv";
  const auto waiting = root_ / "exports" / name;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(exports / protection_register, error)) {
    fs::copy_file(entry.path(), waiting, error);
    if (!error) fs::rename(waiting, data() / "drop" / protection_register / name, error);
    break;
  }
  if (!error) return {};
  return base::fail(Kind::unavailable,
                    "can't put the register of " + day + " down: " + error.message());
}

fs::path DemoFolder::socket() const {
  return socket_named("admin.sock");
}

fs::path DemoFolder::signer_socket() const {
  return socket_named("signer.sock");
}

fs::path DemoFolder::socket_named(const std::string& name) const {
  auto path = root_ / name;
  if (path.native().size() <= longest_socket_path) return path;
  const auto whose = std::to_string(std::hash<std::string>{}(root_.string()));
  return fs::temp_directory_path() / ("tsunagu-demo-" + whose + "-" + name);
}

Result<std::uint16_t> free_port() {
  for (int tries = 0; tries < port_tries; ++tries) {
    const base::UniqueFd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const auto port = any_port();
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) return port;
  }
  return base::fail(Kind::unavailable, std::string("no free port: ") + std::strerror(errno));
}

}  // namespace hub::cli
