// Takes what an adapter decodes of one delivery: each record is checked against the schema,
// searched for numbers that may not be kept, identified, and handed over to be settled (settle.hpp)
// while the next are read. Nothing of it counts before the delivery is finished and judged
// (judge.hpp, apply.hpp).
#pragma once

#include <cstdint>
#include <future>
#include <optional>
#include <string_view>
#include <vector>

#include "hub/service/admit.hpp"
#include "hub/service/settle.hpp"
#include "hub/store/rejects.hpp"

namespace hub::service {

/// What a whole delivery would do, counted while it was put aside.
struct Staged {
  store::ArrivalCounts counts;  ///< see Settling::counts
  std::vector<store::Reject> rejects;
  std::vector<store::Reject> warnings;
  Consents consenting;  ///< see Settling::consenting
};

/// One delivery, one thread; it keeps a second one busy.
class Stager {
 public:
  /// Borrows the first two.
  Stager(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival);

  /// As Admission has it.
  void accept_only(std::vector<domain::RecordKind> kinds) {
    admission_.accept_only(std::move(kinds));
  }
  /// See Settling.
  void stand_for(store::ArrivalRow original) { settling_.stand_for(original); }
  /// A record that is not taken (admit.hpp) becomes a reject. A failure ends the decoding: see
  /// refused().
  base::Result<> record(std::string_view json, std::int64_t line);
  void reject(store::Reject reject);
  /// Something odd about what was taken all the same.
  void warn(store::Reject warning);
  /// The delivery was read to its end; staged() is whole from then on.
  base::Result<> finish();

  [[nodiscard]] const std::optional<Refused>& refused() const noexcept { return refused_; }
  [[nodiscard]] Staged& staged() noexcept { return staged_; }

 private:
  base::Result<> stage(codec::Record record, std::string_view json);
  base::Result<> stage_removal(const codec::Record& record);
  base::Result<> wait(Checked checked);
  base::Result<> hand_over();
  base::Result<> end_settling();

  Context& context_;
  const FeedPlan& plan_;
  Admission admission_;
  std::vector<Checked> waiting_;  // in their order; settled many at a time
  std::size_t waiting_bytes_ = 0;
  Staged staged_;
  std::optional<Refused> refused_;
  Settling settling_;
  std::future<base::Result<>> settled_;  // what was handed over last; ends before what it uses
};

}  // namespace hub::service
