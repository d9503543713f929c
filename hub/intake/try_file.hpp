// What a file would do, without keeping or applying it: `tsunagu import --dry-run`.
#pragma once

#include <functional>

#include "hub/intake/plans.hpp"
#include "hub/service/context.hpp"
#include "hub/service/judge.hpp"
#include "hub/store/rejects.hpp"

namespace hub::intake {

struct Tried {
  service::Judgement judgement = service::Judgement::apply;
  std::optional<store::Reject> refusal;  ///< the whole file can't be used
  store::ArrivalCounts counts;
  std::vector<store::Reject> rejects;
  std::vector<store::Reject> warnings;
};

using ReadFile = std::function<base::Result<std::size_t>(std::span<std::uint8_t>)>;

/// In an adapter process of its own. `plan` of a feed whose row is known.
base::Result<Tried> try_file(service::Context& context, const adapter::Launch& launch,
                             const service::FeedPlan& plan, std::int64_t size,
                             const ReadFile& read);

}  // namespace hub::intake
