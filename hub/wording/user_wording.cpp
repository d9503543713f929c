#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    // accounts
    {"/name: holds a-z, 0-9, '.', '_' and '-', at most 64 of them",
     "名前に使えるのは a-z、0-9、.、_、- だけで、64字までです"},
    {"/roles: an account has at least one role", "役割を少なくとも一つ書いてください"},
    {"/role: is desk, coordinator, municipal, operator or auditor",
     "役割は desk(窓口)、coordinator(多機関協働)、municipal(市町村職員)、operator(機械の管理)、"
     "auditor(監査) のどれかです"},
    {"hub.yaml has no officer of that name; write him there first",
     "その名前の職員が hub.yaml にいません。先に officers に書いてください"},
    {"the officer's desk is not one that the municipality runs itself",
     "その職員の窓口は、市町村が直接置く窓口ではありません"},
    {"there is no account of that name; see `user list`",
     "その名前の利用者はいません。user list で確かめてください"},
    {"there is an account of that name; see `user reset`",
     "その名前の利用者は既にいます。作り直すには user reset を使ってください"},
    {"the account is disabled", "その利用者は既に止められています"},
    {"the account does not have that role", "その利用者に、その役割はありません"},
    // to sign in
    {"the name, the password or the code is wrong, or the account does not count at present",
     "名前、パスワード、確認コードのどれかが違うか、いまは使えない利用者です"},
    {"another sign-in is under way", "ほかのサインインを処理しています。もう一度お試しください"},
    {"/wanted: a password has 12 to 256 characters", "パスワードは12文字から256文字です"},
    {"/wanted: is the password that it is to replace", "いまと同じパスワードは使えません"},
};

}  // namespace

std::span<const Wording> user_wordings() {
  return wordings;
}

}  // namespace hub::wording
