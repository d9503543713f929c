#include "hub/crypto/token.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace hub::crypto {
namespace {

// One past the UTF-8 character that begins at `from`.
std::size_t character_end(std::string_view text, std::size_t from) {
  std::size_t at = from + 1;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
    ++at;
  return at;
}

}  // namespace

WideToken TokenMaker::wide(std::string_view text) const {
  WideToken token;
  const ByteView bytes = bytes_of(text);
  crypto_generichash(token.data(), token.size(), bytes.data(), bytes.size(), key_.bytes().data(),
                     key_.bytes().size());
  return token;
}

Token TokenMaker::token(std::string_view text) const {
  const WideToken full = wide(text);
  Token token = 0;
  std::memcpy(&token, full.data(), sizeof token);
  return token;
}

std::vector<Token> TokenMaker::bigrams(std::string_view text) const {
  std::vector<Token> tokens;
  std::size_t first = 0;
  std::size_t second = text.empty() ? 0 : character_end(text, 0);
  if (!text.empty() && second == text.size()) tokens.push_back(token(text));
  while (second < text.size()) {
    const std::size_t end = character_end(text, second);
    tokens.push_back(token(text.substr(first, end - first)));
    first = second;
    second = end;
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

}  // namespace hub::crypto
