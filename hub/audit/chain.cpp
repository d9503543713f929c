#include "hub/audit/chain.hpp"

#include "hub/audit/numbers.hpp"

namespace hub::audit {
namespace {

std::string bytes_of_head(const Head& head) {
  std::string bytes;
  put_number(bytes, head.seq);
  bytes.append(crypto::text_of(head.chain));
  return bytes;
}

// All parts but the last have one length, so no two rows share their bytes.
crypto::Digest link(crypto::Sha256& hash, const Head& before, std::int64_t at_ms,
                    std::string_view body) {
  std::string numbers;
  put_number(numbers, before.seq + 1);
  put_number(numbers, at_ms);
  hash.add(crypto::ByteView(before.chain));
  hash.add(numbers);
  hash.add(body);
  return hash.finish();
}

}  // namespace

Row Chain::append(std::int64_t at_ms, std::string_view body) {
  Row row;
  row.chain = link(hash_, head_, at_ms, body);
  head_ = {head_.seq + 1, row.chain};
  row.seq = head_.seq;
  row.at_ms = at_ms;
  row.body = body;
  row.mac = mac_of(head_, key_);
  return row;
}

crypto::WideToken mac_of(const Head& head, const crypto::TokenMaker& key) {
  return key.wide(bytes_of_head(head));
}

std::string_view name_of(Break::What what) noexcept {
  switch (what) {
    case Break::What::gap:
      return "gap";
    case Break::What::edited:
      return "edited";
    case Break::What::forged:
      return "forged";
    case Break::What::contents:
      return "contents";
    case Break::What::taken:
      return "taken";
    case Break::What::cut:
      return "cut";
    case Break::What::checkpoint:
      return "checkpoint";
  }
  return "?";
}

bool Verifier::see(const Row& row, const std::optional<Contents>& contents) {
  if (broken_) return false;
  const std::int64_t expected = chain_.head().seq + 1;
  if (row.seq != expected) {
    report(Break::What::gap, expected);
    return false;
  }
  const Row made = chain_.append(row.at_ms, row.body);
  if (made.chain != row.chain)
    report(Break::What::edited, row.seq);
  else if (!crypto::equal_in_constant_time(made.mac, row.mac))
    report(Break::What::forged, row.seq);
  else
    see_contents(row, contents);
  return !broken_;
}

void Verifier::see_contents(const Row& row, const std::optional<Contents>& contents) {
  if (!contents) {
    if (!is_inline(row.body)) erasures_.missing(row.seq);
    return;
  }
  if (!holds(row.body, *contents)) {
    report(Break::What::contents, row.seq);
    return;
  }
  if (contents->bytes.find(erased_action) == std::string_view::npos) return;
  if (const auto entry = from_canonical(contents->bytes))
    erasures_.told(erased_by(*entry), row.seq);
}

void Verifier::see(const Checkpoint& checkpoint) {
  if (broken_) return;
  if (!(checkpoint.head == chain_.head())) report(Break::What::checkpoint, checkpoint.head.seq);
}

void Verifier::finish(const Head& head, const crypto::WideToken& mac) {
  if (broken_) return;
  const auto untold = erasures_.first_untold();
  if (untold)
    report(Break::What::taken, *untold);
  else if (!crypto::equal_in_constant_time(mac, mac_of(head, key_)))
    report(Break::What::forged, head.seq);
  else if (!(head == chain_.head()))
    report(Break::What::cut, chain_.head().seq + 1);
}

void Verifier::report(Break::What what, std::int64_t seq) {
  if (!broken_) broken_ = Break{what, seq};
}

}  // namespace hub::audit
