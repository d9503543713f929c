// A real file as text, and text as such a file again: for what is made out of deliveries before
// anybody declared what they are written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hub/base/result.hpp"
#include "tsunagu/text/encoding.hpp"

namespace hub::workshop {

struct FileText {
  std::string utf8;  ///< without a BOM
  tsunagu::text::Encoding encoding = tsunagu::text::Encoding::utf8;
  bool bom = false;
};

/// In the encoding that was told, else by its BOM, else in the only one that its bytes can be.
/// A wrong guess would mask half a character and leave the other half, so what can be two is
/// refused, and so is UTF-16 without a BOM; the failure says what to do.
base::Result<FileText> read_text(std::string_view bytes,
                                 std::optional<tsunagu::text::Encoding> told);

/// `utf8` in the encoding of `as`, with its BOM; 〓 for what it has no character for.
std::string write_text(std::string_view utf8, const FileText& as);

}  // namespace hub::workshop
