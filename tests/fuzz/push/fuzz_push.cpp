// Any bytes as an answer to a desk, through every adapter that writes back: either a file, or a
// refusal that says why. The first byte chooses the kind of message.
#include "plugins/kaigo/kaigo.hpp"
#include "plugins/kodomo/kodomo.hpp"
#include "plugins/konkyu/konkyu.hpp"
#include "plugins/shogai/shogai.hpp"
#include "tests/fuzz/adapter.hpp"

namespace {

constexpr const char* kinds[] = {"referral_accepted", "referral_returned", "lead_agency_named",
                                 "case_closed",       "plan_decided",      "fireworks"};

void push(tsunagu::testing::FakeHost& host, const char* kind, const std::string& json) {
  const tsunagu::testing::Pushed pushed = host.push(kind, json);
  const bool written = pushed.status == TSUNAGU_OK;
  if (written != (pushed.files.size() == 1)) std::abort();
  if (!written && (pushed.status != TSUNAGU_REFUSED || pushed.refusal.code.empty())) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static tsunagu::testing::FakeHost kaigo = tests::fuzzed<kaigo::Kaigo>();
  static tsunagu::testing::FakeHost text =
      tests::fuzzed<shogai::Shogai>({{"issuer_number", "092148"}});
  static tsunagu::testing::FakeHost base64 =
      tests::fuzzed<shogai::Shogai>({{"issuer_number", "092148"}, {"body", "base64"}});
  static tsunagu::testing::FakeHost lines = tests::fuzzed<kodomo::Kodomo>();
  static tsunagu::testing::FakeHost table = tests::fuzzed<kodomo::Kodomo>({{"answers", "csv"}});
  static tsunagu::testing::FakeHost konkyu = tests::fuzzed<konkyu::Konkyu>();
  if (size == 0) return 0;
  const char* kind = kinds[data[0] % std::size(kinds)];
  const std::string json(reinterpret_cast<const char*>(data) + 1, size - 1);
  for (tsunagu::testing::FakeHost* host : {&kaigo, &text, &base64, &lines, &table, &konkyu})
    push(*host, kind, json);
  return 0;
}
