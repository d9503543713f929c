#include "hub/crypto/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace hub::crypto {
namespace {

using base::fail;
using base::Failure;
using base::Kind;
using base::Result;

constexpr std::size_t secret_file_bytes = std::size_t{64} * 1024;
constexpr std::size_t master_digits = 64;

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] int get() const noexcept { return descriptor_; }

 private:
  int descriptor_;
};

Failure refused(const std::filesystem::path& file, const std::string& why) {
  return fail(Kind::invalid, "secret file " + file.string() + ": " + why);
}

Result<std::size_t> checked_size(const std::filesystem::path& file, int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return refused(file, std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return refused(file, "not a regular file");
  if (status.st_uid != ::geteuid() && status.st_uid != 0)
    return refused(file, "belongs to another user; it must be this user's or root's");
  // systemd hands root's credentials to a service by an access list, which shows as group-readable.
  const mode_t forbidden = status.st_uid == 0 ? 0037 : 0077;
  if ((status.st_mode & forbidden) != 0)
    return refused(file, "group or others may read it; run chmod 600 on it");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0 || size > secret_file_bytes) return refused(file, "empty or over 64 KiB");
  return size;
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

Result<Secret> read_secret(const std::filesystem::path& file) {
  const File opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (opened.get() < 0) return refused(file, std::strerror(errno));
  const Result<std::size_t> size = checked_size(file, opened.get());
  if (!size) return size.error();
  std::string text(*size, '\0');
  if (::read(opened.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
    return refused(file, "could not be read whole");
  Secret secret(bytes_of(text));
  wipe(text);
  return secret;
}

std::filesystem::path secret_path(std::string_view name, const std::filesystem::path& folder) {
  // systemd names the folder by a variable; the secret itself is in the file.
  const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
  if (credentials != nullptr) {
    std::filesystem::path path = std::filesystem::path(credentials) / name;
    if (std::filesystem::exists(path)) return path;
  }
  return folder / name;
}

base::Result<std::string> read_secret_text(const std::string& name,
                                           const std::filesystem::path& folder) {
  const auto secret = read_secret(secret_path(name, folder));
  if (!secret) return secret.error().in("secret " + name);
  const auto text = text_of(secret->bytes());
  return std::string(text.substr(0, text.find_last_not_of("\r\n") + 1));
}

Result<std::vector<Secret>> read_master_secrets(const std::filesystem::path& file) {
  const Result<Secret> content = read_secret(file);
  if (!content) return content.error();
  std::vector<Secret> masters;
  std::string_view rest = text_of(content->bytes());
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    std::optional<std::string> bytes = from_hex(line);
    if (!bytes || line.size() != master_digits)
      return refused(
          file, "line " + std::to_string(masters.size() + 1) + " is not 64 hexadecimal digits");
    masters.emplace_back(bytes_of(*bytes));
    wipe(*bytes);
  }
  return masters;
}

Result<> write_new_secret(const std::filesystem::path& file, std::string_view text) {
  const File created(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (created.get() < 0) return refused(file, std::strerror(errno));
  if (!write_all(created.get(), text)) return refused(file, std::strerror(errno));
  return {};
}

Result<> create_master_secret(const std::filesystem::path& file, base::Random& random) {
  std::array<std::uint8_t, 32> bytes;
  random.fill(bytes);
  std::string text = to_hex(bytes) + "\n";
  Result<> written = write_new_secret(file, text);
  wipe(text);
  return written;
}

}  // namespace hub::crypto
