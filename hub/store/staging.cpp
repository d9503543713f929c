#include "hub/store/staging.hpp"

#include <cstring>

namespace hub::store {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::size_t block_bytes = std::size_t{64} * 1024;
constexpr std::size_t largest_block = std::size_t{4} * 1024 * 1024;

struct BlockHead {
  std::uint32_t size = 0;
  std::uint32_t last = 0;
  crypto::WideToken tag{};
};

std::filesystem::path path_of(const std::filesystem::path& folder, const base::ArrivalId& arrival) {
  return folder / ("staged-" + arrival.text());
}

// Covers the place of the block in the file too.
crypto::WideToken tag_of(const crypto::TokenMaker& key, std::int64_t number, bool last,
                         std::string block) {
  block.append(reinterpret_cast<const char*>(&number), sizeof number);
  block.push_back(last ? '\1' : '\0');
  return key.wide(block);
}

template <class T>
void put(std::string& out, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_bytes(std::string& out, const void* data, std::size_t size) {
  put(out, static_cast<std::uint32_t>(size));
  out.append(static_cast<const char*>(data), size);
}

// Blocks are tagged, so what is in one is as it was written.
template <class T>
T take(std::string_view block, std::size_t& at) {
  T value;
  std::memcpy(&value, block.substr(at, sizeof value).data(), sizeof value);
  at += sizeof value;
  return value;
}

std::string_view take_bytes(std::string_view block, std::size_t& at) {
  const auto size = take<std::uint32_t>(block, at);
  const std::string_view bytes = block.substr(at, size);
  at += size;
  return bytes;
}

void encode(std::string& out, const StagedRecord& staged) {
  const IncomingRecord& record = staged.record;
  put(out, record.id.bytes());
  put(out, record.feed.value);
  put(out, record.kind);
  put(out, staged.removal);
  put(out, staged.fresh);
  put(out, staged.unchanged.value);
  put(out, record.hash);
  put_bytes(out, record.tokens.data(), record.tokens.size() * sizeof(crypto::Token));
  put_bytes(out, record.body.data(), record.body.size());
  put_bytes(out, record.facts.data(), record.facts.size());
}

StagedRecord decode(std::string_view block, std::size_t& at) {
  StagedRecord staged;
  staged.record.id = base::RecordId(take<base::UuidBytes>(block, at));
  staged.record.feed = {take<std::int64_t>(block, at)};
  staged.record.kind = take<RecordKind>(block, at);
  staged.removal = take<bool>(block, at);
  staged.fresh = take<bool>(block, at);
  staged.unchanged = {take<std::int64_t>(block, at)};
  staged.record.hash = take<crypto::WideToken>(block, at);
  const std::string_view tokens = take_bytes(block, at);
  staged.record.tokens.resize(tokens.size() / sizeof(crypto::Token));
  if (!tokens.empty()) std::memcpy(staged.record.tokens.data(), tokens.data(), tokens.size());
  staged.record.body = take_bytes(block, at);
  staged.record.facts = take_bytes(block, at);
  return staged;
}

}  // namespace

StagingWriter::StagingWriter(const std::filesystem::path& folder, const base::ArrivalId& arrival,
                             const crypto::Keys& keys)
    : key_(keys.tokens(crypto::Purpose::staging)),
      file_(path_of(folder, arrival), std::ios::binary | std::ios::trunc) {}

Result<> StagingWriter::add(const StagedRecord& staged) {
  encode(block_, staged);
  return block_.size() >= block_bytes ? flush(false) : Result<>();
}

Result<> StagingWriter::finish() {
  return flush(true);
}

Result<> StagingWriter::flush(bool last) {
  const BlockHead head{static_cast<std::uint32_t>(block_.size()), last ? 1u : 0u,
                       tag_of(key_, number_++, last, block_)};
  file_.write(reinterpret_cast<const char*>(&head), sizeof head);
  file_.write(block_.data(), static_cast<std::streamsize>(block_.size()));
  block_.clear();
  if (last) file_.flush();
  if (!file_) return fail(Kind::storage_full, "staged records could not be written");
  return {};
}

StagingReader::StagingReader(const std::filesystem::path& folder, const base::ArrivalId& arrival,
                             const crypto::Keys& keys)
    : key_(keys.tokens(crypto::Purpose::staging)),
      file_(path_of(folder, arrival), std::ios::binary) {}

Result<std::optional<StagedRecord>> StagingReader::next() {
  while (at_ == block_.size()) {
    if (last_) return std::optional<StagedRecord>();
    const Result<> loaded = load();
    if (!loaded) return loaded.error();
  }
  return std::optional(decode(block_, at_));
}

Result<> StagingReader::load() {
  const auto damaged = fail(Kind::corrupt, "staged records are cut or changed; decode them again");
  BlockHead head;
  if (!file_.read(reinterpret_cast<char*>(&head), sizeof head) || head.size > largest_block)
    return damaged;
  block_.resize(head.size);
  if (!file_.read(block_.data(), head.size)) return damaged;
  last_ = head.last != 0;
  if (!crypto::equal_in_constant_time(head.tag, tag_of(key_, number_++, last_, block_)))
    return damaged;
  at_ = 0;
  return {};
}

void remove_staging(const std::filesystem::path& folder, const base::ArrivalId& arrival) {
  std::error_code ignored;
  std::filesystem::remove(path_of(folder, arrival), ignored);
}

}  // namespace hub::store
