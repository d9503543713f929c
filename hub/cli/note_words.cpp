#include "hub/cli/note_words.hpp"

#include <array>

namespace hub::cli {
namespace {

/// In the order of the enum.
constexpr std::array<Text, normalize::note_count> words = {{
    {"「（改行）」の文字を空白にした", "the words for a line break became a space"},
    {"髙・﨑・德・濵がある", "holds an old kanji that CP932 has only as an extension"},
    {"CP932（Windows の文字）で書けない字がある", "holds a character that CP932 lacks"},
    {"NFC にすると変わる字がある", "holds a character that NFC would change"},
    {"全角・半角と互換文字をそろえた", "widths and compatibility forms made equal"},
    {"異体字セレクタを除いた", "variation selectors left out"},
    {"空白・中点・区切りを除いた", "spaces, middle dots and the like left out"},
    {"異体字を代表の字にした", "variant kanji folded"},
    {"々などの繰り返しを字に直した", "marks of repetition written out"},
    {"英字を大文字にし、アクセント記号を除いた", "Latin letters made capitals without accents"},
    {"通称・旧氏など別の名を分けた", "further names taken apart"},
    {"氏名がない", "there is no name"},
    {"外字がある", "holds a private character"},
    {"LIFE の仮の名「００」を除いた", "LIFE's dummy given name ００ left out"},
    {"文字として読めないバイトがある", "holds bytes that are no text"},
    {"字の候補が多すぎて、弱い照合を作らなかった",
     "too many readings of the kanji for weak matches"},
    {"全角カタカナにそろえた", "made full-width katakana"},
    {"空白・長音・区切りを除いた", "spaces, long marks and the like left out"},
    {"小さいカナを大きくした", "small kana enlarged"},
    {"ゝなどの繰り返しを字に直した", "marks of repetition written out"},
    {"カナがない", "there is no kana"},
    {"カナの欄に漢字か英字がある", "the reading holds kanji or Latin letters"},
    {"カナでない字がある", "holds what is no kana"},
    {"文字として読めないバイトがある", "holds bytes that are no text"},
    {"ISO 8601 の日付にした", "made a date of ISO 8601"},
    {"終わった元号のまま（計算で換算）", "the era had ended; converted by arithmetic"},
    {"元号が始まる前の日付（計算で換算）", "the era had not begun; converted by arithmetic"},
    {"おおよその日付", "an approximate date"},
    {"日が分からない", "the day is not known"},
    {"月が分からない", "the month is not known"},
    {"日は提供元の仮の値", "the day is the source's stand-in"},
    {"時刻は使わない", "the time was left out"},
    {"日付として読めない", "no date can be read"},
    {"整数にした", "made an integer"},
    {"全角・半角、異体字、ヶ・の・ツなどをそろえた",
     "widths, variants and the kana ke, no and tsu made equal"},
    {"全角数字がある", "holds full-width digits"},
    {"郵便番号を除いた", "the postal code left out"},
    {"半角でないハイフンを区切りとして読んだ", "a hyphen that is not ASCII was read as one"},
    {"「大字」を除いた", "the word oaza left out"},
    {"「番地」を区切りとして読んだ", "the word banchi read as a separator"},
    {"「番・号」を区切りとして読んだ", "the words ban and go read as separators"},
    {"数字の「丁目」を読んだ", "chome in digits"},
    {"漢数字の「丁目」を読んだ", "chome in kanji"},
    {"番号の漢数字を数字にした", "kanji digits of the number made digits"},
    {"郡名を除いた", "the county left out"},
    {"方書と同じ建物名を住所から除いた", "the building of the other field left out"},
    {"小字・イロハ・甲乙を町字に含めた", "the small section belongs to the town"},
    {"市区町村名の書き方が正式なものと違う", "the city is spelled other than it spells itself"},
    {"住所がない", "there is no address"},
    {"都道府県がない", "no prefecture is written"},
    {"市区町村がない", "no city is written"},
    {"町字から市区町村を推した（要確認）", "the city was taken from the town: look at it"},
    {"同じ名の市区町村が複数ある", "several cities have this name"},
    {"町字マスターにない町字", "the town master does not know the town"},
    {"番地がない", "there is no number"},
    {"番地と階・室が続き、番地の終わりが分からない（最後の数を使わない）",
     "the number runs into a floor or room: its last part is left out"},
    {"丁目が二重に書かれている", "the chome is written twice"},
    {"丁目のない町字に三つ目の数がある（部屋番号かもしれない）",
     "a third number in a town without chome: it may be a room"},
    {"番地の続きを部屋番号とした", "the last number was taken as the room"},
    {"文字として読めないバイトがある", "holds bytes that are no text"},
    {"数字だけにした", "made digits alone"},
    {"全角の電話番号", "a full-width telephone number"},
    {"内線を除いた", "the extension left out"},
    {"電話番号がない", "there is no telephone number"},
    {"電話番号として読めない", "no telephone number can be read"},
    {"電話番号の桁数が違う", "the telephone number has the wrong length"},
    {"定員が空か 0", "the capacity is empty or 0"},
    {"法人番号がない", "there is no corporate number"},
    {"URL の欄にメールアドレスがある", "the URL is a mail address"},
}};

}  // namespace

Text words_of(normalize::Note note) noexcept {
  return words[static_cast<std::size_t>(note)];
}

}  // namespace hub::cli
