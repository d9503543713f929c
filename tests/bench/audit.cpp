// bench_audit FOLDER ROWS: an audit log of so many disclosures, written by the store and signed;
// says the signer's public key. bench_audit --limit ROWS: milliseconds that SHA-256 alone needs for
// as many rows of the same sizes.
#include <iostream>

#include "hub/store/audit_log.hpp"
#include "hub/store/audit_notes.hpp"
#include "hub/store/database.hpp"

namespace {

using namespace hub;

constexpr std::int64_t rows_together = 10'000;

audit::Entry disclosed(std::int64_t number, base::Random& random) {
  audit::Entry entry;
  entry.actor = "system";
  entry.action = "packet.pulled";
  entry.objects = {"referral/" + std::to_string(number)};
  entry.persons = {base::PersonId::make(base::utc_from_millis(number), random)};
  entry.recipient = "partner/sakutomo";
  entry.decision = audit::Decision::allow;
  entry.rule = "consent_covers";
  entry.basis = "CONSENT";
  entry.purpose = "coordination";
  entry.fields = {"person/names/0/fullName", "person/addresses/0/fullAddress",
                  "consultation/statement", "consultation/wish"};
  return entry;
}

int fail(const base::Failure& failure) {
  std::cerr << "error: " << failure.text() << '\n';
  return 1;
}

int write_log(const std::string& folder, std::int64_t rows) {
  base::SystemRandom random;
  base::SystemClock clock;
  std::vector<crypto::Secret> masters;
  masters.emplace_back(crypto::bytes_of(std::string(32, 'k')));
  const crypto::Keys keys(masters, random);
  const crypto::Signer signer(crypto::bytes_of(std::string(32, 's')));
  auto database = store::Database::open(folder, keys, clock, random, [](const auto&) {});
  if (!database) return fail(database.error());
  for (std::int64_t done = 0; done < rows; done += rows_together) {
    const auto end = std::min(rows, done + rows_together);
    const auto written = (*database)->write([&](store::Transaction& tx) -> base::Result<> {
      for (auto i = done; i < end; ++i)
        tx.audit(disclosed(i, random));
      const auto head = store::audit_head(tx);
      store::keep_note(tx, head.seq, audit::sign_note({"bench/audit", head}, signer));
      return {};
    });
    if (!written) return fail(written.error());
  }
  std::cout << audit::VerifierKey("bench/audit", signer.public_key()).text() << '\n';
  return 0;
}

/// The two messages of a row: its contents with the salt, and the link.
int tell_limit(std::int64_t rows) {
  base::SeededRandom random(1);
  const std::string contents(audit::to_canonical(disclosed(rows, random)).size() + 32, 'c');
  const std::string link(32 + 8 + 8 + 41, 'l');
  crypto::Sha256 hash;
  unsigned all = 0;  // so that nothing is left out
  const auto began = std::chrono::steady_clock::now();
  for (std::int64_t i = 0; i < rows; ++i) {
    hash.add(contents);
    all += hash.finish()[0];
    hash.add(link);
    all += hash.finish()[0];
  }
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  std::cout << took.count() << ' ' << all << '\n';
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: bench_audit FOLDER ROWS | --limit ROWS\n";
    return 2;
  }
  const std::int64_t rows = std::stoll(words[2]);
  return std::string_view(words[1]) == "--limit" ? tell_limit(rows) : write_log(words[1], rows);
}
