#include "hub/store/audit_export.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "hub/base/unique_fd.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/store/audit_log.hpp"

namespace hub::store {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::string_view title = "tsunagu audit log 1\n";
constexpr std::size_t buffered = std::size_t{256} * 1024;

class TextFile {
 public:
  explicit TextFile(const std::filesystem::path& file)
      : fd_(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)),
        error_(fd_ ? 0 : errno) {}

  void add(std::string_view text) {
    text_.append(text);
    if (text_.size() >= buffered) flush();
  }
  /// 0, or the error that happened first.
  int finish() {
    flush();
    if (error_ == 0 && ::fsync(fd_.get()) != 0) error_ = errno;
    return error_;
  }

 private:
  void flush() {
    std::string_view rest = text_;
    while (error_ == 0 && !rest.empty()) {
      const ssize_t written = ::write(fd_.get(), rest.data(), rest.size());
      if (written < 0)
        error_ = errno;
      else
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    text_.clear();
  }

  base::UniqueFd fd_;
  int error_;
  std::string text_;
};

std::string base64(std::string_view bytes) {
  return crypto::to_base64(crypto::bytes_of(bytes));
}

std::string line_of(const Cursor& row) {
  std::string line = std::to_string(row.integer(0)) + " " + std::to_string(row.integer(1)) + " " +
                     base64(row.blob(2)) + " " + base64(row.blob(3)) + " ";
  if (row.is_null(4)) return line + "- -\n";
  return line + base64(row.blob(4)) + " " + base64(row.blob(5)) + "\n";
}

std::int64_t write_rows(Reader& reader, TextFile& out) {
  out.add(title);
  Cursor rows = reader.query(
      "SELECT l.seq, l.at, l.entry, l.chain, c.salt, c.contents FROM audit_log l "
      "LEFT JOIN audit_contents c ON c.seq = l.seq ORDER BY l.seq");
  std::int64_t count = 0;
  for (; rows.next(); ++count)
    out.add(line_of(rows));
  const audit::Head head = audit_head(reader);
  out.add("end " + std::to_string(head.seq) + " " +
          base64(crypto::text_of(crypto::ByteView(head.chain))) + "\n");
  return count;
}

}  // namespace

Result<std::int64_t> export_audit(Database& database, const std::filesystem::path& file) {
  TextFile out(file);
  auto rows = database.read(
      [&](Reader& reader) -> Result<std::int64_t> { return write_rows(reader, out); });
  if (!rows) return rows.error();
  if (const int error = out.finish(); error != 0)
    return fail(Kind::conflict, file.string() + ": " + std::strerror(error));
  return rows;
}

}  // namespace hub::store
