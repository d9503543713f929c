#include "hub/service/view_resources.hpp"

#include <algorithm>
#include <tuple>

#include "hub/matching/match.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/resource_recipient.hpp"

namespace hub::service {
namespace {

using Resources = std::vector<ResourceFacts>;

Resources all_of(store::Reader& reader) {
  Resources all;
  store::each_resource(reader, [&](const store::StoredResource& stored) {
    if (auto facts = resource_facts(stored)) all.push_back(std::move(*facts));
  });
  std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
    return std::tie(one.kind, one.name, one.id) < std::tie(other.kind, other.name, other.id);
  });
  return all;
}

std::string day_text(const ResourceFacts& facts) {
  return facts.confirmed ? base::jst_date(base::from_jst_day(*facts.confirmed)) : std::string();
}

void put(const ResourceFacts& facts, ViewLine& line) {
  line.id("resource", facts.id).text("name", facts.name).text("type", facts.kind);
  line.text("operator", facts.operator_name).text("address", facts.address.full);
  const auto places = places_of(facts);
  if (places) line.code("places", "places_" + std::string(domain::name_of(*places)));
  line.text("confirmedOn", day_text(facts));
  line.code("range", facts.staff_only ? "staff" : "public").flag("active", facts.active);
}

std::string number_text(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

void put_terms(const ResourceFacts& facts, ViewLine& line) {
  line.list("types", facts.service_types).list("targetFields", facts.fields);
  line.text("phone", facts.voice).text("email", facts.email).text("url", facts.url);
  line.text("minimumAge", number_text(facts.minimum_age));
  line.text("maximumAge", number_text(facts.maximum_age));
  line.text("capacity", number_text(facts.capacity)).text("eligibility", facts.eligibility);
  line.text("fees", facts.fee_kind).list("acceptance", facts.acceptance);
  line.list("accessibility", facts.accessibility);
  if (facts.transport) line.flag("transport", *facts.transport);
}

bool is_wanted(const ResourceFacts& facts, const Book& book, const ResourceLook& look) {
  if (!look.kind.empty() && facts.kind != look.kind) return false;
  if (!look.stale) return true;
  const std::chrono::sys_days today(base::jst_day(look.at));
  return facts.active && book.profile.matching &&
         matching::is_stale(*book.profile.matching, facts.confirmed, today);
}

}  // namespace

Resources resources_for(store::Reader& reader, const Book& book, std::string_view asker) {
  auto all = all_of(reader);
  if (officer_of(book, asker) == nullptr)
    std::erase_if(all, [](const ResourceFacts& facts) { return facts.staff_only; });
  return all;
}

Resources public_resources(store::Reader& reader) {
  auto all = all_of(reader);
  std::erase_if(all, [](const ResourceFacts& facts) { return facts.staff_only || !facts.active; });
  return all;
}

Shown view_resources(store::Reader& reader, const Book& book, const ResourceLook& look,
                     const ViewSink& sink) {
  std::size_t left = look.at_most;
  for (const auto& facts : resources_for(reader, book, look.asker)) {
    if (left == 0 || !is_wanted(facts, book, look)) continue;
    --left;
    ViewLine line("resource");
    put(facts, line);
    line.to(sink);
  }
  return {};
}

base::Result<Shown> view_resource(store::Reader& reader, const Book& book,
                                  const domain::ResourceId& id, std::string_view asker,
                                  const ViewSink& sink) {
  const auto stored = store::find_resource(reader, id);
  const auto facts = stored ? resource_facts(*stored) : std::nullopt;
  const bool officer = officer_of(book, asker) != nullptr;
  if (!facts || (facts->staff_only && !officer))
    return base::fail(base::Kind::not_found, "no resource " + id.text() + "; see `resource list`");
  ViewLine line("resource");
  put(*facts, line);
  put_terms(*facts, line);
  if (officer) {
    line.text("contact", facts->added.contact).text("note", facts->added.note);
    line.text("conditions", facts->added.conditions);
  }
  line.to(sink);
  return Shown{{resource_code(id)}, {}};
}

}  // namespace hub::service
