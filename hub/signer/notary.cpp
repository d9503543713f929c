#include "hub/signer/notary.hpp"

#include <fcntl.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "hub/base/unique_fd.hpp"

namespace hub::signer {
namespace {

namespace fs = std::filesystem;
using base::fail;
using base::Kind;
using base::Result;
using base::UniqueFd;

base::Failure unwritten(const fs::path& file) {
  return fail(Kind::unavailable, file.string() + ": " + std::strerror(errno));
}

/// As a whole or not at all, and through a power cut.
Result<> replace(const fs::path& file, const std::string& text) {
  const fs::path part = file.string() + ".part";
  const UniqueFd fd(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  const auto size = static_cast<ssize_t>(text.size());
  if (!fd || ::write(fd.get(), text.data(), text.size()) != size || ::fsync(fd.get()) != 0)
    return unwritten(part);
  if (::rename(part.c_str(), file.c_str()) != 0) return unwritten(file);
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const UniqueFd names(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!names || ::fsync(names.get()) != 0) return unwritten(folder);
  return {};
}

Result<audit::Head> remembered(const fs::path& file, const audit::VerifierKey& key) {
  std::error_code error;
  if (!fs::exists(file, error)) return audit::Head{};
  std::ifstream in(file, std::ios::binary);
  const std::string note{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const auto last = audit::open_note(note, key);
  if (!last)
    return fail(Kind::corrupt, file.string() + ": is no checkpoint that this key signed; put the " +
                                   "newest one of the journal there");
  return last->head;
}

}  // namespace

Result<Notary> Notary::open(SignerKey key, fs::path memory, Tell tell) {
  const auto last = remembered(memory, key.verifier());
  if (!last) return last.error();
  return Notary(std::move(key), std::move(memory), std::move(tell), *last);
}

Result<> Notary::check(const audit::Checkpoint& asked) const {
  if (asked.origin != key_.verifier().name())
    return fail(Kind::invalid, "this signer signs the log " + key_.verifier().name());
  if (asked.head.seq < last_.seq)
    return fail(Kind::conflict, "the log has " + std::to_string(asked.head.seq) + " rows, but " +
                                    std::to_string(last_.seq) +
                                    " were signed before: it was put back");
  if (asked.head.seq == last_.seq && last_.seq > 0 && asked.head != last_)
    return fail(Kind::conflict, "row " + std::to_string(last_.seq) +
                                    " is not the one that was signed: the log was rewritten");
  return {};
}

Result<std::string> Notary::sign(std::string_view body) {
  const auto asked = audit::from_body(body);
  if (!asked) return fail(Kind::invalid, "not the three lines of a checkpoint");
  if (const Result<> ok = check(*asked); !ok) return ok.error();
  std::string note = audit::sign_note(*asked, key_.signer());
  if (const Result<> kept = replace(memory_, note); !kept) return kept.error();
  last_ = asked->head;
  tell_(audit::to_line(note));
  return note;
}

}  // namespace hub::signer
