#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    {"name the new version by a module or by a mapping",
     "新しい版を、--module か --mapping のどちらかで指定してください"},
    {"the source is not read by a mapping",
     "この記録の元は対応表で読まれていません。--module で指定してください"},
    {"the adapter is larger than 64 MiB", "アダプターが大きすぎます(64 MiBまで)"},
    {"the source is read by that version already", "その版は、すでに使われています"},
    {"the source was not switched; nothing goes back",
     "この記録の元は切り替えられていないので、戻すものがありません"},
    {"the source was switched meanwhile; look at it again",
     "同時に別の切替えがありました。source list で確かめてください"},
    {"another switch of this source waits for its turn",
     "この記録の元の別の切替えが、順番を待っています"},
    {"the file in flight did not end; nothing was switched",
     "読取り中のファイルが終わらないため、切り替えませんでした"},
    {"the source is being stopped", "この記録の元は停止中です"},
    {"an earlier replay of the source is not over",
     "前の読直しが終わっていません。arrival list --open で確かめてください"},
    {"nothing that could be read again is kept since then",
     "その時からあとに届いて、読み直せるものがありません"},
    {"of source * no delivery's bytes are kept",
     "{1} から届いたもので、元のまま保管されているものがありません"},
};

}  // namespace

std::span<const Wording> upgrade_wordings() {
  return wordings;
}

}  // namespace hub::wording
