// The marks that repeat what stands before them: 佐々木, すゞ.
#pragma once

namespace hub::normalize {

/// What `mark` (々 〻 ゝ ヽ ゞ ヾ) stands for behind `previous`; 0 where it is no such mark or
/// nothing stands before it that it could repeat.
constexpr char32_t repeated(char32_t previous, char32_t mark) noexcept {
  const bool kanji =
      previous >= 0x3400 && previous < 0x40000 && !(previous >= 0xA000 && previous < 0xF900);
  if (mark == U'々' || mark == U'〻') return kanji ? previous : 0;
  const bool kana =
      (previous >= U'ぁ' && previous <= U'ゖ') || (previous >= U'ァ' && previous <= U'ヺ');
  if (!kana) return 0;
  if (mark == U'ゝ' || mark == U'ヽ') return previous;
  if (mark != U'ゞ' && mark != U'ヾ') return 0;
  const char32_t shift = previous >= U'ァ' ? 0x60 : 0;
  const char32_t hiragana = previous - shift;
  const bool unvoiced_row = (hiragana >= U'か' && hiragana <= U'ち' && hiragana % 2 == U'か' % 2) ||
                            hiragana == U'つ' || hiragana == U'て' || hiragana == U'と' ||
                            (hiragana >= U'は' && hiragana <= U'ほ' && hiragana % 3 == U'は' % 3);
  return unvoiced_row ? previous + 1 : previous;
}

}  // namespace hub::normalize
