#include "hub/service/decide.hpp"

#include <algorithm>

#include "hub/service/entry.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/other_ways.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/stop.hpp"
#include "hub/store/households.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;
using domain::NamedDecision;

/// Whom and to whom, as a referral says it.
struct Matter {
  store::StoredReferral referral;
  store::PersonRef person;
  std::string agency;
  domain::RecipientKind kind = domain::RecipientKind::unknown;
};

/// A ground that could never open anything towards such a recipient is no ground (GATE 11: AGENCY
/// is for public bodies alone, INTERNAL for the municipality's own desks): whoever takes it would
/// believe that something goes.
Result<> may_receive(const Book& book, const std::string& ground, const Matter& matter,
                     base::UtcMillis at) {
  const auto* row = book.law.bases.find(ground, at);
  if (row == nullptr || reaches(row->forum_class, matter.kind)) return {};
  return base::fail(Kind::invalid, "/ground: " + ground + " opens nothing to " + matter.agency +
                                       ", a recipient of kind " +
                                       std::string(domain::name_of(matter.kind)));
}

bool lives_with(store::Reader& reader, store::PersonRow one, store::PersonRow other) {
  const auto of_one = store::households_of(reader, one);
  const auto of_other = store::households_of(reader, other);
  return std::any_of(of_one.begin(), of_one.end(), [&](store::HouseholdRow household) {
    return std::find(of_other.begin(), of_other.end(), household) != of_other.end();
  });
}

Result<store::PersonRef> person_of(store::Reader& reader, const store::StoredReferral& referral,
                                   const std::optional<base::PersonId>& wanted) {
  const auto focus = store::read_person(reader, referral.person);
  const auto person = wanted ? store::find_person(reader, *wanted) : focus;
  const bool concerned =
      focus && person && (person->row == focus->row || lives_with(reader, focus->row, person->row));
  if (concerned) return *person;
  return base::fail(Kind::not_found, "/person: nobody of this referral's household");
}

Result<Matter> matter_of(store::Transaction& reader, const Book& book, const base::ReferralId& id,
                         const std::optional<base::PersonId>& wanted) {
  auto referral = store::find_referral(reader, id);
  if (!referral) return base::fail(Kind::not_found, "no referral " + id.text());
  const auto* desk = profile::find_desk(book.profile, referral->to_desk);
  if (desk == nullptr) {
    return base::fail(Kind::conflict,
                      "the referral has no recipient yet; choose one with `referral send --to`");
  }
  const auto person = person_of(reader, *referral, wanted);
  if (!person) return person.error();
  const auto kind = recipient_of(book.profile, *desk, base::jst_day(reader.now())).kind;
  return Matter{std::move(*referral), *person, desk->agency.code, kind};
}

audit::Entry entry_about(const std::string& asker, std::string_view action, std::string object,
                         const base::PersonId& person, const std::string& recipient) {
  auto entry = entry_of(asker, action, std::move(object));
  entry.persons = {person};
  entry.recipient = recipient;
  return entry;
}

}  // namespace

std::vector<std::string> names_of(domain::Labels labels) {
  std::vector<std::string> names;
  labels.each([&](domain::Item item) { names.emplace_back(domain::name_of(item)); });
  return names;
}

Result<store::DecisionId> take_decision(Context& context, const DecisionWish& wish,
                                        const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::DecisionId> {
    if (auto officer = deciding_officer(*book, asker); !officer) return officer.error();
    const auto matter = matter_of(tx, *book, wish.referral, wish.person);
    if (!matter) return matter.error();
    const auto decision = NamedDecision::take({asker, wish.ground, wish.reason, matter->person.id,
                                               matter->agency, wish.items, wish.until},
                                              book->law.bases, tx.now());
    if (!decision) return decision.error();
    if (auto reaches = may_receive(*book, wish.ground, *matter, tx.now()); !reaches)
      return reaches.error();
    const auto id = store::add_decision(tx, matter->person.row, *decision);
    auto entry = entry_about(asker, "decision.taken", "decision/" + id.text(), matter->person.id,
                             matter->agency);
    entry.objects.push_back("referral/" + wish.referral.text());
    entry.basis = wish.ground;
    entry.fields = names_of(wish.items);
    tx.audit(entry);
    return id;
  });
}

Result<> review_decision(Context& context, const store::DecisionId& id,
                         NamedDecision::Outcome outcome, const std::string& asker,
                         const Unchanged& unchanged) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    if (auto officer = deciding_officer(*book, asker); !officer) return officer.error();
    const auto found = store::find_decision(tx, id);
    const auto person = found ? store::find_person(tx, found->decision.person()) : std::nullopt;
    if (!person) return base::fail(Kind::not_found, "no decision " + id.text());
    if (auto same = check(unchanged, tx); !same) return same.error();
    Halting halting(tx, *book, *person);
    if (auto done = store::review_decision(tx, id, asker, outcome); !done) return done;
    const bool upheld = outcome == NamedDecision::Outcome::upheld;
    auto entry =
        entry_about(asker, upheld ? "decision.upheld" : "decision.ended", "decision/" + id.text(),
                    found->decision.person(), found->decision.recipient());
    entry.basis = found->decision.ground();
    tx.audit(entry);
    if (!upheld) halting.stop({"decision.ended", asker, "decision/" + id.text()});
    return {};
  });
}

Result<store::HarmId> state_harm(Context& context, const HarmWish& wish, const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::HarmId> {
    if (auto officer = deciding_officer(*book, asker); !officer) return officer.error();
    if (wish.reason.empty()) return base::fail(Kind::invalid, "/reason: is missing");
    const auto matter = matter_of(tx, *book, wish.referral, wish.person);
    if (!matter) return matter.error();
    const auto recipient = wish.everybody ? std::string() : matter->agency;
    Halting halting(tx, *book, matter->person);
    const auto id = store::add_harm(tx, {matter->person.row, recipient, asker, wish.reason, {}});
    halting.stop({"harm.found", asker, "harm/" + id.text()});
    tx.audit(entry_about(asker, "harm.found", "harm/" + id.text(), matter->person.id, recipient));
    return id;
  });
}

Result<> end_harm(Context& context, const store::HarmId& id, const std::string& reason,
                  const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    if (auto officer = deciding_officer(*book, asker); !officer) return officer.error();
    if (reason.empty()) return base::fail(Kind::invalid, "/reason: is missing");
    const auto harm = store::find_harm(tx, id);
    const auto person = harm ? store::read_person(tx, harm->person) : std::nullopt;
    if (!person) return base::fail(Kind::not_found, "no finding " + id.text());
    if (!store::end_harm(tx, *harm, asker, reason))
      return base::fail(Kind::conflict, "the finding was ended before");
    tx.audit(entry_about(asker, "harm.ended", "harm/" + id.text(), person->id, harm->recipient));
    return {};
  });
}

}  // namespace hub::service
