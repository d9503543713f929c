// Forms of one character: what Unicode composes, and Latin letters with their accents.
#pragma once

#include <string>
#include <string_view>

namespace tsunagu::text {

/// Whether NFC would leave it as it is. NFC replaces compatibility kanji (祐 U+FA4F), which is why
/// nothing that is stored is composed.
bool is_nfc(std::string_view text);

/// Latin letters as capitals without accents: "Nguyễn" → "NGUYEN", "Łukasz" → "LUKASZ", "Groß" →
/// "GROSS". Other characters stay as they are.
std::string latin_capitals(std::string_view text);

}  // namespace tsunagu::text
