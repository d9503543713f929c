// What does not know rows: the same again, garbled, cut, and stopped.
#include <algorithm>
#include <random>
#include <set>

#include "sdk/conformance/checks.hpp"
#include "sdk/conformance/keys.hpp"
#include "tsunagu/adapter.h"

namespace tsunagu::conformance {
namespace {

constexpr std::size_t garblings = 64;
constexpr std::size_t cuts = 24;

bool same_records(const Decoded& one, const Decoded& other) {
  return one.status == other.status && one.records == other.records &&
         one.rejects.size() == other.rejects.size() &&
         one.warnings.size() == other.warnings.size() && one.order_key == other.order_key;
}

/// Some bytes changed, taken out and put in; always the same for the same seed.
std::string garbled(std::string bytes, unsigned int seed) {
  std::mt19937 random(seed);
  constexpr std::string_view nasty("\0\xFF\x81\"\n\r,\t\x1A{}[]:\\\xEF\xBB\xBF", 18);
  for (int change = 0; change < 8 && !bytes.empty(); ++change) {
    const std::size_t at = random() % bytes.size();
    const char put = nasty[random() % nasty.size()];
    switch (random() % 4) {
      case 0:
        bytes.erase(at, random() % 40);
        break;
      case 1:
        bytes.insert(at, random() % 2000, put);
        break;
      default:
        bytes[at] = put;
    }
  }
  return bytes;
}

std::vector<std::string> nonsense() {
  std::string noise(100'000, '\0');
  std::mt19937 random(1);
  for (char& byte : noise)
    byte = static_cast<char>(random());
  return {"",
          std::string(1, '\0'),
          "\xEF\xBB\xBF",
          "\xFF\xFE",
          std::string(300'000, '"'),
          std::string(300'000, ','),
          std::string(300'000, '['),
          std::string(3'000'000, 'x'),
          std::string(20'000, '\n'),
          noise};
}

void must_end_well(Guest& guest, const Sample& sample, const std::string& bytes, const Words& what,
                   Faults& faults) {
  const Decoded decoded = guest.decode(offer_of(sample, bytes));
  if (ended_well(decoded)) return;
  const std::string status = std::to_string(decoded.status);
  faults.add(name_of(sample) + same(", ") + what,
             {"読むとも、理由を示して断るともしません（状態 " + status + "）",
              "neither read nor refused with a reason (status " + status + ")"});
}

}  // namespace

Finding same_bytes_same_records(Bench& bench) {
  Faults faults;
  for (const Sample& sample : bench.samples()) {
    const auto guest = bench.start(sample.settings);
    for (const std::size_t block : {wire::transfer_bytes, std::size_t{1}, std::size_t{7}}) {
      Offer offer = offer_of(sample, sample.bytes);
      offer.block = block;
      if (same_records(guest->decode(offer), bench.whole(sample))) continue;
      const std::string size = std::to_string(block);
      faults.add(name_of(sample), {size + " バイトずつ渡すと、記録が変わります",
                                   "in blocks of " + size + " bytes the records differ"});
    }
  }
  return faults.finding();
}

Finding any_bytes_do_no_harm(Bench& bench) {
  Faults faults;
  for (const Sample& sample : bench.samples()) {
    const auto guest = bench.start(sample.settings);
    for (const std::string& bytes : nonsense())
      must_end_well(*guest, sample, bytes, {"でたらめなバイト列", "nonsense"}, faults);
    for (unsigned int seed = 0; seed < garblings; ++seed) {
      const std::string name = std::to_string(seed);
      must_end_well(*guest, sample, garbled(sample.bytes, seed),
                    {"崩した見本 " + name, "garbled sample " + name}, faults);
    }
    if (same_records(guest->decode(offer_of(sample, sample.bytes)), bench.whole(sample))) continue;
    faults.add(name_of(sample), {"そのあと、元の見本の記録が変わります",
                                 "afterwards the sample itself gives other records"});
  }
  return faults.finding();
}

Finding truncated_input(Bench& bench) {
  Faults faults;
  for (const Sample& sample : bench.samples()) {
    const auto guest = bench.start(sample.settings);
    const Keys known = keys_of(bench.whole(sample));
    for (std::size_t cut = 1; cut < cuts; ++cut) {
      const std::string bytes = sample.bytes.substr(0, sample.bytes.size() * cut / cuts);
      const Decoded decoded = guest->decode(offer_of(sample, bytes));
      const Words where =
          name_of(sample) + Words{" 先頭から " + std::to_string(bytes.size()) + " バイト",
                                  " cut to " + std::to_string(bytes.size()) + " bytes"};
      if (!ended_well(decoded)) {
        faults.add(where, {"読むとも断るともしません", "neither read nor refused"});
      } else if (!within(keys_of(decoded), known)) {
        faults.add(where, {"元のファイルにない番号の記録が出ます",
                           "gives a record under a key that the whole does not have"});
      }
    }
  }
  return faults.finding();
}

Finding stops_when_told(Bench& bench) {
  Faults faults;
  for (const Sample& sample : bench.samples()) {
    const auto guest = bench.start(sample.settings);
    Offer offer = offer_of(sample, sample.bytes);
    offer.block = std::max<std::size_t>(sample.bytes.size() / 4, 1);
    for (const std::size_t blocks : {std::size_t{0}, std::size_t{3}}) {
      offer.blocks_wanted = blocks;
      if (guest->decode(offer).status != TSUNAGU_STOPPED) {
        faults.add(name_of(sample),
                   {"止めても、STOPPED と答えません", "told to stop, it does not answer STOPPED"});
      }
    }
    if (same_records(guest->decode(offer_of(sample, sample.bytes)), bench.whole(sample))) continue;
    faults.add(name_of(sample), {"止めたあと、次のファイルの記録が変わります",
                                 "after a stop the next delivery gives other records"});
  }
  return faults.finding();
}

}  // namespace tsunagu::conformance
