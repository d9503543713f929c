#include "examples/coordinator/inbox.hpp"

#include <openssl/sha.h>

#include <stdexcept>

namespace coordinator {
namespace {

std::string sha256_hex(std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  unsigned char hash[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), hash);
  std::string out;
  for (const auto byte : hash) {
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

}  // namespace

Inbox::Inbox(const std::filesystem::path& journal) {
  if (journal.empty()) return;
  std::ifstream before(journal);
  std::string id, hash;
  while (before >> id >> hash)
    seen_.emplace(id, hash);
  journal_.open(journal, std::ios::app);
  if (!journal_) throw std::runtime_error("journal " + journal.string() + " can't be written");
}

Arrival Inbox::take(std::string_view id, std::string_view body) {
  const auto hash = sha256_hex(body);
  const auto found = seen_.find(id);
  if (found != seen_.end()) {
    return found->second == hash ? Arrival::repeated : Arrival::contradicts;
  }
  if (journal_.is_open()) journal_ << id << ' ' << hash << std::endl;
  seen_.emplace(id, hash);
  return Arrival::fresh;
}

}  // namespace coordinator
