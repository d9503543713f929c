#include "hub/intake/kept_input.hpp"

#include <algorithm>
#include <cstring>

namespace hub::intake {

base::Result<bool> KeptInput::next_piece() {
  auto piece = context_.db.read(
      [this](store::Reader& reader) -> base::Result<std::optional<crypto::Opened>> {
        return store::read_chunk(reader, arrival_, part_);
      });
  if (!piece) return piece.error();
  piece_ = std::move(*piece);
  at_ = 0;
  ++part_;
  return piece_.has_value();
}

base::Result<std::size_t> KeptInput::read(std::span<std::uint8_t> buffer) {
  while (!piece_ || at_ == piece_->look_inside().size()) {
    const auto more = next_piece();
    if (!more) return more.error();
    if (!*more) return std::size_t{0};
  }
  const auto rest = piece_->look_inside().substr(at_);
  const auto size = std::min(rest.size(), buffer.size());
  std::memcpy(buffer.data(), rest.data(), size);
  at_ += size;
  return size;
}

}  // namespace hub::intake
