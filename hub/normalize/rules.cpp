#include "hub/normalize/rules.hpp"

#include <cstdint>
#include <cstdio>

namespace hub::normalize {
namespace {

/// FNV-1a: tells a changed table, not a forged one.
std::uint64_t hashed(std::uint64_t hash, const std::string& text) {
  constexpr std::uint64_t prime = 0x100000001B3ULL;
  for (const char byte : text)
    hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
  return (hash ^ 0xFFU) * prime;  // 0xFF ends a text: it stands in no UTF-8
}

}  // namespace

std::string keys_version(std::span<const std::string> table_texts) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const auto& text : table_texts)
    hash = hashed(hash, text);
  char shown[32];
  std::snprintf(shown, sizeof shown, "%d-%016llx", rules_version,
                static_cast<unsigned long long>(hash));
  return shown;
}

}  // namespace hub::normalize
