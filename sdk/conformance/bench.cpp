#include "sdk/conformance/bench.hpp"

#include "tsunagu/adapter.h"

namespace tsunagu::conformance {
namespace {

constexpr std::size_t told = 5;

std::string joined(const wire::Errors& errors) {
  std::string text;
  for (const std::string& error : errors)
    text += (text.empty() ? "" : "; ") + error;
  return text;
}

}  // namespace

void Faults::add(const Words& where, const Words& what) {
  ++count_;
  if (count_ > told) return;
  const Words line = where + same(": ") + what;
  text_ = count_ == 1 ? line : text_ + same("\n") + line;
}

Finding Faults::finding() const {
  if (!any()) return {};
  if (count_ <= told) return {Verdict::failed, text_};
  const std::string more = std::to_string(count_ - told);
  return {Verdict::failed, text_ + Words{"\nほか " + more + " 件", "\nand " + more + " more"}};
}

const wire::Manifest& Bench::manifest() {
  if (manifest_) return *manifest_;
  const Guest guest(target_);
  if (!guest.manifest_errors().empty()) {
    throw Broken(Words{"マニフェスト: ", "manifest: "} + same(joined(guest.manifest_errors())));
  }
  manifest_ = std::make_unique<wire::Manifest>(guest.manifest());
  return *manifest_;
}

const wire::Feed* Bench::feed_of(const Sample& sample) {
  for (const wire::Feed& feed : manifest().feeds) {
    if (feed.name == sample.feed) return &feed;
  }
  return nullptr;
}

Sheet Bench::sheet_of(const Sample& sample) {
  if (const auto named = text::encoding_named(sample.encoding)) return {sample, {*named}};
  text::EncodingSet declared;
  if (const wire::Feed* feed = feed_of(sample)) {
    for (const std::string& name : feed->encodings)
      declared.add(text::encoding_named(name).value_or(text::Encoding::utf8));
  }
  return {sample, declared};
}

std::unique_ptr<Guest> Bench::start(const wire::Settings& settings) {
  wire::Settings all = settings;
  if (const auto errors = wire::check_settings(manifest(), all); !errors.empty()) {
    throw Broken(Words{"設定: ", "settings: "} + same(joined(errors)));
  }
  auto guest = std::make_unique<Guest>(target_);
  const wire::Created created = guest->create(all);
  if (created.status == TSUNAGU_OK) return guest;
  throw Broken(Words{"設定を受け付けません: ", "refuses its settings: "} +
               same(created.key + ": " + created.text));
}

const Decoded& Bench::whole(const Sample& sample) {
  const auto known = wholes_.find(&sample);
  if (known != wholes_.end()) return known->second;
  Decoded decoded = start(sample.settings)->decode(offer_of(sample, sample.bytes));
  return wholes_.emplace(&sample, std::move(decoded)).first->second;
}

bool ended_well(const Decoded& decoded) {
  if (decoded.status == TSUNAGU_OK) return true;
  const bool refused = decoded.status == TSUNAGU_REFUSED;
  return refused && decoded.refusal && !decoded.refusal->code.empty() &&
         !decoded.refusal->reason.empty();
}

Words name_of(const Sample& sample) {
  return same(sample.feed + " (" + sample.file + ")");
}

}  // namespace tsunagu::conformance
