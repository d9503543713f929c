#include "hub/crypto/token.hpp"

#include <sodium.h>

#include <cstring>

namespace hub::crypto {

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

}  // namespace hub::crypto
