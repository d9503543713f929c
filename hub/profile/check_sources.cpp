#include <algorithm>
#include <array>
#include <set>

#include "hub/profile/checks.hpp"
#include "hub/profile/nearest.hpp"

namespace hub::profile {
namespace {

/// As the adapters' manifests write them, too (sdk/text).
constexpr std::array<std::string_view, 5> encodings{"utf8", "cp932", "utf16le", "utf16be",
                                                    "euc_jp"};

void check_ground(const Source& source, Problems& problems) {
  if (source.intake_basis) return;
  problems.add(source.at, "intake_basis_missing",
               {"取り込みの根拠(intake_basis: ground, organ, decided_by, decided_on, "
                "document_number)がありません。決裁を得て書いてください。",
                "no intake_basis (ground, organ, decided_by, decided_on, document_number): have it "
                "decided and write it down"});
}

void want(bool present, const Feed& feed, std::string_view key, Problems& problems) {
  if (present) return;
  const std::string name(key);
  problems.add(
      feed.at, "missing_key",
      {"この受け取り方には「" + name + "」が要ります。", "this transport needs \"" + name + "\""});
}

/// Below the drop folder, and nowhere else.
bool stays_inside(const std::string& folder) {
  return !folder.starts_with('/') && folder.find("..") == std::string::npos &&
         folder.find('\\') == std::string::npos;
}

void check_transport(const Feed& feed, Problems& problems) {
  if (feed.transport == Transport::drop_folder) {
    want(!feed.folder.empty(), feed, "folder", problems);
    want(!feed.files.empty(), feed, "files", problems);
  } else if (feed.transport == Transport::poll) {
    want(is_acceptable_url(feed.url, false), feed, "url (https://…)", problems);
    want(!feed.credential.empty(), feed, "credential", problems);
    want(!feed.addresses.empty(), feed, "addresses", problems);
  } else {
    want(feed.partner.has_value(), feed, "partner", problems);
  }
  if (!stays_inside(feed.folder) || !stays_inside(feed.drop_back))
    problems.add(feed.at, "folder_outside",
                 {"フォルダーは投入口の中の相対パスで書いてください。",
                  "a folder is a relative path inside the drop folder"});
  for (const std::string* name : {&feed.credential, &feed.ca})
    if (!name->empty()) check_secret_name(*name, feed.at, problems);
}

void check_encodings(const Source& source, const Feed& feed, Problems& problems) {
  if (source.kind == SourceKind::protection_register)
    want(!feed.encodings.empty(), feed, "encodings", problems);
  for (const std::string& encoding : feed.encodings)
    if (std::find(encodings.begin(), encodings.end(), encoding) == encodings.end())
      problems.add(feed.at, "unknown_encoding",
                   {"「" + encoding +
                        "」という文字コードは扱えません。使える値: utf8, cp932, utf16le, utf16be, "
                        "euc_jp",
                    "encoding \"" + encoding +
                        "\" is not known; known: utf8, cp932, utf16le, utf16be, euc_jp"},
                   nearest(encoding, encodings));
}

void check_brake(const Source& source, Problems& problems) {
  if (!source.brake) return;
  for (const int percent :
       {source.brake->gone_percent, source.brake->changed_percent, source.brake->rejected_percent})
    if (percent < 1 || percent > 100)
      problems.add(source.at, "bad_percent",
                   {"ブレーキの割合は1から100です。", "a brake's percentage is 1 to 100"});
}

void check_push(const Source& source, Problems& problems) {
  const bool goes_somewhere = std::any_of(source.feeds.begin(), source.feeds.end(),
                                          [](const Feed& feed) { return !feed.drop_back.empty(); });
  if (source.may_push.empty() || goes_somewhere) return;
  problems.add(source.may_push.front().at, "push_without_folder",
               {"may_pushがありますが、書き込む先がありません。feedsの一つにdrop_backを書いてくださ"
                "い。",
                "may_push stands here, but nothing says where to: write drop_back at a feed"});
}

void check_adapter(const Source& source, Problems& problems) {
  if (source.kind == SourceKind::field && source.adapter.empty())
    problems.add(
        source.at, "missing_key",
        {"「adapter」がありません。書き加えてください。", "\"adapter\" is missing; add it"});
}

void check_folders(const Profile& profile, Problems& problems) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const Source& source : profile.sources)
    for (const Feed& feed : source.feeds)
      if (!feed.folder.empty() && !seen.emplace(feed.folder, feed.files).second)
        problems.add(feed.at, "folder_twice",
                     {"同じフォルダーとファイル名の型が2つの元にあります。",
                      "the same folder and file pattern stand in two sources"});
}

void check_register(const Profile& profile, Problems& problems) {
  const ProtectionRegister& kept = profile.municipality.protection_register;
  if (kept.source.code.empty() == kept.absent_because.empty())
    problems.add(kept.at, "protection_register",
                 {"支援措置の名簿の元(source)か、無い理由(absent_because)のどちらか一方を書いてくだ"
                  "さい。",
                  "write either the source of the protection register or why there is none "
                  "(absent_because)"});
  const Source* source = find_source(profile, kept.source.code);
  if (source != nullptr && source->kind != SourceKind::protection_register)
    problems.add(kept.source.at, "protection_register",
                 {"この元の kind は protection_register ではありません。",
                  "this source's kind is not protection_register"});
}

}  // namespace

void check_sources(const Profile& profile, Problems& problems) {
  for (const Source& source : profile.sources) {
    check_ground(source, problems);
    check_adapter(source, problems);
    check_brake(source, problems);
    check_push(source, problems);
    for (const Feed& feed : source.feeds) {
      check_transport(feed, problems);
      check_encodings(source, feed, problems);
    }
  }
  check_folders(profile, problems);
  check_register(profile, problems);
}

}  // namespace hub::profile
