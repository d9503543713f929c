// The bytes that field systems deliver, read strictly into UTF-8. A feed declares which encodings
// it may come in; a BOM decides among them; between UTF-8 and CP932 without one, strict UTF-8 wins
// and strict CP932 is the other choice. Nothing guesses EUC-JP or UTF-16.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tsunagu/text/problem.hpp"

namespace tsunagu::text {

/// cp932 is Microsoft's (windows-31j), never "Shift_JIS", which lacks 髙 and maps the wave dash
/// elsewhere.
enum class Encoding : std::uint8_t { utf8, utf16le, utf16be, cp932, euc_jp };

/// "utf8", "utf16le", "utf16be", "cp932", "euc_jp": the names in manifests and configuration.
std::string_view name_of(Encoding encoding) noexcept;
std::optional<Encoding> encoding_named(std::string_view name) noexcept;

/// The encodings that a feed declares.
class EncodingSet {
 public:
  constexpr EncodingSet() = default;
  constexpr EncodingSet(std::initializer_list<Encoding> encodings) {
    for (const auto encoding : encodings)
      add(encoding);
  }
  constexpr void add(Encoding encoding) {
    bits_ = static_cast<std::uint8_t>(bits_ | bit(encoding));
  }
  [[nodiscard]] constexpr bool has(Encoding encoding) const { return (bits_ & bit(encoding)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  constexpr bool operator==(const EncodingSet&) const = default;

 private:
  static constexpr std::uint8_t bit(Encoding encoding) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(encoding));
  }
  std::uint8_t bits_ = 0;
};

/// Streaming decoder of one file. Not for several threads at once; owns its buffers.
///
/// Problems (with byte offset): `encoding.malformed`, `encoding.cut` (the file ends inside a
/// character: a UTF-8 file that fails only there is never taken for CP932),
/// `encoding.undeclared` (its BOM is of another encoding), `encoding.ambiguous` (no BOM, and the
/// declared set leaves a guess that we do not make).
class Decoder {
 public:
  explicit Decoder(EncodingSet declared);
  ~Decoder();
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;

  /// The text of the next bytes, a BOM left out. The view lives until the next call and no longer
  /// than `bytes`; characters that are not whole yet come with the next block. After a Problem
  /// every further call returns it again.
  Outcome<std::string_view> feed(std::string_view bytes);

  /// The rest, once after the last block.
  Outcome<std::string_view> finish();

  /// Known once a BOM or a character outside ASCII was seen, or the file is finished.
  [[nodiscard]] std::optional<Encoding> encoding() const noexcept;

  /// Characters of the user-defined area (外字, CP932 F040–F9FC → U+E000–E757) so far.
  [[nodiscard]] std::uint64_t gaiji() const noexcept;

 private:
  class State;
  std::unique_ptr<State> state_;
};

/// A whole small document at once.
Outcome<std::string> decode(std::string_view bytes, EncodingSet declared);

}  // namespace tsunagu::text
