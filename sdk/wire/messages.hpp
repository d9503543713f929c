// What hub and adapter process say to each other. The adapter process speaks first (`Hello`); after
// `Created` the hub asks one thing at a time (`Decode`, `Push`, `HealthQuestion`) and each ends
// with `Done`. Delivered bytes go only when the adapter asks (`Want`), so that neither side
// buffers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sdk/wire/bytes.hpp"
#include "sdk/wire/frame.hpp"
#include "tsunagu/decode.hpp"

namespace tsunagu::wire {

/// Raised by every change of a message: hub and host of different versions refuse each other.
inline constexpr std::uint16_t protocol_version = 1;

/// Which walls stand around the adapter; bits of `Hello::guards` and `Created::guards`.
enum Guard : std::uint32_t {
  guard_descriptors = 1U << 0U,  ///< no descriptor but the socket
  guard_limits = 1U << 1U,       ///< memory, files, no core dump
  guard_landlock = 1U << 2U,     ///< own libraries and tables only
  guard_calls = 1U << 3U,        ///< seccomp: no socket, no program, no child
  guard_files = 1U << 4U,        ///< seccomp: no file is opened any more
};

// Adapter process to hub.

struct Hello {
  static constexpr Type type = Type::hello;
  std::uint16_t protocol = protocol_version;
  std::uint32_t guards = 0;
  std::string manifest;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.protocol, self.guards, self.manifest);
  }
};

/// Before `Hello`, and only from the host that is about to become a program of its own: the walls
/// that stand around it, which the program itself is not asked about.
struct Walls {
  static constexpr Type type = Type::walls;
  std::uint32_t guards = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.guards);
  }
};

/// Answer to `Create`: ready, or why not.
struct Created {
  static constexpr Type type = Type::created;
  std::int32_t status = 0;
  std::uint32_t guards = 0;
  std::string key;
  std::string text;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.status, self.guards, self.key, self.text);
  }
};

/// The process can't go on, and says why before it ends.
struct Fatal {
  static constexpr Type type = Type::fatal;
  std::string code;
  std::string text;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.code, self.text);
  }
};

/// One more block, please. Each is answered by one `Block` or `Stop`; at most one is open.
struct Want {
  static constexpr Type type = Type::want;
  template <class Self, class Visit>
  static void fields(Self&, Visit&) {}
};

/// Borrows its text from the frame.
struct Record {
  static constexpr Type type = Type::record;
  std::uint64_t line = 0;
  std::string_view json;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.line, self.json);
  }
};

enum class ProblemKind : std::uint8_t { reject = 0, warning = 1, refusal = 2 };

struct ProblemMessage {
  static constexpr Type type = Type::problem;
  std::uint8_t kind = 0;
  Problem problem;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    auto& problem = self.problem;
    visit(self.kind, problem.line, problem.column_number, problem.column, problem.code,
          problem.reason);
  }
};

struct Progress {
  static constexpr Type type = Type::progress;
  std::uint64_t rows = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.rows);
  }
};

/// A file of `Push` begins.
struct File {
  static constexpr Type type = Type::file;
  std::string suffix;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.suffix);
  }
};

/// Bytes of the file that began last. Borrows.
struct FileBytes {
  static constexpr Type type = Type::file_bytes;
  std::string_view bytes;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.bytes);
  }
};

struct HealthLine {
  static constexpr Type type = Type::health_line;
  std::uint8_t good = 0;
  std::string code;
  std::string text;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.good, self.code, self.text);
  }
};

/// Answer to `Recognize`, before `Done`: a feed of the manifest, or nothing.
struct Recognized {
  static constexpr Type type = Type::recognized;
  std::string feed;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.feed);
  }
};

/// The thing asked is done; a refusal came before as a `ProblemMessage`.
struct Done {
  static constexpr Type type = Type::done;
  std::int32_t status = 0;
  std::uint64_t rows = 0;
  std::string order_key;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.status, self.rows, self.order_key);
  }
};

// Hub to adapter process.

struct Create {
  static constexpr Type type = Type::create;
  std::vector<std::pair<std::string, std::string>> settings;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.settings);
  }
};

struct Decode {
  static constexpr Type type = Type::decode;
  std::string feed;
  std::string name;
  std::int64_t received_at_ms = 0;
  std::int64_t size = -1;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.feed, self.name, self.received_at_ms, self.size);
  }
};

/// Answer to `Want`; empty at the end. Borrows.
struct Block {
  static constexpr Type type = Type::block;
  std::string_view bytes;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.bytes);
  }
};

/// Answer to `Want`: no more is wanted.
struct Stop {
  static constexpr Type type = Type::stop;
  template <class Self, class Visit>
  static void fields(Self&, Visit&) {}
};

struct Push {
  static constexpr Type type = Type::push;
  std::string kind;
  std::string json;
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.kind, self.json);
  }
};

struct HealthQuestion {
  static constexpr Type type = Type::health;
  template <class Self, class Visit>
  static void fields(Self&, Visit&) {}
};

/// Only to an adapter whose manifest names the extension: which feed is a delivery that begins so?
/// Borrows the bytes.
struct Recognize {
  static constexpr Type type = Type::recognize;
  std::string name;
  std::string_view bytes;  ///< the first of them, at most transfer_bytes
  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit(self.name, self.bytes);
  }
};

/// Appends the message as a frame. False, with nothing appended, when it is too long for one.
template <class Message>
bool append(std::string& out, const Message& message) {
  const std::size_t begin = begin_frame(out, Message::type);
  Encoder encoder(out);
  Message::fields(message, encoder);
  return end_frame(out, begin);
}

/// The frame as a message of that type; nothing when it is of another or malformed.
template <class Message>
std::optional<Message> as(const Frame& frame) {
  if (frame.type != Message::type) return std::nullopt;
  Message message;
  Decoder decoder(frame.body);
  Message::fields(message, decoder);
  if (!decoder.complete()) return std::nullopt;
  return message;
}

}  // namespace tsunagu::wire
