// The protection register (支援措置, DOMAIN 6.4): a list from the section for residents, read by
// the hub itself, because everything else waits for it. Columns by name: 宛名番号, 氏名カナ,
// 生年月日, 有効開始, 有効終了, 併せて支援を求める者, 相手方氏名, 相手方氏名カナ, 相手方生年月日,
// 相手方宛名番号.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/store/rejects.hpp"
#include "tsunagu/text/row_stream.hpp"

namespace hub::service {

/// Somebody as the register names them. Empty where it says nothing.
struct RegisterPerson {
  std::string number;    ///< 宛名番号 of the residents' system
  std::string kana;      ///< as written
  std::string birthday;  ///< ISO, to the day; else empty
};

struct RegisterEntry {
  std::int64_t line = 0;
  std::string key;  ///< names the entry: both sides, and from when
  RegisterPerson hidden;
  std::vector<RegisterPerson> together;  ///< 併せて支援を求める者: 宛名番号 separated by ;
  RegisterPerson near;                   ///< 相手方
  std::string from_day;
  std::string until_day;
};

struct RegisterFile {
  std::vector<RegisterEntry> entries;
  /// The whole file can't be used and nothing of it counts; with tsunagu::my_number_code it holds a
  /// number that may not be kept.
  std::optional<store::Reject> refusal;
};

/// Whatever can't be read refuses the whole file, for a register with a gap protects nobody in it:
/// a cut character or row, a column missing or twice, a date that is none, a 宛名番号 that is no
/// number, a period that ends before it begins. A column that we don't know is passed over.
RegisterFile read_register(tsunagu::text::ReadBytes read, tsunagu::text::EncodingSet encodings);

}  // namespace hub::service
