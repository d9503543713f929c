#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    // API keys
    {"partners.yaml has no partner of that code; see `partner list`",
     "その相手は partners.yaml にありません。partner list で確かめてください"},
    {"the partner answers for no desk today", "その相手が担当する窓口は、今日はありません"},
    {"/until: is a day from today on, at most three years away",
     "有効期限は、今日から3年以内の日を 年-月-日 で書いてください"},
    {"the partner has two keys that count; revoke one of them",
     "その相手には、使える鍵が既に2つあります。どちらかを api-key revoke で止めてください"},
    {"the partner has no key that counts; see `api-key add`",
     "その相手に、使える鍵はありません。api-key add で発行してください"},
    {"there is no key that begins so; see `api-key list`",
     "そのように始まる鍵はありません。api-key list で確かめてください"},
    {"the key was revoked before", "その鍵は既に止められています"},
    // issuers of access tokens
    {"oidc *: *", "hub.yaml の oidc({1}): {2}"},
    {"the keys of an issuer can't be read from *", "発行者の鍵のファイルを読めません: {1}"},
    // what partners' systems ask for
    {"only a partner's own system asks for that", "これは、相手のシステムだけが使います"},
    {"/answer: is accepted, returned, lead_named or closed",
     "回答は accepted(受けた)、returned(返した)、lead_named(主担当が決まった)、closed(終えた) の"
     "どれかです"},
    {"the answer is not in the inbox", "回答を受け付けられませんでした。もう一度送ってください"},
    {"/: holds a 個人番号, which may not be sent (番号法20条)",
     "個人番号が含まれています。送ることはできません(番号法20条)"},
};

}  // namespace

std::span<const Wording> partner_system_wordings() {
  return wordings;
}

}  // namespace hub::wording
