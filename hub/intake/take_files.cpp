#include "hub/intake/take_files.hpp"

#include <vector>

#include "hub/base/log.hpp"
#include "hub/service/keep.hpp"

namespace hub::intake {
namespace {

using base::Kind;
using base::Level;
using base::Result;

void log_problems(const service::FeedPlan& plan, const Look& look) {
  for (const auto& problem : look.problems) {
    base::log(Level::warning, "dropped_file_left_alone",
              {{"source", plan.source},
               {"inode", static_cast<std::int64_t>(problem.inode)},
               {"reason", name_of(problem.refusal)}});
  }
}

/// What can't go back under its name stays claimed, and comes again at the next look.
void give_back(const service::FeedPlan& plan, DropFolder& folder,
               std::span<const ClaimedFile> files) {
  for (const auto& file : files) {
    if (const auto given = folder.give_back(file); !given) {
      base::log(Level::warning, "dropped_file_not_given_back",
                {{"source", plan.source},
                 {"claim", file.claim},
                 {"reason", base::name_of(given.error().kind())}});
    }
  }
}

Result<> keep_dropped(service::Context& context, const service::FeedPlan& plan, DropFolder& folder,
                      const ClaimedFile& file, const service::Stopping& stopping) {
  service::Keeping keeping(context);
  if (auto begun = keeping.begin(plan.row, file.name); !begun) return begun;
  auto read = DropFolder::read(file, [&](std::span<const std::uint8_t> block) -> Result<> {
    if (stopping()) return base::fail(Kind::unavailable, "stopped while a file was kept");
    return keeping.add(block);
  });
  if (!read) {
    keeping.abandon();
    return read;
  }
  const auto arrival = keeping.complete();
  if (!arrival) return arrival.error();
  base::log(Level::info, "arrival_kept",
            {{"source", plan.source},
             {"feed", plan.feed},
             {"arrival", arrival->id.text()},
             {"bytes", keeping.size()}});
  return folder.finish(file);
}

/// All that `read` gives.
Result<> keep_all(service::Keeping& keeping, std::int64_t largest, const ReadFile& read) {
  std::vector<std::uint8_t> block(store::chunk_bytes);
  while (true) {
    const auto got = read(block);
    if (!got) return got.error();
    if (*got == 0) return {};
    if (auto added = keeping.add(std::span(block.data(), *got)); !added) return added;
    if (keeping.size() > largest) {
      return base::fail(Kind::too_large,
                        "the file has more bytes than arrival_bytes allows; see `limits`");
    }
  }
}

}  // namespace

Result<TakenFiles> take_dropped(service::Context& context, const service::FeedPlan& plan,
                                DropFolder& folder, const service::Stopping& stopping) {
  const auto look = folder.look();
  if (!look) return look.error();
  log_problems(plan, *look);
  const std::span<const ClaimedFile> files(look->claimed);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (auto kept = keep_dropped(context, plan, folder, files[i], stopping); !kept) {
      give_back(plan, folder, files.subspan(i));
      return kept.error();
    }
  }
  return TakenFiles{!files.empty(), look->waiting};
}

Result<store::ArrivalRef> keep_given(service::Context& context, const service::FeedPlan& plan,
                                     const std::string& name, std::int64_t largest,
                                     const ReadFile& read) {
  service::Keeping keeping(context);
  if (auto begun = keeping.begin(plan.row, name); !begun) return begun.error();
  if (auto kept = keep_all(keeping, largest, read); !kept) {
    keeping.abandon();
    return kept.error();
  }
  return keeping.complete();
}

}  // namespace hub::intake
