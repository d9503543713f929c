// The protection register (支援措置): who must not be found, and by whom (GATE.md: address_hidden).
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// Whom a token of a protection names; stored as a number.
enum class Side : std::uint8_t { hidden = 0, near = 1 };

struct SideToken {
  crypto::Token token = 0;
  Side side = Side::hidden;
};

struct NewProtection {
  FeedRow feed{};
  std::string key{};        ///< the register's own key; stored as a token
  std::string from_day{};   ///< ISO date
  std::string until_day{};  ///< ISO date, or empty: open
  std::vector<SideToken> tokens{};
  std::string body{};  ///< JSON; is sealed
};

struct Protection {
  ProtectionRow row;
  std::string from_day;
  std::string until_day;
  Side side = Side::hidden;  ///< of the token that was asked for
  crypto::Opened body;
};

/// Adds the entry, or replaces the one of the same key.
ProtectionRow put_protection(Transaction& transaction, const NewProtection& entry,
                             ArrivalRow arrival);
/// The register was delivered whole: what the delivery did not name has ended.
std::int64_t end_others(Transaction& transaction, FeedRow feed, ArrivalRow arrival);
/// Entries in force on `day` (ISO date) that carry one of the tokens, on either side.
std::vector<Protection> protections_with(Reader& reader, const std::vector<crypto::Token>& tokens,
                                         std::string_view day);

/// Tokens of everybody on that side of an entry in force on `day` (ISO date); sorted, each once.
std::vector<crypto::Token> tokens_in_force(Reader& reader, Side side, std::string_view day);
/// Another number where the register changed since.
std::int64_t state_of_register(Reader& reader);

/// Whether any entry is in force on `day` (ISO date).
bool protects_anybody(Reader& reader, std::string_view day);

/// Entries of the feed that still hold on `day`, whenever they begin.
std::vector<ProtectionRow> held_protections(Reader& reader, FeedRow feed, std::string_view day);

/// Entries that are in force on one of the two days alone.
std::vector<ProtectionRow> protections_turned(Reader& reader, std::string_view day,
                                              std::string_view other_day);
/// The tokens of one side of an entry.
std::vector<crypto::Token> tokens_of(Reader& reader, ProtectionRow row, Side side);

}  // namespace hub::store
