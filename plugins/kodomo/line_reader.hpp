// Bytes to lines. A line beyond the limit is handed out empty and marked, and skipped to its end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tsunagu/decode.hpp"

namespace kodomo {

struct TextLine {
  std::uint64_t number = 0;
  std::string_view text = {};  ///< without its end; good until the next call
  bool too_long = false;
  bool ended = false;  ///< by a line feed; only the last line may lack it
};

class LineReader {
 public:
  explicit LineReader(tsunagu::Input& input)
      : input_(&input), buffer_(tsunagu::block_bytes, '\0') {}

  /// False at the end of the file.
  bool next(TextLine& line);

 private:
  bool refill();

  tsunagu::Input* input_;
  std::string buffer_;
  std::string_view rest_;
  std::string line_;
  std::uint64_t number_ = 0;
};

}  // namespace kodomo
