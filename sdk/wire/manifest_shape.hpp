// The manifest as constant data. Every member is explained in sdk/README.md.
#pragma once

#include <array>
#include <string_view>

#include "tsunagu/json/shape.hpp"

namespace tsunagu::wire::manifest_shape {

using json::Member;
using json::Need;

// In the order of the enumerators of Mode, Order, KeyScope and SettingType.
inline constexpr std::array<std::string_view, 3> modes{"full", "delta", "append"};
inline constexpr std::array<std::string_view, 3> orders{"received", "name", "content"};
inline constexpr std::array<std::string_view, 2> key_scopes{"lasting", "fiscal_year"};
inline constexpr std::array<std::string_view, 6> types{"text",   "integer", "boolean",
                                                       "choice", "list",    "map"};
inline constexpr std::array<std::string_view, 5> encodings{"utf8", "utf16le", "utf16be", "cp932",
                                                           "euc_jp"};
inline constexpr std::array<std::string_view, 16> kinds{
    "person",   "household_hint", "consultation", "concern",  "assessment", "consent",
    "referral", "plan",           "monitoring",   "resource", "removal",    "case",
    "role",     "outreach",       "conference",   "match"};

// What a source may hold that the law guards more than the rest.
inline constexpr std::array<std::string_view, 4> guarded{"tax", "youtai", "informant",
                                                         "hidden_address"};

inline constexpr json::Shape word = json::text(64);
inline constexpr json::Shape sentence = json::text(2000, 0);
inline constexpr json::Shape encoding = json::choice(encodings);
inline constexpr json::Shape kind = json::choice(kinds);
inline constexpr json::Shape held = json::choice(guarded);

inline constexpr Member feed_members[] = {
    {"name", word, Need::required},
    {"description", sentence, Need::required},
    {"mode", json::choice(modes), Need::required},
    {"order", json::choice(orders), Need::required},
    {"key_scope", json::choice(key_scopes), Need::optional},
    {"encodings", json::list(encoding, 8), Need::required},
    {"files", json::list(word, 32), Need::optional},
};
inline constexpr json::Shape feed = json::object(feed_members);

inline constexpr Member setting_members[] = {
    {"key", word, Need::required},
    {"type", json::choice(types), Need::required},
    {"help", sentence, Need::required},
    {"default", sentence, Need::optional},
    {"required", json::boolean(), Need::optional},
    {"choices", json::list(word, 64), Need::optional},
};
inline constexpr json::Shape setting = json::object(setting_members);

inline constexpr Member label_members[] = {
    {"feed", word, Need::optional},
    {"kind", kind, Need::optional},
    {"pointer", json::pointer(256), Need::optional},
    {"item", word, Need::required},
    {"columns", json::list(word, 256), Need::optional},
    {"setting", word, Need::optional},
    {"equals", word, Need::optional},
};
inline constexpr json::Shape label = json::object(label_members);

inline constexpr Member manifest_members[] = {
    {"id", word, Need::required},
    {"version", word, Need::required},
    {"schema", word, Need::optional},
    {"name", json::text(200), Need::required},
    {"description", sentence, Need::required},
    {"fields", json::list(word, 16), Need::required},
    {"feeds", json::list(feed, 64), Need::required},
    {"writes", json::list(kind, 16), Need::required},
    {"pushes", json::list(word, 64), Need::optional},
    {"holds", json::list(held, 4), Need::optional},
    {"config", json::list(setting, 256), Need::optional},
    {"labels", json::list(label, 256), Need::optional},
    {"extensions", json::list(word, 64), Need::optional},
};
inline constexpr json::Shape manifest = json::object(manifest_members);

}  // namespace tsunagu::wire::manifest_shape
