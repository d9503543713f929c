#include "sdk/text/transcode.hpp"

#include <cstring>

#include "sdk/text/double_byte_table.hpp"
#include "sdk/text/utf8_scan.hpp"

namespace tsunagu::text {
namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<std::uint8_t>(bytes[i]);
}

/// Writes four bytes and keeps as many as count, which spares a branch.
std::size_t put(Packed packed, char* out) {
  std::memcpy(out, &packed, 4);
  return packed >> 24;
}

void copy_ascii(std::string_view bytes, char* out, Pass& pass) {
  const auto run = ascii_run(bytes.substr(pass.read));
  std::memcpy(out + pass.written, bytes.data() + pass.read, run);
  pass.read += run;
  pass.written += run;
}

Pass from_utf8(std::string_view bytes, char* out) {
  const auto scan = scan_utf8(bytes);
  std::memcpy(out, bytes.data(), scan.valid);
  const auto stop = scan.end == scan_whole ? Stop::end
                    : scan.end == scan_cut ? Stop::incomplete
                                           : Stop::malformed;
  return {.read = scan.valid, .written = scan.valid, .stop = stop};
}

/// U+E000–F8FF in UTF-8 begins with EE or EF, and only these rows of CP932 lead there.
bool is_user_row(std::uint8_t lead) {
  return lead >= 0xF0 && lead <= 0xF9;
}

Pass from_cp932(std::string_view bytes, char* out) {
  const auto& table = cp932_table();
  Pass pass;
  while (pass.read < bytes.size()) {
    const auto lead = byte_at(bytes, pass.read);
    if (lead < 0x80) {
      copy_ascii(bytes, out, pass);
      continue;
    }
    Packed packed = table.single(lead);
    std::size_t width = 1;
    if (packed == 0) {
      if (!table.is_lead(lead)) return pass.stop = Stop::malformed, pass;
      if (pass.read + 1 == bytes.size()) return pass.stop = Stop::incomplete, pass;
      packed = table.pair(lead, byte_at(bytes, pass.read + 1));
      if (packed == 0) return pass.stop = Stop::malformed, pass;
      width = 2;
      pass.gaiji += is_user_row(lead) ? 1 : 0;
    }
    pass.written += put(packed, out + pass.written);
    pass.read += width;
  }
  return pass;
}

Pass from_euc(std::string_view bytes, char* out) {
  const auto& table = euc_table();
  Pass pass;
  while (pass.read < bytes.size()) {
    const auto lead = byte_at(bytes, pass.read);
    if (lead < 0x80) {
      copy_ascii(bytes, out, pass);
      continue;
    }
    const bool supplementary = lead == 0x8F;
    const std::size_t width = supplementary ? 3 : 2;
    if (!supplementary && !table.is_lead(lead)) return pass.stop = Stop::malformed, pass;
    if (pass.read + width > bytes.size()) return pass.stop = Stop::incomplete, pass;
    const auto a = byte_at(bytes, pass.read + width - 2);
    const auto b = byte_at(bytes, pass.read + width - 1);
    const Packed packed = supplementary ? table.supplementary(a, b) : table.pair(a, b);
    if (packed == 0) return pass.stop = Stop::malformed, pass;
    pass.written += put(packed, out + pass.written);
    pass.read += width;
  }
  return pass;
}

bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}

bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

Pass from_utf16(std::string_view bytes, bool little, char* out) {
  const auto unit_at = [bytes, little](std::size_t i) -> char32_t {
    const auto first = byte_at(bytes, i);
    const auto second = byte_at(bytes, i + 1);
    return little ? static_cast<char32_t>(second << 8 | first)
                  : static_cast<char32_t>(first << 8 | second);
  };
  Pass pass;
  while (pass.read + 2 <= bytes.size()) {
    auto c = unit_at(pass.read);
    std::size_t width = 2;
    if (is_low_surrogate(c)) return pass.stop = Stop::malformed, pass;
    if (is_high_surrogate(c)) {
      if (pass.read + 4 > bytes.size()) return pass.stop = Stop::incomplete, pass;
      const auto low = unit_at(pass.read + 2);
      if (!is_low_surrogate(low)) return pass.stop = Stop::malformed, pass;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      width = 4;
    }
    pass.written += put_utf8(c, out + pass.written);
    pass.read += width;
  }
  if (pass.read < bytes.size()) pass.stop = Stop::incomplete;
  return pass;
}

}  // namespace

Pass transcode(Encoding from, std::string_view bytes, char* out) {
  switch (from) {
    case Encoding::utf8:
      return from_utf8(bytes, out);
    case Encoding::cp932:
      return from_cp932(bytes, out);
    case Encoding::euc_jp:
      return from_euc(bytes, out);
    case Encoding::utf16le:
      return from_utf16(bytes, true, out);
    case Encoding::utf16be:
      return from_utf16(bytes, false, out);
  }
  return {};
}

}  // namespace tsunagu::text
