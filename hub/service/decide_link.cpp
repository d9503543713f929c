#include "hub/service/decide_link.hpp"

#include <algorithm>

#include "hub/service/named_records.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/two_persons.hpp"
#include "hub/service/view_households.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using store::RecordRow;

constexpr std::string_view by_list = "link/review";

/// Both names, and the persons whom they mean.
struct Meant {
  std::vector<RecordRow> mine;
  std::vector<RecordRow> theirs;
  TwoPersons two;
  [[nodiscard]] bool is_one() const { return two.one.row == two.other.row; }
};

Result<Meant> meant(store::Reader& reader, const Looker& looker, const LinkWish& wish) {
  Meant both{seen_records(reader, looker, wish.one), seen_records(reader, looker, wish.other), {}};
  const auto one = both.mine.empty() ? std::nullopt : person_of(reader, both.mine.front());
  const auto other = both.theirs.empty() ? std::nullopt : person_of(reader, both.theirs.front());
  if (!one || !other) return fail(Kind::not_found, "no such record or person; see `link export`");
  both.two = {*one, *other};
  return both;
}

base::Failure not_asked() {
  return fail(Kind::invalid, "/other: nobody is asked about these two; see `link review`");
}

Result<> join(store::Transaction& tx, const Context& context, const Meant& both,
              const Speaker& officer) {
  if (both.is_one() || !are_asked_about(tx, both.two.one.row, both.two.other.row))
    return not_asked();
  return join_two(tx, context, both.two, officer);
}

Result<> part(store::Transaction& tx, const Context& context, const Meant& both,
              const Speaker& officer) {
  if (!both.is_one()) {
    if (!are_asked_about(tx, both.two.one.row, both.two.other.row)) return not_asked();
    return part_two(tx, context, both.two, officer);
  }
  if (both.mine.size() != 1 || both.theirs.size() != 1 || both.mine == both.theirs)
    return fail(Kind::invalid, "/other: is the same person; name two records of his");
  return part_records(tx, context, both.mine.front(), both.theirs.front(), officer);
}

Looker looker_at(const Book& book, const std::string& asker, base::UtcMillis at) {
  return {.at = at, .sees_hidden = guards_register(book, asker)};
}

using Deed = Result<> (*)(store::Transaction&, const Context&, const Meant&, const Speaker&);

Result<> decide(Context& context, const LinkWish& wish, const std::string& asker, Deed deed) {
  const auto book = context.book();
  if (municipal_officer(*book, asker) == nullptr)
    return fail(Kind::forbidden, "only an officer of hub.yaml decides who is one person");
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto both = meant(tx, looker_at(*book, asker, tx.now()), wish);
    if (!both) return both.error();
    return deed(tx, context, *both, {asker, std::string(by_list)});
  });
}

bool may_know(store::Reader& reader, const Looker& looker, RecordRow record) {
  const auto link = store::link_of(reader, record);
  return !link || may_see(reader, link->person, looker);
}

void put_word(store::Reader& reader, const store::LinkWord& word, const ViewSink& sink,
              Shown& shown) {
  ViewLine line("decided");
  line.id("decision", word.id).code("answer", word.same ? "one_person" : "two_persons");
  line.text("record", name_of_record(reader, word.one));
  line.text("other", name_of_record(reader, word.other));
  line.text("decidedBy", word.decided_by).time("decidedAt", word.decided_at);
  line.text("undoneBy", word.undone_by).time("undoneAt", word.undone_at);
  line.to(sink);
  for (const auto record : {word.one, word.other}) {
    const auto person = person_of(reader, record);
    if (person &&
        std::find(shown.persons.begin(), shown.persons.end(), person->id) == shown.persons.end())
      shown.persons.push_back(person->id);
  }
}

}  // namespace

Result<> confirm_link(Context& context, const LinkWish& wish, const std::string& asker) {
  return decide(context, wish, asker, join);
}

Result<> reject_link(Context& context, const LinkWish& wish, const std::string& asker) {
  return decide(context, wish, asker, part);
}

Result<> undo_word(Context& context, const store::LinkWordId& word, const std::string& asker) {
  const auto book = context.book();
  if (municipal_officer(*book, asker) == nullptr)
    return fail(Kind::forbidden, "only an officer of hub.yaml decides who is one person");
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto looker = looker_at(*book, asker, tx.now());
    const auto records = store::records_of_word(tx, word);
    const bool may = std::all_of(records.begin(), records.end(),
                                 [&](RecordRow record) { return may_know(tx, looker, record); });
    if (!may || records.empty()) {
      return fail(Kind::not_found,
                  "no decision " + word.text() + " that stands; see `link decisions`");
    }
    return take_back_word(tx, context, word, asker);
  });
}

Shown list_decided(store::Reader& reader, const Looker& looker, std::size_t at_most,
                   const ViewSink& sink) {
  Shown shown{{"link/decisions"}, {}};
  for (const auto& word : store::list_words(reader, at_most)) {
    const bool may = may_know(reader, looker, word.one) && may_know(reader, looker, word.other);
    if (may) put_word(reader, word, sink, shown);
  }
  return shown;
}

}  // namespace hub::service
