// Any bytes as a protection register: entries, or a refusal of the whole; a register with a gap
// would protect nobody in it. The first byte says how the file is cut into blocks.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "hub/service/register_file.hpp"

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

bool is_day(std::string_view text) {
  return text.empty() || (text.size() == 10 && text[4] == '-' && text[7] == '-');
}

void check(const hub::service::RegisterEntry& entry) {
  must(!entry.key.empty() && entry.line > 0);
  must(is_day(entry.hidden.birthday) && is_day(entry.near.birthday));
  must(is_day(entry.from_day) && is_day(entry.until_day));
}

hub::service::RegisterFile read(std::string_view bytes, std::size_t block) {
  return hub::service::read_register(
      [&bytes, block] {
        const std::string_view piece = bytes.substr(0, block);
        bytes.remove_prefix(piece.size());
        return piece;
      },
      {tsunagu::text::Encoding::cp932, tsunagu::text::Encoding::utf8});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto file = read(bytes, std::size_t{data[0]} + 1);
  for (const auto& entry : file.entries)
    check(entry);
  if (file.refusal) must(file.entries.empty());
  const auto whole = read(bytes, std::max<std::size_t>(bytes.size(), 1));
  must(whole.entries.size() == file.entries.size());
  must(whole.refusal.has_value() == file.refusal.has_value());
  return 0;
}
