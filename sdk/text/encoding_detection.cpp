#include "sdk/text/encoding_detection.hpp"

#include "sdk/text/utf8_scan.hpp"

namespace tsunagu::text {
namespace {

/// So many well-formed sequences in a row do not happen in CP932, whose common characters are no
/// UTF-8 at all; what is malformed later is then damage in a UTF-8 file.
constexpr std::size_t sequences_enough = 16;
constexpr std::size_t bytes_enough = std::size_t{1} << 20;

}  // namespace

std::optional<Bom> find_bom(std::string_view front) noexcept {
  if (front.substr(0, 3) == "\xEF\xBB\xBF") return Bom{Encoding::utf8, 3};
  if (front.substr(0, 2) == "\xFF\xFE") return Bom{Encoding::utf16le, 2};
  if (front.substr(0, 2) == "\xFE\xFF") return Bom{Encoding::utf16be, 2};
  return std::nullopt;
}

std::optional<Encoding> only_choice(EncodingSet declared) noexcept {
  for (const auto encoding :
       {Encoding::utf8, Encoding::cp932, Encoding::euc_jp, Encoding::utf16le, Encoding::utf16be}) {
    if (declared == EncodingSet{encoding}) return encoding;
  }
  EncodingSet without_utf16;
  for (const auto encoding : {Encoding::utf8, Encoding::cp932, Encoding::euc_jp}) {
    if (declared.has(encoding)) without_utf16.add(encoding);
  }
  if (without_utf16.empty() || without_utf16 == declared) return std::nullopt;
  return only_choice(without_utf16);
}

bool is_utf8_or_cp932(EncodingSet declared) noexcept {
  return declared.has(Encoding::utf8) && declared.has(Encoding::cp932) &&
         !declared.has(Encoding::euc_jp);
}

std::optional<Encoding> decide(std::string_view front, bool whole) noexcept {
  const auto scan = scan_utf8(front);
  if (scan.multibyte >= sequences_enough) return Encoding::utf8;
  if (scan.end == scan_malformed) return Encoding::cp932;
  if (whole || (scan.multibyte > 0 && front.size() >= bytes_enough)) return Encoding::utf8;
  return std::nullopt;
}

}  // namespace tsunagu::text
