// Which encoding a file has: by its BOM, by the feed's declaration, or by strict UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "tsunagu/text/encoding.hpp"

namespace tsunagu::text {

struct Bom {
  Encoding encoding = Encoding::utf8;
  std::size_t bytes = 0;
};

std::optional<Bom> find_bom(std::string_view front) noexcept;

/// The only encoding that is possible without a BOM; nothing where there is a choice.
std::optional<Encoding> only_choice(EncodingSet declared) noexcept;

/// True where the choice is between UTF-8 and CP932 alone, the one that bytes can decide.
bool is_utf8_or_cp932(EncodingSet declared) noexcept;

/// UTF-8 or CP932, once `front` (from the start of the file) decides it. `whole` says that no byte
/// follows: then UTF-8 that is well formed up to a cut at its end is UTF-8.
std::optional<Encoding> decide(std::string_view front, bool whole) noexcept;

}  // namespace tsunagu::text
