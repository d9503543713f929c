#include "sdk/text/double_byte_table.hpp"

#include <unicode/ucnv.h>

#include <initializer_list>
#include <memory>

#include "sdk/text/utf8_scan.hpp"

namespace tsunagu::text {
namespace {

Packed pack(char32_t c) {
  char bytes[4] = {};
  const auto size = put_utf8(c, bytes);
  Packed packed = static_cast<Packed>(size) << 24;
  for (std::size_t i = 0; i < size; ++i)
    packed |= static_cast<Packed>(static_cast<std::uint8_t>(bytes[i])) << (8 * i);
  return packed;
}

/// Asks ICU for one character at a time, and takes no substitute for an answer.
class Converter {
 public:
  explicit Converter(const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    converter_.reset(ucnv_open(name, &error));
    if (converter_)
      ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &error);
  }

  /// 0 where the bytes are no single character of the basic plane.
  [[nodiscard]] char32_t ask(std::initializer_list<std::uint8_t> bytes) const {
    if (!converter_) return 0;
    char in[4] = {};
    std::int32_t size = 0;
    for (const auto byte : bytes)
      in[size++] = static_cast<char>(byte);
    UChar out[4] = {};
    UErrorCode error = U_ZERO_ERROR;
    const auto units = ucnv_toUChars(converter_.get(), out, 4, in, size, &error);
    return U_SUCCESS(error) && units == 1 ? out[0] : 0;
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

constexpr unsigned user_rows_first = 0xF0;
constexpr unsigned user_rows_last = 0xF9;

/// 188 cells a row: 40–7E and 80–FC.
char32_t user_defined(unsigned lead, unsigned trail) {
  const unsigned cell = trail - 0x40 - (trail > 0x7F ? 1 : 0);
  return 0xE000 + (lead - user_rows_first) * 188 + cell;
}

}  // namespace

void DoubleByteTable::set_single(std::uint8_t byte, char32_t c) {
  single_[byte] = pack(c);
}

void DoubleByteTable::set_pair(std::uint8_t lead, std::uint8_t trail, char32_t c) {
  lead_[lead] = true;
  if (c != 0) pairs_[index(lead, trail)] = pack(c);
}

Cp932Table::Cp932Table() {
  for (unsigned byte = 0; byte < 0x80; ++byte)
    set_single(static_cast<std::uint8_t>(byte), byte);
  for (unsigned byte = 0xA1; byte <= 0xDF; ++byte)
    set_single(static_cast<std::uint8_t>(byte), 0xFF61 + byte - 0xA1);
  const Converter icu("windows-31j");
  for (unsigned lead = 0x81; lead <= 0xFC; ++lead) {
    if (lead >= 0xA0 && lead <= 0xDF) continue;
    const bool user = lead >= user_rows_first && lead <= user_rows_last;
    for (unsigned trail = 0x40; trail <= 0xFC; ++trail) {
      if (trail == 0x7F) continue;
      const auto l = static_cast<std::uint8_t>(lead);
      const auto t = static_cast<std::uint8_t>(trail);
      set_pair(l, t, user ? user_defined(lead, trail) : icu.ask({l, t}));
    }
  }
}

EucTable::EucTable() {
  for (unsigned byte = 0; byte < 0x80; ++byte)
    set_single(static_cast<std::uint8_t>(byte), byte);
  for (unsigned trail = 0xA1; trail <= 0xDF; ++trail)
    set_pair(0x8E, static_cast<std::uint8_t>(trail), 0xFF61 + trail - 0xA1);
  const Converter icu("EUC-JP");
  for (unsigned lead = 0xA1; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0xA1; trail <= 0xFE; ++trail) {
      const auto l = static_cast<std::uint8_t>(lead);
      const auto t = static_cast<std::uint8_t>(trail);
      set_pair(l, t, icu.ask({l, t}));
      supplementary_.set_pair(l, t, icu.ask({0x8F, l, t}));
    }
  }
}

const Cp932Table& cp932_table() {
  static const Cp932Table table;
  return table;
}

const EucTable& euc_table() {
  static const EucTable table;
  return table;
}

}  // namespace tsunagu::text
