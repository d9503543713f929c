// `tsunagu api-key …`: what partners' own systems bear when they ask the API.
#include <CLI/CLI.hpp>

#include "hub/cli/support_commands.hpp"
#include "hub/cli/worded.hpp"

namespace hub::cli {
namespace {

constexpr auto needed = WordOption::needed;

constexpr Column keys[] = {
    {"partner", {"相手", "partner"}},
    {"prefix", {"鍵のはじめ", "begins with"}},
    {"state", {"状態", "state"}, Cell::word},
    {"until", {"有効期限", "until"}},
};
constexpr Column made[] = {
    {"partner", {"相手", "partner"}},
    {"key", {"APIキー", "API key"}},
    {"until", {"有効期限", "until"}},
};

constexpr Section listed[] = {{"apiKey", {"APIキー", "API keys"}, keys}};
constexpr Section told[] = {{"apiKeyMade",
                             {"一度だけ表示します。相手の担当者に安全に渡してください",
                              "Shown once: hand it over by a safe way"},
                             made}};

constexpr WordOption partner{
    "partner", "partner", {"相手のコード(partners.yaml)", "the partner's code"}, needed};
constexpr WordOption issue[] = {
    partner,
    {"--until",
     "until",
     {"有効期限の日(年-月-日)。書かなければ年度末", "the last day; else the fiscal year's end"}}};
constexpr WordOption of_partner[] = {partner};
constexpr WordOption of_key[] = {
    {"prefix",
     "prefix",
     {"鍵のはじめの12文字(api-key list が示す)", "its first 12 letters, as `api-key list` tells"},
     needed}};

constexpr Worded all[] = {
    {"add", "api-key.add", {"APIキーを発行する", "issues a key"}, issue, told},
    {"rotate",
     "api-key.rotate",
     {"新しいAPIキーを発行し、いまの鍵を2週間後に終える",
      "issues another; the present one counts for two weeks more"},
     of_partner,
     told},
    {"revoke",
     "api-key.revoke",
     {"APIキーをすぐに止める", "ends a key at once"},
     of_key,
     {},
     {"APIキーを止めました。", "the key counts no more"}},
};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"APIキーと期限", "the keys, and until when they count"},
     .verb = "api-key.list",
     .sections = listed},
};

}  // namespace

void add_api_key_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "api-key",
                           {"相手のシステムが使うAPIキー", "API keys of partners' own systems"},
                           leaves, address);
  add_worded(group, console, address, all);
}

}  // namespace hub::cli
