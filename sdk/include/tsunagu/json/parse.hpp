// The one guarded reader of JSON from outside. It refuses what other readers let pass or bend:
// invalid UTF-8, a byte order mark, NUL (also as an escape), duplicate names (also escaped ones),
// integers beyond +-2^53, decimals that a double would round, too deep, too long, trailing junk.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tsunagu/json/document.hpp"

namespace tsunagu::json {

/// Greatest magnitude of an integer that every reader of JSON holds exactly.
inline constexpr std::int64_t greatest_integer = std::int64_t{1} << 53;

struct Limits {
  std::size_t bytes = std::size_t{1} << 20;
  std::size_t depth = 32;  ///< arrays and objects inside one another
};

enum class Error {
  none,
  empty,
  too_large,
  too_deep,
  bad_utf8,
  byte_order_mark,
  nul,
  duplicate_name,
  integer_too_large,
  rounded_number,
  syntax,
};

/// A fixed English sentence: what is wrong.
std::string_view text_of(Error error) noexcept;

/// What was wrong and where; never a value of the input.
struct ParseFailure {
  Error error = Error::none;
  std::size_t offset = 0;  ///< byte from the beginning, where known
  std::string pointer;  ///< JSON Pointer of the innermost known place; a name only if it is plain

  /// "/a/0: a name stands twice in one object" or "byte 17: not JSON"
  [[nodiscard]] std::string text() const;
};

class [[nodiscard]] Parsed {
 public:
  explicit Parsed(Document document) : document_(std::move(document)) {}
  explicit Parsed(ParseFailure failure) : failure_(std::move(failure)) {}
  [[nodiscard]] bool ok() const noexcept { return failure_.error == Error::none; }
  [[nodiscard]] const ParseFailure& failure() const noexcept { return failure_; }
  /// Borrowed from this; not from a temporary.
  [[nodiscard]] View root() const& noexcept { return document_.root(); }
  View root() const&& = delete;
  [[nodiscard]] Document take() && { return std::move(document_); }

 private:
  Document document_;
  ParseFailure failure_;
};

/// Keeps its buffers between calls. One thread at a time.
class Reader {
 public:
  explicit Reader(Limits limits = {});
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// The Document holds copies: `bytes` may go.
  Parsed parse(std::string_view bytes);

 private:
  struct Buffers;
  Limits limits_;
  std::unique_ptr<Buffers> buffers_;
};

/// For once. A loop keeps a Reader.
Parsed parse_untrusted(std::string_view bytes, Limits limits = {});

}  // namespace tsunagu::json
