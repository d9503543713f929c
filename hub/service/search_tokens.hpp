// Under what an officer finds a person record: keyed tokens of its names, readings, birthday and
// numbers, so that no name stands in the store as it is written. A question is made into tokens by
// the same rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/normalize/tables.hpp"

namespace hub::service {

/// Of each name its family name, the whole and the first two characters; of each reading the family
/// name's and the whole; the birthday, where it is known to the day; the numbers.
void add_search_tokens(const crypto::Keys& keys, const crypto::Opened& facts,
                       std::vector<crypto::Token>& tokens);

/// As it was typed; what is empty is not asked for.
struct SearchWords {
  std::string name{};      ///< family name, or the whole; 髙 finds 高
  std::string kana{};      ///< likewise
  std::string birthday{};  ///< 1949-02-11
  std::string number{};    ///< of any system
};
/// What a record must bear, all of it; `invalid` where nothing is asked for.
base::Result<std::vector<crypto::Token>> tokens_for(const crypto::Keys& keys,
                                                    const normalize::Tables& tables,
                                                    const SearchWords& words);

}  // namespace hub::service
