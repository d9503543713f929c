#include "hub/service/sides.hpp"

#include <array>
#include <optional>

#include "hub/codec/items.hpp"
#include "hub/service/named_records.hpp"
#include "hub/service/own_use.hpp"
#include "hub/service/protection_view.hpp"
#include "hub/service/received.hpp"
#include "hub/service/source_labels.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

/// A place in a record, its field, and which of several places of one value is taken first.
struct Place {
  std::string_view list;  ///< "/names/": a number follows; empty: there is one
  std::string_view leaf;
  std::string_view field;
  int rank = 0;
};

constexpr Place places[] = {
    {"/names/", "original", "name", 0},
    {"/names/", "fullName", "name", 1},
    {"/names/", "fullNameKana", "reading", 0},
    {"/names/", "familyNameKana", "reading", 1},
    {"", "/dateOfBirth/original", "birth", 1},
    {"", "/dateOfBirth/date", "birth", 0},
    {"", "/sex", "sex", 0},
    {"/addresses/", "fullAddress", "address", 0},
    {"/contacts/", "value", "phone", 0},
    {"/identifiers/", "value", "number", 0},
    {"/identifiers/", "system", "system", 0},
};

const Place* place_of(std::string_view pointer) {
  for (const auto& place : places) {
    if (place.list.empty() ? pointer == place.leaf
                           : pointer.starts_with(place.list) && pointer.ends_with(place.leaf) &&
                                 pointer[pointer.size() - place.leaf.size() - 1] == '/')
      return &place;
  }
  return nullptr;
}

/// Which of a list: "/names/0".
std::string stem_of(const Place& place, std::string_view pointer) {
  if (place.list.empty()) return std::string(place.field);
  return std::string(pointer.substr(0, pointer.find('/', place.list.size())));
}

std::string text_of_json(const std::string& json) {
  const auto parsed = tsunagu::json::parse_untrusted("{\"v\":" + json + "}");
  return parsed.ok() ? std::string(parsed.root().find("v").text()) : std::string();
}

/// The gate's answers about one record, each set of labels asked once.
class Asking {
 public:
  Asking(store::Reader& reader, const Book& book, const profile::Officer& officer, About about,
         base::UtcMillis at)
      : reader_(reader), book_(book), officer_(officer), about_(std::move(about)), at_(at) {}

  const domain::Disclosure& answer(store::SourceId source, domain::Labels labels) {
    const auto known = answers_.find(labels.bits());
    if (known != answers_.end()) return known->second;
    const auto holding = holds(source, labels) ? Holding::yes : Holding::no;
    return answers_
        .emplace(labels.bits(),
                 own_use(reader_, book_, about_, officer_, holding, labels, at_, linkage_purpose))
        .first->second;
  }

 private:
  [[nodiscard]] bool holds(store::SourceId source, domain::Labels labels) const {
    const bool guarded =
        labels.includes(domain::Item::tax) || labels.includes(domain::Item::youtai);
    return (officer_.links && !guarded) || service::holds(reader_, book_, officer_, source);
  }

  store::Reader& reader_;
  const Book& book_;
  const profile::Officer& officer_;
  About about_;
  base::UtcMillis at_;
  std::map<std::uint32_t, domain::Disclosure> answers_;
};

/// One value for each stem, the best place of it.
struct Chosen {
  std::string_view field;
  int rank = 0;
  std::string value;
};

void choose(std::map<std::string, Chosen>& chosen, std::vector<std::string>& order,
            const Place& place, std::string_view pointer, std::string value) {
  if (value.empty()) return;
  const auto key = std::string(place.field) + stem_of(place, pointer);
  const auto [known, fresh] = chosen.try_emplace(key, Chosen{place.field, place.rank, value});
  if (fresh) order.push_back(key);
  if (!fresh && place.rank < known->second.rank)
    known->second = {place.field, place.rank, std::move(value)};
}

void add_values(Asking& asking, const store::StoredRecord& stored, const codec::Record& record,
                domain::Labels labels, Side& side) {
  const codec::Provenance provenance{domain::Owner(side.person), stored.source, labels};
  std::map<std::string, Chosen> chosen;
  std::vector<std::string> order;
  for (const auto& item : codec::items_of(record, provenance)) {
    const auto* place = place_of(item.pointer);
    if (place == nullptr) continue;
    const auto& answer = asking.answer(stored.source, item.json.labels());
    const auto cleared = answer.clear(item.json);
    if (!cleared) {
      side.withheld = domain::name_of(answer.verdict().reason);
      continue;
    }
    choose(chosen, order, *place, item.pointer, text_of_json(cleared->value()));
    side.fields.push_back("person" + item.pointer);
  }
  for (const auto& key : order) {
    const auto& one = chosen.at(key);
    if (one.field == "system") continue;
    const auto system = chosen.find("system" + key.substr(one.field.size()));
    const bool numbered = one.field == "number" && system != chosen.end();
    side.values[std::string(one.field)].push_back(
        one.value + (numbered ? " (" + system->second.value + ")" : std::string()));
  }
  if (!side.values.empty()) side.withheld.clear();
}

}  // namespace

Side side_of(store::Reader& reader, const Book& book, const profile::Officer& officer,
             store::RecordRow row, base::UtcMillis at) {
  Side side;
  const auto stored = store::read_record(reader, row);
  const auto person = person_of(reader, row);
  if (!stored || !person) return side;
  side.name = name_of_record(reader, row);
  side.person = person->id;
  if (hides_address(reader, person->row, at)) {
    side.withheld = "hidden";
    return side;
  }
  const auto record = stored->body ? read_body(*stored->body) : std::nullopt;
  if (!record) {
    side.withheld = "keys_only";
    return side;
  }
  Asking asking(reader, book, officer, about_person(reader, *person, domain::Subject::focus), at);
  add_values(asking, *stored, *record, source_labels(reader, book, stored->source), side);
  return side;
}

}  // namespace hub::service
