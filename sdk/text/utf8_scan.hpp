// UTF-8 by the block and by the code point, for what decodes and encodes files.
#pragma once

#include <cstddef>
#include <string_view>

#include "tsunagu/text/utf8_sequence.hpp"

namespace tsunagu::text {

/// The code point of a well-formed sequence of that length.
char32_t utf8_value(std::string_view bytes, int size) noexcept;

/// Writes one code point, U+FFFD for what is none; returns the bytes written (1–4).
std::size_t put_utf8(char32_t c, char* out) noexcept;

/// Bytes at the front that are ASCII.
std::size_t ascii_run(std::string_view bytes) noexcept;

enum Utf8End { scan_whole, scan_cut, scan_malformed };

struct Utf8Scan {
  std::size_t valid = 0;      ///< bytes of whole, well-formed sequences
  std::size_t multibyte = 0;  ///< how many of them were not ASCII
  Utf8End end = scan_whole;
};

Utf8Scan scan_utf8(std::string_view bytes) noexcept;

}  // namespace tsunagu::text
