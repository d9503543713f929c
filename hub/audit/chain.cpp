#include "hub/audit/chain.hpp"

#include <array>

namespace hub::audit {
namespace {

constexpr std::string_view checkpoint_title = "tsunagu audit checkpoint 1\n";

// Eight bytes, the highest first: the same on every machine.
void put_number(std::string& out, std::int64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8)
    out.push_back(static_cast<char>(static_cast<std::uint64_t>(number) >> shift));
}

std::string bytes_of_head(const Head& head) {
  std::string bytes;
  put_number(bytes, head.seq);
  bytes.append(crypto::text_of(head.chain));
  return bytes;
}

std::string message_of(const Head& head, std::int64_t at_ms) {
  std::string message(checkpoint_title);
  message.append(bytes_of_head(head));
  put_number(message, at_ms);
  return message;
}

crypto::Digest link(crypto::Sha256& hash, const Head& before, std::int64_t at_ms,
                    std::string_view entry) {
  std::string numbers;
  put_number(numbers, before.seq + 1);
  put_number(numbers, at_ms);
  hash.add(crypto::ByteView(before.chain));
  hash.add(numbers);
  hash.add(entry);
  return hash.finish();
}

}  // namespace

Row Chain::append(std::int64_t at_ms, std::string_view entry) {
  Row row;
  row.chain = link(hash_, head_, at_ms, entry);
  head_ = {head_.seq + 1, row.chain};
  row.seq = head_.seq;
  row.at_ms = at_ms;
  row.entry = entry;
  row.mac = mac_of(head_, key_);
  return row;
}

crypto::WideToken mac_of(const Head& head, const crypto::TokenMaker& key) {
  return key.wide(bytes_of_head(head));
}

Checkpoint sign(const Head& head, std::int64_t at_ms, const crypto::Signer& signer) {
  return {head, at_ms, signer.sign(crypto::bytes_of(message_of(head, at_ms)))};
}

bool verify(const Checkpoint& checkpoint, const crypto::PublicKey& key) {
  const std::string message = message_of(checkpoint.head, checkpoint.at_ms);
  return crypto::verify_signature(key, crypto::bytes_of(message), checkpoint.signature);
}

std::string_view name_of(Break::What what) noexcept {
  switch (what) {
    case Break::What::gap:
      return "gap";
    case Break::What::edited:
      return "edited";
    case Break::What::forged:
      return "forged";
    case Break::What::cut:
      return "cut";
    case Break::What::checkpoint:
      return "checkpoint";
  }
  return "?";
}

bool Verifier::see(const Row& row) {
  if (broken_) return false;
  const std::int64_t expected = chain_.head().seq + 1;
  if (row.seq != expected) {
    report(Break::What::gap, expected);
    return false;
  }
  const Row made = chain_.append(row.at_ms, row.entry);
  if (made.chain != row.chain)
    report(Break::What::edited, row.seq);
  else if (!crypto::equal_in_constant_time(made.mac, row.mac))
    report(Break::What::forged, row.seq);
  return !broken_;
}

void Verifier::see(const Checkpoint& checkpoint, const crypto::PublicKey& signer) {
  if (broken_) return;
  if (!(checkpoint.head == chain_.head()) || !verify(checkpoint, signer))
    report(Break::What::checkpoint, checkpoint.head.seq);
}

void Verifier::finish(const Head& head, const crypto::WideToken& mac) {
  if (broken_) return;
  if (!crypto::equal_in_constant_time(mac, mac_of(head, key_)))
    report(Break::What::forged, head.seq);
  else if (!(head == chain_.head()))
    report(Break::What::cut, chain_.head().seq + 1);
}

void Verifier::report(Break::What what, std::int64_t seq) {
  broken_ = Break{what, seq};
}

}  // namespace hub::audit
