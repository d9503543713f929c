#include "hub/wording/word_pair.hpp"

// What strerror says in the C locale, alone and behind what it is about.
namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    {"No such file or directory", "ファイルがありません"},
    {"*: No such file or directory", "{1}: ファイルがありません"},
    {"Permission denied", "権限がありません"},
    {"*: Permission denied", "{1}: 権限がありません"},
    {"Operation not permitted", "許されていない操作です"},
    {"*: Operation not permitted", "{1}: 許されていない操作です"},
    {"No space left on device", "ディスクが一杯です"},
    {"*: No space left on device", "{1}: ディスクが一杯です"},
    {"Disk quota exceeded", "ディスクの割当てを使い切っています"},
    {"*: Disk quota exceeded", "{1}: ディスクの割当てを使い切っています"},
    {"Read-only file system", "読出し専用のディスクで、書けません"},
    {"*: Read-only file system", "{1}: 読出し専用のディスクで、書けません"},
    {"Input/output error", "ディスクの読み書きに失敗しました"},
    {"*: Input/output error", "{1}: ディスクの読み書きに失敗しました"},
    {"Is a directory", "フォルダーです"},
    {"*: Is a directory", "{1}: フォルダーです"},
    {"Not a directory", "フォルダーではないものが途中にあります"},
    {"*: Not a directory", "{1}: フォルダーではないものが途中にあります"},
    {"Directory not empty", "フォルダーが空ではありません"},
    {"*: Directory not empty", "{1}: フォルダーが空ではありません"},
    {"File exists", "同じ名前のものがすでにあります"},
    {"*: File exists", "{1}: 同じ名前のものがすでにあります"},
    {"File name too long", "名前が長すぎます"},
    {"*: File name too long", "{1}: 名前が長すぎます"},
    {"Too many levels of symbolic links", "リンクをたどれません"},
    {"*: Too many levels of symbolic links", "{1}: リンクをたどれません"},
    {"Too many open files", "開いているファイルが多すぎます"},
    {"*: Too many open files", "{1}: 開いているファイルが多すぎます"},
    {"Too many open files in system", "開いているファイルが、この機械全体で多すぎます"},
    {"*: Too many open files in system", "{1}: 開いているファイルが、この機械全体で多すぎます"},
    {"Cannot allocate memory", "メモリーが足りません"},
    {"*: Cannot allocate memory", "{1}: メモリーが足りません"},
    {"Resource temporarily unavailable", "いまは使えません。少し待って、もう一度試してください"},
    {"*: Resource temporarily unavailable",
     "{1}: いまは使えません。少し待って、もう一度試してください"},
    {"Device or resource busy", "ほかで使われています"},
    {"*: Device or resource busy", "{1}: ほかで使われています"},
    {"Text file busy", "書込み中のプログラムです"},
    {"*: Text file busy", "{1}: 書込み中のプログラムです"},
    {"Exec format error", "この機械で動くプログラムではありません"},
    {"*: Exec format error", "{1}: この機械で動くプログラムではありません"},
    {"Argument list too long", "引数が長すぎます"},
    {"*: Argument list too long", "{1}: 引数が長すぎます"},
    {"Connection refused", "接続を断られました"},
    {"*: Connection refused", "{1}: 接続を断られました"},
    {"Connection reset by peer", "接続を切られました"},
    {"*: Connection reset by peer", "{1}: 接続を切られました"},
    {"Broken pipe", "相手が先に閉じました"},
    {"*: Broken pipe", "{1}: 相手が先に閉じました"},
    {"Connection timed out", "時間内に返事がありません"},
    {"*: Connection timed out", "{1}: 時間内に返事がありません"},
    {"No route to host", "相手までの経路がありません"},
    {"*: No route to host", "{1}: 相手までの経路がありません"},
    {"Address already in use", "その番号(ポート)はほかで使われています"},
    {"*: Address already in use", "{1}: その番号(ポート)はほかで使われています"},
    {"Cannot assign requested address", "その住所(アドレス)はこの機械にありません"},
    {"*: Cannot assign requested address", "{1}: その住所(アドレス)はこの機械にありません"},
    {"Function not implemented", "このカーネルにはない機能です"},
    {"*: Function not implemented", "{1}: このカーネルにはない機能です"},
    {"Invalid argument", "値が受け付けられません"},
    {"*: Invalid argument", "{1}: 値が受け付けられません"},
    {"Interrupted system call", "途中で割り込まれました"},
    {"*: Interrupted system call", "{1}: 途中で割り込まれました"},
    {"No such device or address", "相手がいません"},
    {"*: No such device or address", "{1}: 相手がいません"},
    {"No such process", "そのプロセスはありません"},
    {"*: No such process", "{1}: そのプロセスはありません"},
};

}  // namespace

std::span<const Wording> system_wordings() {
  return wordings;
}

}  // namespace hub::wording
