#include "hub/service/vanished.hpp"

#include "hub/service/prepare.hpp"

namespace hub::service {
namespace {

constexpr std::size_t most_concerns = 64;

}  // namespace

std::vector<base::RecordId> vanished_concerns(store::Reader& reader, crypto::Token consultation,
                                              const RowSet<store::RecordRow>& named) {
  std::vector<base::RecordId> gone;
  const auto kind = number_of(domain::RecordKind::concern);
  for (const auto& concern : store::records_with(reader, consultation, kind, most_concerns)) {
    if (!named.contains(concern.row)) gone.push_back(concern.id);
  }
  return gone;
}

}  // namespace hub::service
