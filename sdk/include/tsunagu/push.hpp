// What `push` and `health` write to. All of it belongs to the caller and may be used only inside
// that call, on the thread that called it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "tsunagu/adapter.h"
#include "tsunagu/decode.hpp"
#include "tsunagu/detail/abi.hpp"

namespace tsunagu {

/// What the hub tells the field's own system: a referral was accepted, returned, …
class Message {
 public:
  explicit Message(const tsunagu_message& message) : message_(&message) {}
  /// One of the manifest's `pushes`.
  [[nodiscard]] std::string_view kind() const { return detail::view(message_->kind); }
  /// A JSON object.
  [[nodiscard]] std::string_view json() const { return detail::view(message_->json); }

 private:
  const tsunagu_message* message_;
};

/// Takes the files that `push` writes. The hub chooses folder and stem, and puts them in place only
/// when `push` returned Outcome::done().
class Outbox {
 public:
  explicit Outbox(const tsunagu_outbox& outbox) : outbox_(&outbox) {}

  /// Begins a file whose name ends in `suffix`: `_shien.csv`.
  void open(std::string_view suffix) {
    detail::go_on(outbox_->open(outbox_, detail::text(suffix)));
  }
  /// Appends to the file begun last, in the system's own encoding.
  void write(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); at += block_bytes) {
      const std::string_view block = bytes.substr(at, block_bytes);
      const auto* data = reinterpret_cast<const std::uint8_t*>(block.data());
      detail::go_on(outbox_->write(outbox_, data, block.size()));
    }
  }
  /// A substitution or loss on the way into the system's encoding.
  void warning(const Problem& problem) {
    const tsunagu_problem flat = detail::flatten(problem);
    detail::go_on(outbox_->warning(outbox_, &flat));
  }

 private:
  const tsunagu_outbox* outbox_;
};

/// Takes the lines of a health report.
class Health {
 public:
  explicit Health(const tsunagu_health& health) : health_(&health) {}
  /// `code` is snake_case; `text` is for an operator.
  void good(std::string_view code, std::string_view text) { line(1, code, text); }
  void bad(std::string_view code, std::string_view text) { line(0, code, text); }

 private:
  void line(std::int32_t good, std::string_view code, std::string_view text) {
    health_->line(health_, good, detail::text(code), detail::text(text));
  }
  const tsunagu_health* health_;
};

}  // namespace tsunagu
