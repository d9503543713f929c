#include "hub/service/view_pair.hpp"

#include "hub/linkage/explain.hpp"
#include "hub/linkage/levels.hpp"
#include "hub/service/named_records.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/open_records.hpp"
#include "hub/service/sides.hpp"
#include "hub/service/view_links.hpp"
#include "hub/store/link_words.hpp"
#include "hub/store/record_facts.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using store::RecordRow;

constexpr std::string_view answer_words[] = {"same", "perhaps", "different"};
constexpr std::string_view told_words[] = {"nothing", "doubtful", "apart", "same"};

/// Those that can be compared and seen.
std::vector<RecordRow> compared_records(store::Reader& reader, const Looker& looker,
                                        std::string_view name) {
  auto records = seen_records(reader, looker, name);
  std::erase_if(records, [&](RecordRow record) { return !store::facts_of(reader, record); });
  return records;
}

linkage::Decisions decisions_about(store::Reader& reader, const std::vector<RecordRow>& records) {
  linkage::Decisions decisions;
  for (const auto record : records) {
    const auto id = static_cast<linkage::RecordId>(record.value);
    for (const auto other : store::split_from(reader, record))
      decisions.tell_apart(id, static_cast<linkage::RecordId>(other.value));
    for (const auto other : store::joined_to(reader, record))
      decisions.join(id, static_cast<linkage::RecordId>(other.value));
  }
  return decisions;
}

struct Explained {
  RecordRow one;
  RecordRow other;
  linkage::Explanation why{};
};

/// The pair that agrees best; of two records, that one.
std::optional<Explained> explain_best(OpenRecords& open, const std::vector<RecordRow>& mine,
                                      const std::vector<RecordRow>& theirs) {
  const auto decisions = decisions_about(open.reader(), mine);
  const auto& weights = open.weights();
  std::optional<Explained> best;
  for (const auto one : mine) {
    for (const auto other : theirs) {
      const auto a = open.place_of(one);
      const auto b = open.place_of(other);
      if (!a || !b || one == other) continue;
      const auto why = linkage::explain(
          {open.population(), weights.scorer, weights.settings, decisions}, *a, *b);
      if (!best || why.answer < best->why.answer ||
          (why.answer == best->why.answer && why.score > best->why.score))
        best = Explained{one, other, why};
    }
  }
  return best;
}

void put_explained(store::Reader& reader, const Explained& explained, const ViewSink& sink) {
  const auto& why = explained.why;
  const auto one = person_of(reader, explained.one);
  const auto other = person_of(reader, explained.other);
  ViewLine line("pair");
  line.code("answer", answer_words[static_cast<std::size_t>(why.answer)]);
  line.flag("onePerson", one && other && one->row == other->row);
  line.text("score", in_bits(why.score)).text("prior", in_bits(why.prior));
  line.code("against", why.against == linkage::Origin::housemates ? "housemates" : "strangers");
  line.code("numbers", told_words[static_cast<std::size_t>(why.told)]);
  line.flag("clash", why.clash).flag("contradicted", why.contradicted);
  line.flag("nameAlone", why.name_alone);
  line.flag("joinedByOfficer", why.joined_by_officer);
  line.flag("toldApartByOfficer", why.told_apart_by_officer);
  line.to(sink);
  for (const auto& word : store::words_about(reader, explained.one, explained.other)) {
    ViewLine decided("decided");
    decided.id("decision", word.id).code("answer", word.same ? "one_person" : "two_persons");
    decided.text("decidedBy", word.decided_by).time("decidedAt", word.decided_at);
    decided.to(sink);
  }
  for (const auto& field : why.fields) {
    ViewLine of_field("field");
    of_field.code("field", linkage::name_of(field.field));
    of_field.code("level", linkage::level_name(field.field, field.level));
    of_field.text("weight", in_bits(field.weight)).flag("rare", field.rare);
    of_field.to(sink);
  }
}

void put_record(std::string_view which, const Side& side, const ViewSink& sink) {
  ViewLine line("record");
  line.code("side", which).text("record", side.name).id("person", side.person);
  line.code("withheld", side.withheld);
  line.to(sink);
}

std::vector<std::string> values_of(const Side& side, std::string_view field) {
  const auto found = side.values.find(std::string(field));
  return found == side.values.end() ? std::vector<std::string>() : found->second;
}

/// Both records, and for each field what each says.
void put_sides(const Side& mine, const Side& theirs, const ViewSink& sink, Shown& shown) {
  put_record("a", mine, sink);
  put_record("b", theirs, sink);
  for (const auto field : side_fields) {
    const auto a = values_of(mine, field);
    const auto b = values_of(theirs, field);
    if (a.empty() && b.empty()) continue;
    ViewLine line("value");
    line.code("field", field).list("a", a).list("b", b);
    line.to(sink);
  }
  for (const auto* side : {&mine, &theirs})
    shown.values.insert(shown.values.end(), side->fields.begin(), side->fields.end());
  if (!shown.values.empty()) shown.purpose = linkage_purpose;
}

}  // namespace

Result<Shown> explain_link(store::Reader& reader, const Context& context, const PairLook& look,
                           const ViewSink& sink) {
  const auto mine = compared_records(reader, look.looker, look.one);
  const auto theirs = compared_records(reader, look.looker, look.other);
  if (mine.empty() || theirs.empty())
    return fail(Kind::not_found, "no such record or person; see `link export`");
  const auto weights = context.weights();
  HiddenTokens hidden;
  hidden.look(reader, look.looker.at);
  PackedRecords packed;
  OpenRecords open(reader, *weights, hidden, packed);
  const auto explained = explain_best(open, mine, theirs);
  if (!explained) return fail(Kind::invalid, "/other: is the same record");
  Shown shown{{"link/explained"}, {}};
  put_explained(reader, *explained, sink);
  const auto book = context.book();
  if (const auto* officer = municipal_officer(*book, look.asker)) {
    put_sides(side_of(reader, *book, *officer, explained->one, look.looker.at),
              side_of(reader, *book, *officer, explained->other, look.looker.at), sink, shown);
  }
  for (const auto record : {explained->one, explained->other}) {
    if (const auto person = person_of(reader, record)) shown.persons.push_back(person->id);
  }
  return shown;
}

}  // namespace hub::service
