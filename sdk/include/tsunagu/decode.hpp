// What `decode` reads from and writes to. All of it belongs to the caller, may be used only inside
// `decode`, and only on the thread that called it.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "tsunagu/adapter.h"
#include "tsunagu/detail/abi.hpp"

namespace tsunagu {

inline constexpr std::size_t block_bytes = TSUNAGU_BLOCK_BYTES;
inline constexpr std::size_t record_bytes = TSUNAGU_RECORD_BYTES;

/// Where something is wrong in a delivery. Code and reason hold no value of a person: the delivered
/// bytes are kept, and the place is enough to find it there.
struct Problem {
  std::string code;         ///< snake_case, dots between parts, at most 64 bytes: `bad_date`
  std::string reason;       ///< for an officer, in Japanese: what is wrong, what to do
  std::uint64_t line = 0;   ///< first line of the row, from 1; 0 when not known
  std::string column = {};  ///< the column's name, when it is about one
  std::uint32_t column_number = 0;  ///< from 1; 0 when it is not about one column
};

/// The code of a problem whose cell, header or member holds a 個人番号. The hub destroys the kept
/// bytes when it sees it (番号利用法: nobody here may hold one).
inline constexpr std::string_view my_number_code = "my_number";

/// One delivery, read once from its beginning.
class Input {
 public:
  explicit Input(const tsunagu_input& input) : input_(&input) {}

  /// Which feed of the manifest this is.
  [[nodiscard]] std::string_view feed() const { return detail::view(input_->feed); }
  /// File name as the source gave it, without folders; may be empty.
  [[nodiscard]] std::string_view name() const { return detail::view(input_->name); }
  /// Milliseconds since 1970-01-01T00:00:00Z.
  [[nodiscard]] std::int64_t received_at_ms() const { return input_->received_at_ms; }
  /// Bytes in all, or -1 when not known.
  [[nodiscard]] std::int64_t size() const { return input_->size; }

  /// Fills some of `buffer`, at least one byte, and returns how many; 0 at the end. A block may end
  /// in the middle of a character.
  std::size_t read(std::span<std::uint8_t> buffer) {
    const std::size_t wanted = std::min(buffer.size(), block_bytes);
    const std::int64_t got = input_->read(input_, buffer.data(), wanted);
    if (got < 0) throw detail::Stopped();
    return static_cast<std::size_t>(got);
  }
  std::size_t read(char* buffer, std::size_t capacity) {
    return read(std::span(reinterpret_cast<std::uint8_t*>(buffer), capacity));
  }

 private:
  const tsunagu_input* input_;
};

/// A record is anything that gives its JSON text: the builders of `record.hpp`, or your own.
template <class T>
concept JsonRecord = requires(const T& record) {
  { record.json() } -> std::convertible_to<std::string>;
};

/// Takes what comes out of `decode`. When the hub wants no more, any of these ends `decode`.
class Sink {
 public:
  explicit Sink(const tsunagu_sink& sink) : sink_(&sink) {}

  /// One JSON object, at most `record_bytes`, and the line of the file that it begins on.
  void record(std::string_view json, std::uint64_t line = 0) {
    detail::go_on(sink_->record(sink_, detail::text(json), line));
  }
  template <JsonRecord Record>
  void record(const Record& record_of_kind, std::uint64_t line = 0) {
    record(std::string_view(record_of_kind.json()), line);
  }

  /// One row that could not be mapped; the others go on.
  void reject(const Problem& problem) { tell(sink_->reject, problem); }
  /// Something odd about the file or a row that was taken all the same.
  void warning(const Problem& problem) { tell(sink_->warning, problem); }
  /// Still at work: call it when long stretches give no record.
  void progress(std::uint64_t rows) { detail::go_on(sink_->progress(sink_, rows)); }

 private:
  using Tell = tsunagu_status (*)(const tsunagu_sink*, const tsunagu_problem*);
  void tell(Tell function, const Problem& problem) {
    const tsunagu_problem flat = detail::flatten(problem);
    detail::go_on(function(sink_, &flat));
  }

  const tsunagu_sink* sink_;
};

/// How reading a delivery, or writing a message, ended.
class [[nodiscard]] Outcome {
 public:
  /// Read to the end. `order_key` orders the deliveries of this feed by its bytes, when their
  /// content says so (`2026-04-10T02:00`).
  static Outcome done(std::uint64_t rows = 0, std::string order_key = {}) {
    return {TSUNAGU_OK, rows, std::move(order_key), {}};
  }
  /// The whole is refused: a wrong trailer count, not decodable, a column that must be there is
  /// missing. Nothing of it is applied, also not the records handed out before.
  static Outcome refuse(Problem problem) { return {TSUNAGU_REFUSED, 0, {}, std::move(problem)}; }
  /// This adapter does not do that.
  static Outcome unsupported() { return {TSUNAGU_UNSUPPORTED, 0, {}, {}}; }

  [[nodiscard]] tsunagu_status status() const noexcept { return status_; }
  [[nodiscard]] std::uint64_t rows() const noexcept { return rows_; }
  [[nodiscard]] const std::string& order_key() const noexcept { return order_key_; }
  [[nodiscard]] const Problem& problem() const noexcept { return problem_; }

 private:
  Outcome(tsunagu_status status, std::uint64_t rows, std::string order_key, Problem problem)
      : status_(status),
        rows_(rows),
        order_key_(std::move(order_key)),
        problem_(std::move(problem)) {}

  tsunagu_status status_;
  std::uint64_t rows_;
  std::string order_key_;
  Problem problem_;
};

}  // namespace tsunagu
