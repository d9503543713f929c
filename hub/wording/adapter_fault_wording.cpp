#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    // several faults at once (hub/adapter/adapter_process.cpp)
    {"manifest: *", "マニフェストに誤りがあります: {1}"},
    {"settings: *", "設定に誤りがあります: {1}"},
    {"* | *", "{1}。また、{2}"},
    // how a process began and ended
    {"the adapter's process *", "アダプターのプロセス: {1}"},
    {"ended by itself with status *", "自分で終了しました(終了コード {1})"},
    {"ended by signal * (CPU time used up)", "CPU時間を使い切り、止められました(シグナル {1})"},
    {"ended by signal * (it called what no adapter may call; the kernel's log names it)",
     "アダプターに許されない呼出しをしたため、止められました(シグナル "
     "{1}。呼出しはカーネルのログにあります)"},
    {"ended by signal *", "シグナル {1} で異常終了しました"},
    {"gives far more than its input can hold",
     "受け取ったファイルに比べて多すぎる結果を返したため、止めました"},
    {"gave no sign of life within its time", "決められた時間、応答がないため、止めました"},
    {"closed its socket and went on", "通信を閉じたまま動き続けたため、止めました"},
    {"did not introduce itself", "最初の名乗りがないため、止めました"},
    {"broke the protocol: *", "通信の決まりに反したため、止めました({1})"},
    {"an impossible frame", "あり得ない形のフレームが届きました"},
    {"a message that does not belong into a decode", "読み取りの途中にないはずの電文が届きました"},
    {"a message that does not belong into a push", "書き出しの途中にないはずの電文が届きました"},
    {"a record over the limit", "記録が上限より大きくなっています"},
    {"a problem of no known kind", "知らない種類の報告が届きました"},
    {"too many lines of health", "状態の報告の行が多すぎます"},
    {"a file name that is not allowed", "書き出すファイルの名前が使えません"},
    {"the same file twice", "同じファイルが二度書き出されました"},
    {"too many files", "書き出すファイルが多すぎます"},
    {"too many warnings", "書き出しについての注意が多すぎます"},
    {"bytes before a file", "ファイル名より先に中身が届きました"},
    {"files over the limit", "書き出すファイルが上限より大きくなっています"},
    {"stopped", "停止中です"},
    {"no socket pair: too many open files", "開いているファイルが多すぎて、起動できません"},
    {"no pidfd: too many open files", "開いているファイルが多すぎて、起動できません"},
    {"*: can't be started: *", "{1} を起動できません: {2}"},
    {"tsunagu-adapter-host is of another version than the hub",
     "tsunagu-adapter-host の版が、ハブと違います。同じ版を入れてください"},
    {"* is the adapter *, not *", "{1} はアダプター {2} で、{3} ではありません"},
    {"the adapter refuses its settings: *", "アダプターが設定を受け付けません: {1}"},
    {"the source's adapter may not push *: grant it with may_push in sources.yaml",
     "アダプターに {1} の書き出しが許されていません。sources.yaml の may_push で許してください"},
    // its keeper, where it runs as a user of its own (hub/adapter/kept_child.cpp)
    {"its keeper can't start it: *", "見張り役(keeper)が起動できません: {1}"},
    {"*: the keeper does not let us start it", "{1} の見張り役(keeper)が起動を許しません"},
    {"lost its keeper", "見張り役(keeper)が止まったため、終わりました"},
    // its file (hub/adapter/safe_file.cpp)
    {"*: is not there, or not readable", "{1} がないか、読めません"},
    {"*: belongs to another user; chown it to root or to the hub's user",
     "{1} は別の利用者のものです。root かハブの利用者のものにしてください(chown)"},
    {"*: others may write it; chmod go-w it",
     "{1} はほかの人も書き込めます。chmod go-w してください"},
    {"*: is no regular file", "{1} は普通のファイルではありません"},
    {"*: is larger than * bytes", "{1} は {2} バイトより大きいため、読みません"},
    // what the host says of it (sdk/host)
    {"the adapter can't be loaded: *", "アダプターを読み込めません: {1}"},
    {"the file exports no tsunagu_adapter_v1: it is no adapter, or one of another major version",
     "tsunagu_adapter_v1 "
     "がありません。アダプターでないか、別の世代(メジャー版)のSDKで作られたものです"},
    {"tsunagu_adapter_v1 gives no table, or one that is too short",
     "tsunagu_adapter_v1 の返す表がないか、短すぎます"},
    {"manifest, create, destroy and decode must be there",
     "manifest、create、destroy、decode のどれかがありません"},
    {"the first line must name its interpreter by an absolute path, and not env: the environment "
     "is empty and no second program may be started",
     "1行目に、インタープリターを絶対パスで書いてください。環境が空で、別のプログラムも起動できない"
     "ため、env は使えません"},
    {"this kernel has no Landlock, without which a program of its own could read every file of the "
     "hub's user: use an adapter that is a .so",
     "このカーネルには Landlock がありません。実行形式のアダプターはハブの利用者のどのファイルも"
     "読めてしまうため、.so のアダプターを使ってください"},
    {"this kernel has no seccomp", "このカーネルには seccomp がありません"},
    {"the manifest names *, and get_extension gives no table of that name and revision",
     "マニフェストに {1} とありますが、get_extension がその名前と版の表を返しません"},
    {"the extension * is not known here and stays unused",
     "拡張 {1} をこのハブは知らないため、使いません"},
    {"the extension * stays unused: revision * is known here",
     "拡張 {1} は使いません。このハブが知る版は {2} です"},
    // what is wrong with a manifest or with settings (sdk/wire)
    {"/schema: wanted MAJOR.MINOR, such as *",
     "/schema には「主.副」の形で版を書いてください(例: {1})"},
    {"/schema: *", "/schema(共通様式の版)が合いません: {1}"},
    {"version * of the case schema; this hub reads versions 1.0 to *: take the adapter for one of "
     "them, or a hub that reads *",
     "このアダプターは版 {1} のものです。このハブが読めるのは版 1.0 から {2} までです。それに合う"
     "アダプターか、版 {3} を読めるハブを入れてください"},
    {"/feeds: * stands there twice", "/feeds に {1} が二度あります"},
    {"/config: * stands there twice", "/config に {1} が二度あります"},
    {"/config: *: choices belong to the type choice",
     "/config の {1}: choices は、種類 choice のときだけ、必ず書きます"},
    {"/extensions: *: an extension is written NAME/REVISION",
     "/extensions の {1}: 拡張は「名前/版」の形で書きます"},
    {"/extensions: * stands there twice", "/extensions に {1} が二度あります"},
    {"/labels: * is no feed", "/labels の {1} という受け口(feeds)はありません"},
    {"/labels: * is no config key", "/labels の {1} という設定(config)はありません"},
    {"*: the adapter * has no such key; did you mean *?",
     "{1} という設定は、アダプター {2} にありません。{3} ではありませんか"},
    {"*: the adapter * has no such key", "{1} という設定は、アダプター {2} にありません"},
    {"*: wants a whole number", "{1} には整数を書いてください"},
    {"*: wants true or false", "{1} には true か false を書いてください"},
    {"*: wants one of *", "{1} に書けるもの: {2}"},
    {"*: wants names with values", "{1} は「名前: 値」の形で書いてください"},
    {"*: stands there twice", "{1} が二度書かれています"},
    {"*: is missing; *", "{1} がありません: {2}"},
    // any JSON document (sdk/json/check.cpp)
    {"*: missing; wanted *", "{1} がありません。{2}"},
    {"*: not known here; did you mean *?", "{1} は知らない項目です。{2} ではありませんか"},
    {"*: not known here", "{1} は知らない項目です"},
    {"*: wanted *", "{1} が正しくありません。{2}"},
    {"a string of * to * characters", "{1}〜{2}文字の文字列にしてください"},
    {"a string of at most * characters", "{1}文字までの文字列にしてください"},
    {"one of *", "次のどれかにしてください: {1}"},
    {"an array of at most * elements", "{1}個までの配列にしてください"},
    {"a JSON Pointer of at most * characters", "{1}文字までの JSON Pointer にしてください"},
    {"true or false", "true か false にしてください"},
    {"an object", "オブジェクトにしてください"},
};

}  // namespace

std::span<const Wording> adapter_fault_wordings() {
  return wordings;
}

}  // namespace hub::wording
