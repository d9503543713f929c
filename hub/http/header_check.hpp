// The strict header step: reads the head of an HTTP/1 request and refuses whatever two readers
// could frame differently (RFC 9112). Framing is decided here and nowhere else: no second parser
// follows that could see another message. Debian's Beast 1.81 accepts `Transfer-Encoding:
// xchunked`, HTTP/1.0 with chunked, no Host, two Hosts, folded lines and `Content-Length: 3, 3`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hub::http {

enum class Method { get, head, post, put, patch, remove, options, other };

std::string_view name_of(Method method) noexcept;

/// A place in the head's bytes, so that a head can be moved with the string it was found in.
struct Piece {
  std::uint16_t at = 0;
  std::uint16_t size = 0;
  [[nodiscard]] std::string_view in(std::string_view bytes) const { return bytes.substr(at, size); }
};

struct Field {
  Piece name;
  Piece value;
};

struct Head {
  Method method = Method::other;
  Piece path;
  Piece query;
  std::vector<Field> fields;
  std::optional<std::uint64_t> content_length;
  bool chunked = false;
  bool keep_alive = true;
  bool expects_continue = false;

  [[nodiscard]] bool has_body() const { return chunked || content_length.value_or(0) > 0; }
};

/// Why a head was refused; the name goes into the log and the problem's type.
enum class HeadFault {
  none,
  too_large,
  too_many_fields,
  bad_request_line,
  bad_target,
  unsupported_version,
  bad_line_end,
  folded_line,
  bad_field_name,
  bad_field_value,
  host_missing,
  host_repeated,
  length_invalid,
  length_repeated,
  length_and_encoding,
  encoding_unknown,
  encoding_in_http10,
  trailers_announced,
  expectation_unknown,
};

std::string_view name_of(HeadFault fault) noexcept;
/// 400, but 431 for size, 505 for another version, 417 for an unknown expectation.
int status_of(HeadFault fault) noexcept;

enum class HeadState { incomplete, complete, refused };

struct HeaderVerdict {
  HeadState state = HeadState::incomplete;
  HeadFault fault = HeadFault::none;
  std::size_t size = 0;  ///< of the head with its empty line, if complete
  Head head;
};

/// Pure. `bytes` begins with the request line and may be incomplete, or go on after the head.
HeaderVerdict check_header(std::string_view bytes);

/// RFC 9110 `token` characters.
bool is_token(std::string_view text) noexcept;
/// ASCII only.
bool equals_ignoring_case(std::string_view a, std::string_view b) noexcept;

}  // namespace hub::http
