// Signals of household patterns, and the proposals that come of them: members, fields and kinds of
// evidence, no contents. Each is also a row of signals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/crypto/token.hpp"
#include "hub/store/signals.hpp"

namespace hub::store {

struct PatternMember {
  PersonRow person;
  bool named = true;  ///< false: counts, but is neither named nor located
  friend bool operator==(const PatternMember&, const PatternMember&) = default;
};

struct Pattern {
  std::string audience{};  ///< section that alone may see it; empty: named municipal officers
  crypto::Token ground = 0;
  bool certain = false;
  std::vector<std::string> fields{};
  std::vector<std::string> evidence{};
  std::vector<PatternMember> members{};
  std::string reason{};  ///< why it was declined
  friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// The code of a signal as it is shown: `pattern_8050`. One for a section is stored apart, as
/// `pattern_8050/shimin`, so that neither keeps the other from being raised.
std::string_view shown_code(std::string_view code) noexcept;
std::string stored_code(std::string_view code, const Pattern& pattern);

/// The open signal of that stored code; new where none is open, else what it tells is renewed.
SignalId put_pattern(Transaction& transaction, std::string_view code, HouseholdRow household,
                     const Pattern& pattern);
void set_pattern_reason(Transaction& transaction, SignalRow signal, std::string_view reason);
/// Nothing for a signal of another kind.
std::optional<Pattern> read_pattern(Reader& reader, SignalRow signal);
/// Whether an officer decided already about the same ground.
bool was_decided(Reader& reader, std::string_view code, HouseholdRow household,
                 crypto::Token ground);
/// The newest first.
std::vector<Signal> list_open_patterns(Reader& reader, std::size_t at_most);
std::vector<Signal> open_patterns_of(Reader& reader, HouseholdRow household);
/// Of all households those after `last`, in order.
std::vector<HouseholdRow> households_after(Reader& reader, HouseholdRow last, std::size_t at_most);
/// Those with an open signal for a section.
std::vector<HouseholdRow> guarded_households(Reader& reader);

}  // namespace hub::store
