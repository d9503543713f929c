#include "hub/workshop/subject.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

#include "hub/base/limits.hpp"
#include "hub/normalize/tables.hpp"
#include "hub/profile/check.hpp"
#include "hub/profile/mapping.hpp"
#include "tsunagu/mapping/json.hpp"

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;
using base::Kind;
using base::Result;

class Bytes final : public adapter::InputSource {
 public:
  explicit Bytes(const std::string& bytes) : bytes_(bytes) {}
  Result<std::size_t> read(std::span<std::uint8_t> buffer) override {
    const std::size_t size = std::min(buffer.size(), bytes_.size() - at_);
    if (size > 0) std::memcpy(buffer.data(), bytes_.data() + at_, size);
    at_ += size;
    return size;
  }

 private:
  const std::string& bytes_;
  std::size_t at_ = 0;
};

class Taker final : public adapter::RecordHandler {
 public:
  explicit Taker(Outcome& into) : into_(into) {}
  Result<> record(std::string_view json, std::uint64_t line) override {
    into_.records.push_back({std::string(json), line});
    return {};
  }
  Result<> reject(const adapter::Problem& problem) override {
    into_.rejects.push_back(problem);
    return {};
  }
  Result<> warning(const adapter::Problem& problem) override {
    into_.warnings.push_back(problem);
    return {};
  }

 private:
  Outcome& into_;
};

/// Beside the program where it was built; in lib/tsunagu/adapters where it is installed.
fs::path table_module(const fs::path& program) {
  const fs::path built = program.parent_path() / "adapters/adapter_table.so";
  if (fs::exists(built)) return built;
  return program.parent_path().parent_path() / "lib/tsunagu/adapters/adapter_table.so";
}

Result<tsunagu::mapping::Mapping> checked_mapping(const fs::path& file,
                                                  profile::Language language) {
  profile::Problems problems;
  auto mapping = profile::read_mapping(file, problems);
  if (!problems.empty()) return profile::failure_of(problems, language);
  return mapping;
}

/// As drop folders judge it.
bool fits(const std::string& name, const std::string& glob) {
  return ::fnmatch(glob.c_str(), name.c_str(), FNM_CASEFOLD) == 0;
}

}  // namespace

tsunagu::wire::Settings settings_of(const std::vector<std::string>& typed) {
  tsunagu::wire::Settings settings;
  for (const std::string& one : typed) {
    const auto equals = std::min(one.find('='), one.size());
    settings.emplace_back(one.substr(0, equals), one.substr(std::min(equals + 1, one.size())));
  }
  return settings;
}

Result<std::unique_ptr<Subject>> Subject::open(const SubjectWish& wish, const fs::path& program,
                                               profile::Language language) {
  adapter::Launch launch;
  launch.source = "try";
  launch.program = program.parent_path() / "tsunagu-adapter-host";
  launch.adapter = fs::absolute(wish.mapping.empty() ? wish.module : table_module(program));
  launch.trust.any_publisher = true;
  launch.settings = wish.settings;
  if (const auto tables = normalize::find_data_folder(program)) launch.data_dir = *tables;
  std::optional<tsunagu::text::EncodingSet> mapped;
  if (!wish.mapping.empty()) {
    const auto mapping = checked_mapping(wish.mapping, language);
    if (!mapping) return mapping.error();
    launch.settings.emplace_back("mapping", tsunagu::mapping::write(*mapping));
    mapped = mapping->encodings;
  }
  auto settings = launch.settings;
  std::unique_ptr<Subject> subject(new Subject(launch));
  if (auto started = subject->supervisor_.start(); !started) return started.error();
  subject->manifest_ = subject->supervisor_.manifest();
  if (const auto errors = tsunagu::wire::check_settings(*subject->manifest_, settings);
      !errors.empty())
    return base::fail(Kind::invalid, errors.front());
  subject->given_ = launch.settings;
  subject->settings_ = std::move(settings);
  subject->mapped_ = mapped;
  subject->feed_ = wish.feed;
  return subject;
}

std::string Subject::feed_of(const std::string& name, const std::string& bytes) {
  if (!feed_.empty()) return feed_;
  for (const auto& feed : manifest_->feeds)
    for (const auto& glob : feed.files)
      if (fits(name, glob)) return feed.name;
  const auto beginning = std::string_view(bytes).substr(0, adapter::beginning_bytes);
  if (const auto told = supervisor_.recognize({name, beginning}); told && !told->empty())
    return *told;
  return manifest_->feeds.empty() ? std::string() : manifest_->feeds.front().name;
}

tsunagu::text::EncodingSet Subject::encodings(const std::string& feed) const {
  if (mapped_) return *mapped_;
  tsunagu::text::EncodingSet out;
  for (const auto& offered : manifest_->feeds)
    if (offered.name == feed)
      for (const auto& name : offered.encodings)
        if (const auto encoding = tsunagu::text::encoding_named(name)) out.add(*encoding);
  return out;
}

Result<Outcome> Subject::decode(const std::string& bytes, const std::string& name) {
  Outcome out;
  out.feed = feed_of(name, bytes);
  Bytes input(bytes);
  Taker taker(out);
  const adapter::Delivery delivery{"try", out.feed, name, 0,
                                   static_cast<std::int64_t>(bytes.size())};
  auto summary = supervisor_.decode(delivery, input, taker);
  if (!summary) return summary.error();
  out.summary = std::move(*summary);
  return out;
}

Result<std::string> read_delivery(const fs::path& file) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  if (failed) return base::fail(Kind::not_found, "the file can't be read: " + file.string());
  if (size > base::limits::arrival_bytes)
    return base::fail(Kind::too_large, "the file is larger than a delivery may be");
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) return base::fail(Kind::not_found, "the file can't be read: " + file.string());
  return bytes;
}

}  // namespace hub::workshop
