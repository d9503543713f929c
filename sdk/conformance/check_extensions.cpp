#include "sdk/conformance/checks.hpp"
#include "sdk/wire/extensions.hpp"
#include "tsunagu/draft/recognize.h"

namespace tsunagu::conformance {
namespace {

/// Not to know is allowed, to be wrong is not. Without its name the bytes alone must do.
void must_not_mistake(Guest& guest, const Sample& sample, const std::string& name, Faults& faults) {
  const std::string told = guest.recognize(name, sample.bytes);
  if (told.empty() || told == sample.feed) return;
  faults.add(name_of(sample), Words{"別の種類と見なします: ", "it is taken for "} + same(told));
}

}  // namespace

Finding extensions_hold(Bench& bench) {
  const wire::Manifest& manifest = bench.manifest();
  if (manifest.extensions.empty()) {
    return {Verdict::idle, {"拡張はありません", "the manifest names no extension"}};
  }
  Faults faults;
  for (const std::string& why : wire::unusable_extensions(manifest))
    faults.add(same("/extensions"), same(why));
  if (!wire::offers(manifest, TSUNAGU_DRAFT_RECOGNIZE)) return faults.finding();
  for (const Sample& sample : bench.samples()) {
    const auto guest = bench.start(sample.settings);
    must_not_mistake(*guest, sample, sample.name, faults);
    must_not_mistake(*guest, sample, "", faults);
    if (!guest->recognize("", "").empty())
      faults.add(same(""), {"空のファイルの種類を言います", "nothing at all is taken for a feed"});
  }
  return faults.finding();
}

}  // namespace tsunagu::conformance
