#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    {"a file could not be written: *", "ファイルを書けません: {1}"},
    {"the SDK is not installed: no *", "SDK がありません({1})。libtsunagu-dev を入れてください"},
    {"an adapter's name has small letters, digits and _ only",
     "アダプターの名前は英小文字で始め、英小文字・数字・_ だけにしてください"},
    {"an adapter's name is no word of C++ and none of Tsunagu's own",
     "C++の言葉と、Tsunaguに付いてくるアダプターの名前は使えません"},
    {"a field's code has small letters, digits and _ only",
     "分野のコードは英小文字・数字・_ だけにしてください"},
    {"the folder is there already", "同じ名前のフォルダーがすでにあります"},
    {"the file can't be read: *", "ファイルを読めません: {1}"},
    {"the file is larger than a delivery may be", "ファイルが大きすぎます"},
    {"no deliveries to test with: testdata/in is missing", "試すファイルがありません(testdata/in)"},
    {"the file is neither UTF-8 nor CP932, EUC-JP or UTF-16; save it as CSV UTF-8",
     "UTF-8、CP932、EUC-JP、UTF-16 のどれでもないファイルです。「CSV "
     "UTF-8」で保存し直してください"},
    {"the file is written in ISO-2022-JP; save it as CSV UTF-8",
     "ISO-2022-JP(JIS)のファイルです。「CSV UTF-8」で保存し直してください"},
    {"the file holds NUL bytes, as UTF-16 without a BOM does; say --encoding utf16le or "
     "--encoding utf16be, or save it as CSV UTF-8",
     "NUL のバイトがあり、BOM のない UTF-16 のようです。--encoding utf16le か --encoding utf16be を"
     "指定するか、「CSV UTF-8」で保存し直してください"},
    {"the file can be * as well as EUC-JP; say --encoding * or --encoding euc_jp",
     "{1} とも EUC-JP とも読めるファイルです。--encoding {1} か --encoding euc_jp "
     "を指定してください"},
    {"the file can't be read as *; is it damaged, or is it written in another encoding?",
     "{1} として読めないファイルです。壊れていないか、文字コードが違わないかを確かめてください"},
    {"this is no adapter package", "アダプターの配布用ファイルではありません"},
    {"a column to keep is not in the header: *", "残す列(--keep)が見出しにありません: {1}"},
    {"no row begins on the line of the header; see --header-line",
     "見出しの行(--header-line)から始まる行がありません"},
    {"the line of the header is a record's; see --header-line",
     "見出しの行に記録らしいもの(番号、電話、日付、閉じない引用符)があります。見出しの行を "
     "--header-line で示してください(0: なし)"},
};

}  // namespace

std::span<const Wording> workshop_wordings() {
  return wordings;
}

}  // namespace hub::wording
