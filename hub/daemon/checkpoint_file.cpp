#include "hub/daemon/checkpoint_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "hub/audit/note.hpp"
#include "hub/base/unique_fd.hpp"

namespace hub::daemon {
namespace {

namespace fs = std::filesystem;
using base::fail;
using base::Kind;
using base::Result;

/// What the newest note in the file says, whoever signed it.
std::optional<audit::Checkpoint> newest_in(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::optional<audit::Checkpoint> newest;
  for (const auto& note : audit::notes_in(text)) {
    const auto body = note.substr(0, note.find("\n\n") + 1);
    const auto said = audit::from_body(body);
    if (said && (!newest || said->head.seq > newest->head.seq)) newest = said;
  }
  return newest;
}

}  // namespace

fs::path checkpoint_beside(const fs::path& backup) {
  return backup.string() + ".checkpoint";
}

Result<> leave_checkpoint(const fs::path& backup, std::string_view note) {
  const auto file = checkpoint_beside(backup);
  const base::UniqueFd out(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  const bool written =
      out && ::write(out.get(), note.data(), note.size()) == static_cast<ssize_t>(note.size()) &&
      ::fsync(out.get()) == 0;
  if (written) return {};
  return fail(Kind::conflict, file.string() + ": " + std::strerror(errno));
}

Result<> hold_against_checkpoint(const fs::path& backup, const audit::Head& head) {
  const auto file = checkpoint_beside(backup);
  std::error_code error;
  if (!fs::exists(file, error)) return {};
  const auto known = newest_in(file);
  if (!known) return fail(Kind::invalid, file.string() + " holds no checkpoint");
  if (known->head.seq > head.seq) {
    return fail(Kind::conflict, "the audit log of the backup ends at row " +
                                    std::to_string(head.seq) +
                                    ", but the checkpoint beside it was signed for " +
                                    std::to_string(known->head.seq) + " rows: it is older");
  }
  if (known->head.seq == head.seq && known->head != head)
    return fail(Kind::conflict,
                "the audit log of the backup is not the one that the checkpoint "
                "beside it was signed for");
  return {};
}

}  // namespace hub::daemon
