// A fixture out of a real file: every letter and digit becomes another of its kind, so that
// lengths, widths, spellings, 外字, broken dates and wrong check digits stay, and nobody.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/base/result.hpp"
#include "tsunagu/text/encoding.hpp"

namespace hub::workshop {

struct MaskWish {
  std::uint64_t header_line = 1;  ///< this line stays as it is; 0: there is none
  char separator = ',';
  std::vector<std::string> keep{};  ///< columns of codes that name nobody (性別, 来所/電話)
  std::optional<tsunagu::text::Encoding> encoding{};  ///< of the file; nothing: its bytes decide
};

/// In the encoding it came in, as many characters. The same cell of one column becomes the same
/// mask all over the file, so that keys still meet; another run gives another one. Fails where the
/// file's encoding is not sure (file_text.hpp), and for a kept column that is not there.
base::Result<std::string> masked(const std::string& delivery, const MaskWish& wish,
                                 base::Random& random);

}  // namespace hub::workshop
