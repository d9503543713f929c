// やさしい日本語 with readings for the codes that a person's copy of a consent speaks of, and the
// one notation for readings: 漢字《かんじ》 as in consent_forms.yaml.
#pragma once

#include <string>
#include <string_view>

namespace hub::cli {

/// Of a purpose, an item or a group of recipients; `otherwise` for a code that only a municipality
/// knows.
std::string_view easy_word(std::string_view code, std::string_view otherwise);

/// The text as HTML: readings become <ruby>, line breaks <br>, the rest is escaped.
std::string with_ruby(std::string_view text);

}  // namespace hub::cli
