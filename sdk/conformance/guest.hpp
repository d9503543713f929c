// The adapter under test, in its own process behind the real host, spoken to as the hub does. What
// breaks the conversation (death, silence, nonsense) is thrown as Broken; the next Guest is a new
// process. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sdk/conformance/words.hpp"
#include "sdk/wire/channel.hpp"
#include "sdk/wire/manifest.hpp"

namespace tsunagu::conformance {

/// What is tested, and by which programs.
struct Target {
  std::filesystem::path adapter;
  std::filesystem::path host;
  std::filesystem::path data_dir;
  std::filesystem::path schema_dir;  ///< documents of the case schema; empty: records not judged
  std::uint64_t memory_bytes = std::uint64_t{512} << 20U;  ///< address space, as the hub limits it
  std::chrono::milliseconds patience{30'000};              ///< without a sign of life
};

/// The process ended, kept silent or broke the protocol.
class Broken : public std::runtime_error {
 public:
  explicit Broken(Words why) : std::runtime_error(why.en), why_(std::move(why)) {}
  [[nodiscard]] const Words& why() const noexcept { return why_; }

 private:
  Words why_;
};

struct Offer {
  std::string feed;
  std::string name;
  std::string_view bytes;  ///< borrowed
  std::size_t block = wire::transfer_bytes;
  std::size_t blocks_wanted = SIZE_MAX;  ///< after so many blocks the answer is Stop
};

struct Taken {
  std::string json;
  std::uint64_t line = 0;
  bool operator==(const Taken&) const = default;
};

struct Decoded {
  std::int32_t status = 0;
  std::vector<Taken> records;
  std::vector<Problem> rejects;
  std::vector<Problem> warnings;
  std::optional<Problem> refusal;
  std::uint64_t rows = 0;
  std::size_t bytes_read = 0;  ///< at most; the last block may lie unread
  std::string order_key;
  std::chrono::milliseconds took{0};

  /// Whether anything was said beside the records.
  [[nodiscard]] std::size_t said() const {
    return rejects.size() + warnings.size() + (refusal ? 1U : 0U);
  }
};

struct Pushed {
  std::int32_t status = 0;
  std::vector<std::string> suffixes;
  std::size_t bytes = 0;
  std::optional<Problem> refusal;
};

struct Health {
  std::int32_t status = 0;
  std::vector<wire::HealthLine> lines;
};

class Guest {
 public:
  /// Starts the process and reads its manifest. Throws Broken.
  explicit Guest(const Target& target);
  Guest(const Guest&) = delete;
  Guest& operator=(const Guest&) = delete;
  ~Guest();

  [[nodiscard]] const wire::Manifest& manifest() const { return manifest_; }
  [[nodiscard]] const wire::Errors& manifest_errors() const { return manifest_errors_; }

  /// The adapter's own answer to these settings, which nobody checked before.
  wire::Created create(const wire::Settings& settings);
  Decoded decode(const Offer& offer);
  Pushed push(const std::string& kind, const std::string& json);
  Health health();
  /// The feed that it takes a delivery for; empty when it doesn't say.
  std::string recognize(const std::string& name, std::string_view bytes);
  /// Resident memory now, in bytes; 0 where the kernel hides it.
  [[nodiscard]] std::uint64_t memory() const;
  /// The most that was resident so far.
  [[nodiscard]] std::uint64_t most_memory() const;

 private:
  wire::Frame hear();
  template <class Message>
  Message take(const wire::Frame& frame);
  template <class Message>
  void say(const Message& message);
  void on_frame(const wire::Frame& frame, Decoded& decoded);
  void answer_want(const Offer& offer, std::size_t& at, std::size_t& blocks);
  [[noreturn]] void broken(wire::Io io);

  Target target_;
  int pid_ = -1;
  std::unique_ptr<wire::Channel> channel_;
  wire::Manifest manifest_;
  wire::Errors manifest_errors_;
};

}  // namespace tsunagu::conformance
