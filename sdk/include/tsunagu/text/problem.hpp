// What is wrong with a piece of input, and a value that may be one. The text layer is used by
// adapters and by the hub, so it has small types of its own and throws nothing at its callers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace tsunagu::text {

/// `code` is stable and ASCII ("date.no_such_day"); `text` is Japanese, for the officer who reads
/// the reject list. Neither ever holds the value itself, which may be a person's.
struct Problem {
  std::string code{};
  std::string text{};
  std::optional<std::uint64_t> offset{};  ///< byte in the file as delivered, from 0
  std::optional<std::uint64_t> line{};    ///< physical line, from 1
  std::optional<std::uint64_t> column{};  ///< cell in its row, from 1
};

/// A value, or the Problem that kept it from being one. Ask before dereferencing.
template <class T>
class [[nodiscard]] Outcome {
 public:
  Outcome(T value) : state_(std::move(value)) {}
  Outcome(Problem problem) : state_(std::move(problem)) {}

  [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  [[nodiscard]] const T& value() const& noexcept { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && noexcept { return std::move(*std::get_if<0>(&state_)); }
  const T& operator*() const noexcept { return value(); }
  const T* operator->() const noexcept { return std::get_if<0>(&state_); }
  [[nodiscard]] const Problem& problem() const noexcept { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Problem> state_;
};

}  // namespace tsunagu::text
