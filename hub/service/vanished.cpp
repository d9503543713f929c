#include "hub/service/vanished.hpp"

#include "hub/service/prepare.hpp"

namespace hub::service {
namespace {

constexpr std::size_t most_concerns = 64;

}  // namespace

std::vector<base::RecordId> vanished_concerns(store::Reader& reader, store::FeedRow feed,
                                              crypto::Token consultation, const RecordIds& named) {
  std::vector<base::RecordId> gone;
  for (const auto row : store::records_with(reader, consultation, most_concerns)) {
    const auto stored = store::read_record(reader, row);
    if (!stored || stored->feed != feed || named.count(stored->id) > 0) continue;
    if (stored->kind == number_of(domain::RecordKind::concern)) gone.push_back(stored->id);
  }
  return gone;
}

}  // namespace hub::service
