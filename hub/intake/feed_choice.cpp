#include "hub/intake/feed_choice.hpp"

#include <algorithm>
#include <cstring>

#include "hub/intake/drop_folder.hpp"

namespace hub::intake {
namespace {

using base::Result;

/// Empty unless exactly one feed expects files of that name.
std::string named_like(const profile::Source& source, const std::string& name) {
  std::vector<std::string> fitting;
  for (const auto& feed : source.feeds) {
    if (!feed.files.empty() && fits(feed.files, name)) fitting.push_back(feed.name);
  }
  return fitting.size() == 1 ? fitting.front() : std::string();
}

bool has_feed(const profile::Source& source, const std::string& name) {
  return std::any_of(source.feeds.begin(), source.feeds.end(),
                     [&](const profile::Feed& feed) { return feed.name == name; });
}

base::Failure must_be_said(const profile::Source& source) {
  std::string feeds;
  for (const auto& feed : source.feeds)
    feeds += (feeds.empty() ? "" : ", ") + feed.name;
  return base::fail(
      base::Kind::invalid,
      "source " + source.code + " has several feeds: say which with --feed (" + feeds + ")");
}

}  // namespace

Result<std::string_view> Peeked::beginning() {
  if (!beginning_.empty()) return std::string_view(beginning_);
  beginning_.resize(adapter::beginning_bytes);
  std::size_t size = 0;
  while (size < beginning_.size()) {
    const auto got = read_(
        {reinterpret_cast<std::uint8_t*>(beginning_.data()) + size, beginning_.size() - size});
    if (!got) return got.error();
    if (*got == 0) break;
    size += *got;
  }
  beginning_.resize(size);
  return std::string_view(beginning_);
}

Result<std::size_t> Peeked::read(std::span<std::uint8_t> buffer) {
  if (at_ == beginning_.size()) return read_(buffer);
  const auto size = std::min(buffer.size(), beginning_.size() - at_);
  std::memcpy(buffer.data(), beginning_.data() + at_, size);
  at_ += size;
  return size;
}

Result<std::string> choose_feed(const profile::Source& source, adapter::Supervisor& adapter,
                                const std::string& name, Peeked& file) {
  if (auto fitting = named_like(source, name); !fitting.empty()) return fitting;
  const auto beginning = file.beginning();
  if (!beginning) return beginning.error();
  auto told = adapter.recognize({name, *beginning});
  if (!told) return told.error();
  if (told->empty() || !has_feed(source, *told)) return must_be_said(source);
  return told;
}

}  // namespace hub::intake
