#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    {"no seat with papers for you at sitting *; see `sitting list`",
     "会議 {1} に、資料を読める自分の席がありません。sitting list で確かめてください"},
    {"only an officer of hub.yaml looks for persons",
     "人を探せるのは、職員(hub.yaml の officers)だけです"},
    {"/name: or kana, birthday or number: one of them is needed",
     "氏名、読み、生年月日、番号のどれかを入れてください"},
    {"/birthday: is no day; write it as 2026-04-10",
     "生年月日が日付ではありません。2026-04-10 のように書いてください"},
    {"it is no more as it was read; read it again and decide anew",
     "読んだ後に変わっています。読み直してから、もう一度決めてください"},
    // how a request is written
    {"malformed JSON", "JSONとして読めません"},
    {"?: the address bears a word that this list does not know",
     "アドレスの?の後に、この一覧にない語があります"},
    {"?: the address bears a word twice", "アドレスの?の後に、同じ語が二度あります"},
    {"?: a word of the address has no plain value", "アドレスの?の後の値が読めません"},
    {"?*: is missing", "アドレスの?の後に {1} がありません"},
    {"?limit: is a number from 1 to 200", "limit は1から200までの数です"},
    {"?cursor: is none of this list; begin without it",
     "cursor がこの一覧のものではありません。cursor なしで始めてください"},
    {"/: holds a member that this request does not know", "この依頼では使わない項目があります"},
    {"/: is no object", "JSONのオブジェクトではありません"},
    {"/*: is one of: *", "{1} は次のどれかです: {2}"},
    {"/*: is no day; write it as 2026-04-10",
     "{1} が日付ではありません。2026-04-10 のように書いてください"},
    {"/*: is true or false", "{1} は true か false です"},
    {"/*: is no whole number", "{1} が整数ではありません"},
    {"/*: is no list of texts", "{1} が文字列の一覧ではありません"},
    {"/*: is no list of ids", "{1} がIDの一覧ではありません"},
    {"/*: is no text", "{1} が文字列ではありません"},
    {"Idempotency-Key: has at most 128 characters", "Idempotency-Key は128文字までです"},
    {"a request that makes something bears an Idempotency-Key; choose a random one",
     "新しく作る依頼には Idempotency-Key が要ります。乱数から作ってください"},
    {"the key was used for another request", "この Idempotency-Key は別の依頼に使われています"},
    {"the same request is under way, or broke off; look whether it was made",
     "同じ依頼が処理の途中か、途中で切れています。作られたかどうかを確かめてください"},
    {"a change bears If-Match with the ETag that was read",
     "変更には、読んだときの ETag を If-Match に付けてください"},
    // who asks
    {"none of the account's roles may do that", "このアカウントの役割ではできません"},
    {"the account does not count any more", "このアカウントは、もう使えません"},
    {"the start password must be changed first: PUT /api/v1/session/password",
     "先に初期パスワードを変えてください(PUT /api/v1/session/password)"},
    {"there is none of that id among what this account works on",
     "このアカウントが扱うものの中に、そのIDはありません"},
    {"an unknown key", "知らない鍵です"},
    {"a token of no issuer of ours", "このハブが信頼する発行者のトークンではありません"},
    {"too many wrong keys or tokens",
     "誤った鍵やトークンが多すぎます。しばらくしてからもう一度お試しください"},
    {"token: *", "トークンを受け付けません({1})"},
    // the keys of an issuer of tokens
    {"the keys of an issuer can't be read from *", "発行者の鍵を {1} から読めません"},
    {"the key is of another type than its algorithm wants", "鍵の種類が、alg に合いません"},
    {"is no object", "JSONのオブジェクトではありません"},
    {"holds a secret; only public keys stand here",
     "秘密の鍵があります。公開鍵だけを置いてください"},
    {"has no `kid` of at most 128 letters", "kid (128文字まで)がありません"},
    {"is not for signatures", "署名のための鍵ではありません"},
    {"/alg: is RS256, ES256 or EdDSA", "alg は RS256・ES256・EdDSA のどれかです"},
    {"/keys: is a list of 1 to 16 keys", "keys は1個から16個の鍵の一覧です"},
    {"*: its `kid` stands twice", "{1} の kid が二度あります"},
};

}  // namespace

std::span<const Wording> api_wordings() {
  return wordings;
}

}  // namespace hub::wording
