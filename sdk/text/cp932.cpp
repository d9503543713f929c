#include "tsunagu/text/cp932.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sdk/text/double_byte_table.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

using Code = std::uint16_t;

/// Which of two codes of one character Microsoft writes: plain rows, then NEC's row 13, then IBM's
/// extensions, and NEC's copy of them last.
int rank(unsigned lead) {
  if (lead == 0x87) return 1;
  if (lead >= 0xFA) return 2;
  return lead == 0xED || lead == 0xEE ? 3 : 0;
}

char32_t unpacked(Packed packed) {
  char bytes[4];
  for (std::size_t i = 0; i < 4; ++i)
    bytes[i] = static_cast<char>(packed >> (8 * i));
  std::size_t at = 0;
  return next({bytes, packed >> 24}, at);
}

/// The decoding table turned round, made at the first push.
class Inverse {
 public:
  Inverse() {
    const auto& table = cp932_table();
    for (unsigned byte = 0xA1; byte <= 0xDF; ++byte)
      learn(table.single(static_cast<std::uint8_t>(byte)), byte);
    for (unsigned lead = 0x81; lead <= 0xFC; ++lead) {
      for (unsigned trail = 0x40; trail <= 0xFC; ++trail)
        learn(table.pair(static_cast<std::uint8_t>(lead), static_cast<std::uint8_t>(trail)),
              lead << 8 | trail);
    }
  }

  /// 0 where CP932 has no such character; ASCII is not in the table.
  [[nodiscard]] Code code(char32_t c) const { return c < codes_.size() ? codes_[c] : Code{0}; }

 private:
  void learn(Packed packed, unsigned code) {
    if (packed == 0) return;
    auto& known = codes_[unpacked(packed)];
    if (known == 0 || rank(code >> 8) < rank(known >> 8U)) known = static_cast<Code>(code);
  }
  std::vector<Code> codes_ = std::vector<Code>(0x10000);
};

const Inverse& inverse() {
  static const Inverse table;
  return table;
}

struct Pair {
  char32_t from;
  std::u32string_view to;
};

/// What means the same and encodes. The second half is the print forms of 2004 whose older forms
/// CP932 has (表外漢字字体表).
constexpr std::array<Pair, 51> substitutes = {{
    {U'〜', U"～"}, {U'−', U"－"},  {U'‖', U"∥"},   {U'¢', U"￠"},  {U'£', U"￡"},  {U'¬', U"￢"},
    {U'—', U"―"},   {U'–', U"－"},  {U'‐', U"－"},  {U'‑', U"－"},  {U'⁻', U"－"},  {U'₋', U"－"},
    {U'∼', U"～"},  {U'¥', U"￥"},  {U'¦', U"￤"},  {U'‾', U"￣"},  {0xA0, U" "},   {U'•', U"・"},
    {U'ゔ', U"ヴ"}, {U'ゕ', U"ヵ"}, {U'ゖ', U"ヶ"}, {U'𠮷', U"吉"}, {U'俱', U"倶"}, {U'剝', U"剥"},
    {U'塡', U"填"}, {U'頰', U"頬"}, {U'𠮟', U"叱"}, {U'吞', U"呑"}, {U'噓', U"嘘"}, {U'姸', U"妍"},
    {U'屛', U"屏"}, {U'幷', U"并"}, {U'搔', U"掻"}, {U'摑', U"掴"}, {U'瘦', U"痩"}, {U'繫', U"繋"},
    {U'蔣', U"蒋"}, {U'醬', U"醤"}, {U'鷗', U"鴎"}, {U'嚙', U"噛"}, {U'囊', U"嚢"}, {U'簞', U"箪"},
    {U'攢', U"攅"}, {U'潑', U"溌"}, {U'禱', U"祷"}, {U'萊', U"莱"}, {U'蠟', U"蝋"}, {U'軀', U"躯"},
    {U'顚', U"顛"}, {U'驒', U"騨"}, {U'麴', U"麹"},
}};

bool fits(char32_t c) {
  return c < 0x80 || inverse().code(c) != 0;
}

/// Compatibility forms (Kangxi radicals, CJK compatibility ideographs) by NFKC; nothing where that
/// does not encode either.
std::optional<std::string> by_compatibility(char32_t c) {
  auto folded = nfkc(to_utf8(std::u32string(1, c)));
  if (!folded.empty() && fits_cp932(folded)) return folded;
  return std::nullopt;
}

Substitution substitute(char32_t c, std::size_t offset) {
  if (is_variation_selector(c)) return {.offset = offset, .from = c};
  for (const auto& pair : substitutes) {
    if (pair.from == c) return {.offset = offset, .from = c, .to = to_utf8(pair.to)};
  }
  if (auto folded = by_compatibility(c)) return {.offset = offset, .from = c, .to = *folded};
  return {.offset = offset, .from = c, .to = "〓", .lost = true};
}

void write(char32_t c, std::string& bytes) {
  const auto code = c < 0x80 ? static_cast<Code>(c) : inverse().code(c);
  if (code > 0xFF) bytes += static_cast<char>(code >> 8);
  bytes += static_cast<char>(code & 0xFF);
}

}  // namespace

Cp932Text encode_cp932(std::string_view text) {
  Cp932Text encoded;
  encoded.bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto offset = at;
    const auto c = next(text, at);
    if (fits(c)) {
      write(c, encoded.bytes);
      continue;
    }
    encoded.substitutions.push_back(substitute(c, offset));
    for (const auto stand_in : to_code_points(encoded.substitutions.back().to))
      write(stand_in, encoded.bytes);
  }
  return encoded;
}

bool fits_cp932(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!fits(next(text, at))) return false;
  }
  return true;
}

}  // namespace tsunagu::text
