#include "hub/service/view_disclosures.hpp"

#include <limits>

#include "hub/service/party_name.hpp"
#include "hub/service/protect.hpp"
#include "hub/service/protection_view.hpp"
#include "hub/service/seat.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"
#include "hub/store/records.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

constexpr std::size_t records_of_token = 16;

/// Who hides from this person (支援措置), whatever the register calls them now.
std::set<store::PersonRow> hiding_from(store::Reader& reader, store::PersonRow person,
                                       base::UtcMillis at) {
  std::set<store::PersonRow> people;
  for (const auto& one : protections_of(reader, tokens_of_person(reader, person), at)) {
    if (one.side != store::Side::near) continue;
    for (const auto token : store::tokens_of(reader, one.row, store::Side::hidden)) {
      for (const auto record : store::records_with(reader, token, records_of_token)) {
        if (const auto link = store::link_of(reader, record)) people.insert(link->person);
      }
    }
  }
  people.erase(person);
  return people;
}

/// As the log names what a person has a part in.
std::set<std::string> objects_about(store::Reader& reader, store::PersonRow person) {
  std::set<std::string> objects;
  const auto add_case = [&](store::CaseRow row) {
    const auto about = store::read_case(reader, row);
    if (!about || !objects.insert("case/" + about->id.text()).second) return;
    for (const auto one : store::referrals_of(reader, row)) {
      const auto referral = store::read_referral(reader, one);
      if (referral) objects.insert("referral/" + referral->id.text());
    }
  };
  for (const auto row : store::referrals_of(reader, person)) {
    const auto referral = store::read_referral(reader, row);
    if (!referral) continue;
    objects.insert("referral/" + referral->id.text());
    add_case(referral->case_row);
  }
  for (const auto row : store::cases_of(reader, person))
    add_case(row);
  for (const auto row : store::households_of(reader, person)) {
    const auto household = store::read_household(reader, row);
    if (household) objects.insert("household/" + household->id.text());
  }
  return objects;
}

PageFacts facts_of(store::Reader& reader, store::PersonRow person, PageReader page_reader,
                   base::UtcMillis now) {
  PageFacts facts;
  facts.reader = page_reader;
  facts.hidden = hides_address(reader, person, now);
  for (const auto hidden : hiding_from(reader, person, now))
    facts.near_hidden.merge(objects_about(reader, hidden));
  return facts;
}

void put_ground(ViewLine& line, const Book& book, const store::LoggedEntry& logged) {
  const auto& entry = logged.entry;
  line.code("basis", entry.basis).code("purpose", entry.purpose);
  // No article without the version of the law that it was read from.
  if (const auto* basis = book.law.bases.find(entry.basis, logged.at))
    line.text("basisTitle", basis->title).text("articles", basis->cited());
  if (const auto* purpose = book.law.purposes.find(entry.purpose))
    line.text("purposeTitle", purpose->title);
}

void put_for_officer(ViewLine& line, const store::LoggedEntry& logged, const Told& told) {
  const auto& entry = logged.entry;
  line.code("rule", entry.rule).code("by", entry.actor);
  line.list("fields", entry.fields).list("objects", entry.objects);
  line.code("withheld", told.withheld);
}

void put_row(store::Reader& reader, const Book& book, const store::LoggedEntry& logged,
             const Told& told, PageReader page_reader, const ViewSink& sink) {
  const auto& entry = logged.entry;
  const bool look = told.what == Told::What::look;
  ViewLine line(look ? "look" : "disclosure");
  line.count("row", logged.seq).time("at", logged.at);
  if (look || page_reader == PageReader::officer) line.code("action", entry.action);
  if (!look) {
    if (told.recipient)
      line.code("to", entry.recipient)
          .text("toName", name_of_recipient(reader, book.profile, entry.recipient));
    line.text("decision", audit::name_of(entry.decision));
    line.list("items", {told.items.begin(), told.items.end()});
    put_ground(line, book, logged);
  }
  if (page_reader == PageReader::officer) put_for_officer(line, logged, told);
  line.to(sink);
}

}  // namespace

base::Result<Shown> view_disclosures(store::Reader& reader, const Book& book,
                                     const base::PersonId& person, PageReader page_reader,
                                     base::UtcMillis now, const ViewSink& sink) {
  const auto found = store::find_person(reader, person);
  if (!found) return base::fail(base::Kind::not_found, "no person " + person.text());
  ViewLine head("page");
  head.id("person", person).text("municipality", book.profile.municipality.name);
  head.time("printedAt", now);
  head.to(sink);
  const auto facts = facts_of(reader, found->row, page_reader, now);
  constexpr auto all = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
  for (const auto& logged : store::entries_about(reader, person, all)) {
    const auto told = told_of(logged, book.law.bases, facts);
    if (told.what != Told::What::nothing) put_row(reader, book, logged, told, page_reader, sink);
  }
  return Shown{{"person/" + person.text()}, {person}};
}

}  // namespace hub::service
