// What the checks share: the plan, the manifest, and what each sample decodes to when nothing is
// altered. One thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sdk/conformance/guest.hpp"
#include "sdk/conformance/plan.hpp"
#include "sdk/conformance/sheet.hpp"

namespace tsunagu::conformance {

enum class Verdict {
  passed,
  failed,
  quirk,  ///< it fails, and the plan says why
  idle,   ///< nothing in the manifest or the plan to ask about; the text says what
};

struct Finding {
  Verdict verdict = Verdict::passed;
  Words text;
};

/// Collects what is wrong in one check; the first few are told.
class Faults {
 public:
  void add(const Words& where, const Words& what);
  [[nodiscard]] bool any() const { return count_ > 0; }
  [[nodiscard]] Finding finding() const;

 private:
  std::size_t count_ = 0;
  Words text_;
};

class Bench {
 public:
  Bench(Target target, Plan plan) : target_(std::move(target)), plan_(std::move(plan)) {}

  [[nodiscard]] const Target& target() const { return target_; }
  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] const std::vector<Sample>& samples() const { return plan_.samples; }

  /// Read once from the adapter. Throws Broken, also for a manifest that the hub would refuse.
  const wire::Manifest& manifest();
  /// Null: the manifest has no such feed.
  const wire::Feed* feed_of(const Sample& sample);
  [[nodiscard]] Sheet sheet_of(const Sample& sample);
  /// A process made with these settings and the manifest's defaults. Throws Broken.
  std::unique_ptr<Guest> start(const wire::Settings& settings);
  /// The sample as it is, decoded once. Throws Broken.
  const Decoded& whole(const Sample& sample);

 private:
  Target target_;
  Plan plan_;
  std::unique_ptr<wire::Manifest> manifest_;
  std::map<const Sample*, Decoded> wholes_;
};

inline Offer offer_of(const Sample& sample, std::string_view bytes) {
  return {sample.feed, sample.name, bytes};
}

/// The end that a delivery may have: read, or refused with a reason.
bool ended_well(const Decoded& decoded);

/// "feed (file)"
Words name_of(const Sample& sample);

}  // namespace tsunagu::conformance
