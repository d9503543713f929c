#include "hub/service/carrier.hpp"

#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

/// What it stands for outside: (word, id) each.
std::vector<std::pair<std::string, std::string>> ids_of(store::Reader& reader,
                                                        const store::Carrier& carrier) {
  std::vector<std::pair<std::string, std::string>> ids;
  if (const auto referral = store::read_referral(reader, carrier.referral))
    ids.emplace_back("referral", referral->id.text());
  const auto item = store::read_agenda_item(reader, carrier.item);
  const auto seat = store::read_seat(reader, carrier.seat);
  if (!item || !seat) return ids;
  if (const auto sitting = store::read_sitting(reader, item->of.sitting))
    ids.emplace_back("sitting", sitting->id.text());
  ids.emplace_back("agenda", item->id.text());
  ids.emplace_back("seat", seat->id.text());
  return ids;
}

}  // namespace

std::vector<std::string> objects_of(store::Reader& reader, const store::Carrier& carrier) {
  std::vector<std::string> objects;
  for (const auto& [word, id] : ids_of(reader, carrier))
    objects.push_back(std::string(word).append("/").append(id));
  return objects;
}

void put_carrier(ViewLine& line, store::Reader& reader, const store::Carrier& carrier) {
  for (const auto& [word, id] : ids_of(reader, carrier))
    line.text(word, id);
  const auto item = store::read_agenda_item(reader, carrier.item);
  const auto sitting = item ? store::read_sitting(reader, item->of.sitting) : std::nullopt;
  if (sitting) line.text("heldOn", sitting->of.held_on);
}

}  // namespace hub::service
