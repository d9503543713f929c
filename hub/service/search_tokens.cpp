#include "hub/service/search_tokens.hpp"

#include <algorithm>

#include "hub/domain/person_request.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/service/linkage_facts.hpp"
#include "hub/service/match_token.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using crypto::Token;

/// Kinds of words never meet: 0211 is a number, and no name.
enum class Word : char { spelling = 's', reading = 'r', birthday = 'b', number = 'n' };

Token token_of(const crypto::Keys& keys, Word word, std::string_view key) {
  std::string text = "search\n";
  text += static_cast<char>(word);
  text += '\n';
  text += key;
  return tagged(MatchKind::search, keys.tokens(crypto::Purpose::block).token(text));
}

/// Bytes of the first so many characters; all of a shorter text.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  while (at < text.size() && characters > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
      ++at;
    --characters;
  }
  return at;
}

std::string day_key(unsigned year, unsigned month, unsigned day) {
  return std::to_string(year * 10'000 + month * 100 + day);
}

/// The same digits however they are typed.
std::string number_key(std::string_view typed) {
  std::string key;
  std::copy_if(typed.begin(), typed.end(), std::back_inserter(key),
               [](char c) { return c != '-' && c != ' '; });
  return key;
}

void add_name(const crypto::Keys& keys, const linkage::NameFacts& name,
              std::vector<Token>& tokens) {
  const auto whole = std::string(name.spelling.family) + std::string(name.spelling.given);
  const auto reading = std::string(name.reading.family) + std::string(name.reading.given);
  const auto add = [&](Word word, std::string_view key) {
    if (!key.empty()) tokens.push_back(token_of(keys, word, key));
  };
  add(Word::spelling, whole);
  add(Word::spelling, name.spelling.family);
  add(Word::spelling, std::string_view(whole).substr(0, bytes_of(whole, 2)));
  add(Word::reading, reading);
  add(Word::reading, name.reading.family);
}

}  // namespace

void add_search_tokens(const crypto::Keys& keys, const crypto::Opened& opened,
                       std::vector<Token>& tokens) {
  NumberSystems systems;
  const TakenFacts taken(opened, 0, false, systems);
  const auto& facts = taken.get();
  const auto begin = static_cast<std::ptrdiff_t>(tokens.size());
  for (const auto& name : facts.names)
    add_name(keys, name, tokens);
  const auto& birth = facts.birth;
  if (birth.year != 0 && birth.month != 0 && birth.day != 0)
    tokens.push_back(token_of(keys, Word::birthday, day_key(birth.year, birth.month, birth.day)));
  for (const auto& number : facts.numbers) {
    const auto key = number_key(number.value);
    if (!key.empty()) tokens.push_back(token_of(keys, Word::number, key));
  }
  std::sort(tokens.begin() + begin, tokens.end());
  tokens.erase(std::unique(tokens.begin() + begin, tokens.end()), tokens.end());
}

Result<std::vector<Token>> tokens_for(const crypto::Keys& keys, const normalize::Tables& tables,
                                      const SearchWords& words) {
  std::vector<Token> tokens;
  const auto add = [&](Word word, const std::string& key) {
    if (!key.empty()) tokens.push_back(token_of(keys, word, key));
  };
  if (!words.name.empty())
    add(Word::spelling, normalize::name_key(words.name, tables.variants).key);
  if (!words.kana.empty()) add(Word::reading, normalize::kana_key(words.kana).key);
  if (!words.number.empty()) add(Word::number, number_key(words.number));
  if (!words.birthday.empty()) {
    const auto day = domain::day_from(words.birthday);
    if (!day) return fail(Kind::invalid, "/birthday: is no day; write it as 2026-04-10");
    add(Word::birthday,
        day_key(static_cast<unsigned>(static_cast<int>(day->year())),
                static_cast<unsigned>(day->month()), static_cast<unsigned>(day->day())));
  }
  if (tokens.empty())
    return fail(Kind::invalid, "/name: or kana, birthday or number: one of them is needed");
  return tokens;
}

}  // namespace hub::service
