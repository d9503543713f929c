#include "hub/daemon/import.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

#include "hub/base/unique_fd.hpp"

namespace hub::daemon {
namespace {

using base::Kind;
using base::Result;

constexpr std::chrono::milliseconds between_looks(50);
constexpr std::chrono::minutes longest_wait(60);

/// The operator's file, with what was read of it told on the way.
class WishedFile {
 public:
  static Result<WishedFile> open(const ImportWish& wish, const OnProgress& progress) {
    base::UniqueFd file(::open(wish.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    struct stat info {};
    if (!file || ::fstat(file.get(), &info) != 0) {
      return base::fail(Kind::not_found, std::string("open the file: ") + std::strerror(errno));
    }
    if (!S_ISREG(info.st_mode)) return base::fail(Kind::invalid, "not a regular file");
    return WishedFile(std::move(file), info.st_size, progress);
  }
  Result<std::size_t> read(std::span<std::uint8_t> buffer) {
    const auto got = ::read(file_.get(), buffer.data(), buffer.size());
    if (got < 0) return base::fail(Kind::unavailable, std::string("read: ") + std::strerror(errno));
    done_ += got;
    if (!(*progress_)({done_, size_, 0})) return base::fail(Kind::unavailable, "nobody waits");
    return static_cast<std::size_t>(got);
  }
  [[nodiscard]] std::int64_t size() const noexcept { return size_; }

 private:
  WishedFile(base::UniqueFd file, std::int64_t size, const OnProgress& progress)
      : file_(std::move(file)), size_(size), progress_(&progress) {}

  base::UniqueFd file_;
  std::int64_t size_;
  std::int64_t done_ = 0;
  const OnProgress* progress_;
};

bool is_settled(store::ArrivalState state) {
  return store::is_final(state) || state == store::ArrivalState::paused;
}

Result<Imported> result_of(service::Context& context, const store::Arrival& arrival) {
  Imported out;
  out.arrival = arrival.id;
  out.state = store::name_of(arrival.state);
  out.reason = arrival.reason;
  out.counts = arrival.counts;
  auto rejects = context.db.read([&](store::Reader& reader) -> Result<std::vector<store::Reject>> {
    return store::list_rejects(reader, arrival.row, 20);
  });
  if (!rejects) return rejects.error();
  out.rejects = std::move(*rejects);
  return out;
}

/// Waits until the source has led it to its end, and says how far the file was read meanwhile.
Result<Imported> follow(service::Context& context, const store::ArrivalRef& ref,
                        const OnProgress& progress, std::int64_t size) {
  const auto until = context.clock.steady() + longest_wait;
  while (context.clock.steady() < until) {
    const auto arrival =
        context.db.read([&](store::Reader& reader) -> Result<std::optional<store::Arrival>> {
          return store::read_arrival(reader, ref.row);
        });
    if (!arrival) return arrival.error();
    if (!*arrival) return base::fail(Kind::not_found, "the arrival is gone");
    if (is_settled((*arrival)->state)) return result_of(context, **arrival);
    if (!progress({size, size, (*arrival)->counts.records})) break;
    std::this_thread::sleep_for(between_looks);
  }
  return base::fail(Kind::unavailable, "arrival " + ref.id.text() + " is still at work");
}

}  // namespace

Result<Imported> do_import(service::Context& context, intake::SourceRunner& runner,
                           const ImportWish& wish, const OnProgress& progress) {
  auto file = WishedFile::open(wish, progress);
  if (!file) return file.error();
  const auto arrival =
      runner.import(wish.feed, wish.file.filename().string(),
                    [&file](std::span<std::uint8_t> buffer) { return file->read(buffer); });
  if (!arrival) return arrival.error();
  return follow(context, *arrival, progress, file->size());
}

Result<Imported> try_import(intake::SourceRunner& runner, const ImportWish& wish,
                            const OnProgress& progress) {
  auto file = WishedFile::open(wish, progress);
  if (!file) return file.error();
  auto tried = runner.try_import(wish.feed, file->size(), [&file](std::span<std::uint8_t> buffer) {
    return file->read(buffer);
  });
  if (!tried) return tried.error();
  Imported out;
  out.counts = tried->counts;
  out.rejects = std::move(tried->rejects);
  out.state = tried->judgement == service::Judgement::apply ? "would_apply" : "would_pause";
  out.reason = service::name_of(tried->judgement);
  if (tried->refusal) {
    out.state = "would_refuse";
    out.reason = tried->refusal->code;
    out.rejects.insert(out.rejects.begin(), *tried->refusal);
  }
  return out;
}

}  // namespace hub::daemon
