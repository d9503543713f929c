#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    {"the demonstration knows no municipality of that code; it plays in sakura, chigasaki, "
     "kobayashi, iga and oda",
     "そのコードの市町の場面はありません。sakura、chigasaki、kobayashi、iga、oda のどれかです"},
    {"the scene can't be read: *", "場面のファイルが読めません: {1}"},
    {"the scene names *, which nothing made before",
     "場面が {1} を使っていますが、それまでに作られていません"},
    {"the scene stops at *: *", "場面が {1} で止まりました: {2}"},
    {"the scene stops at *: it was not refused",
     "場面が {1} で止まりました: 断られるはずのことが通りました"},
    {"the profile has no partner * that both delivers and receives",
     "送り受けの両方をする相手 {1} が設定にありません"},
    {"can't put the register of * down: *", "{1}の名簿を置けません: {2}"},
    {"no case came of the exports", "届いたファイルから、ケースが始まりませんでした"},
};

}  // namespace

std::span<const Wording> demo_wordings() {
  return wordings;
}

}  // namespace hub::wording
