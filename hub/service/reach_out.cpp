#include "hub/service/reach_out.hpp"

#include <algorithm>

#include "hub/domain/person_request.hpp"
#include "hub/service/case_party.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::string_view whys[] = {"cannot_ask", "refuses", "unaware", "hidden"};
constexpr std::string_view steps[] = {"gather", "arrange", "relate", "visit", "accompany"};
constexpr std::string_view outcomes[] = {"consented", "referred", "plan", "moved", "died", "other"};
constexpr std::int64_t minutes_of_a_day = 1440;

template <std::size_t count>
bool is_among(const std::string_view (&words)[count], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Work without consent rests on a ground that is in force.
Result<> check_basis(const Book& book, std::string_view basis, base::UtcMillis at) {
  if (book.law.bases.find(basis, at) == nullptr)
    return fail(Kind::invalid, "/basis: is no ground of legal_bases.yaml that is in force");
  return {};
}

Result<store::StoredOutreach> opened(store::Transaction& tx, const Book& book,
                                     const store::OutreachId& id, const std::string& asker) {
  const auto found = store::find_outreach(tx, id);
  const auto about = found ? store::read_case(tx, found->about) : std::nullopt;
  if (!about) return fail(Kind::not_found, "no outreach " + id.text() + "; see `outreach list`");
  if (auto open = open_case_for(tx, book, about->id, asker); !open) return open.error();
  if (found->ended_at) return fail(Kind::conflict, "the outreach ended before");
  return *found;
}

}  // namespace

Result<store::OutreachId> register_outreach(Context& context, const OutreachWish& wish,
                                            const std::string& asker) {
  const auto book = context.book();
  if (!is_among(whys, wish.why))
    return fail(Kind::invalid, "/why: is cannot_ask, refuses, unaware or hidden");
  return context.db.write([&](store::Transaction& tx) -> Result<store::OutreachId> {
    const auto about = open_case_for(tx, *book, wish.about, asker);
    if (!about) return about.error();
    if (auto basis = check_basis(*book, wish.basis, tx.now()); !basis) return basis.error();
    const auto id = store::open_outreach(tx, about->row, wish.why, wish.basis, asker);
    if (!id) return fail(Kind::conflict, "the case stands in the register already");
    auto entry = entry_of_case(tx, asker, "outreach.opened", "outreach/" + id->text(), about->row);
    entry.basis = wish.basis;
    entry.rule = wish.why;
    tx.audit(entry);
    return *id;
  });
}

Result<store::ContactId> note_contact(Context& context, const ContactWish& wish,
                                      const std::string& asker) {
  const auto book = context.book();
  if (!is_among(steps, wish.step))
    return fail(Kind::invalid, "/step: is gather, arrange, relate, visit or accompany");
  if (wish.minutes < 0 || wish.minutes > minutes_of_a_day)
    return fail(Kind::invalid, "/minutes: is no number of minutes of a day");
  return context.db.write([&](store::Transaction& tx) -> Result<store::ContactId> {
    const auto of = opened(tx, *book, wish.of, asker);
    if (!of) return of.error();
    const auto basis = wish.basis.empty() ? of->basis : wish.basis;
    if (auto stands = check_basis(*book, basis, tx.now()); !stands) return stands.error();
    const auto today = base::jst_day(tx.now());
    const auto day = wish.day.value_or(today);
    if (day > today) return fail(Kind::invalid, "/on: is a day to come");
    const auto id = store::add_contact(
        tx, {of->row, domain::text_of(day), wish.step, wish.reached, wish.minutes, basis,
             wish.next ? domain::text_of(*wish.next) : std::string(), asker, wish.note});
    auto entry =
        entry_of_case(tx, asker, "outreach.contact", "outreach/" + wish.of.text(), of->about);
    entry.basis = basis;
    entry.rule = wish.step + (wish.reached ? "_reached" : "");
    tx.audit(entry);
    return id;
  });
}

Result<> end_outreach(Context& context, const store::OutreachId& id, const std::string& outcome,
                      const std::string& asker, const Unchanged& unchanged) {
  const auto book = context.book();
  if (!is_among(outcomes, outcome))
    return fail(Kind::invalid, "/outcome: is consented, referred, plan, moved, died or other");
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto of = opened(tx, *book, id, asker);
    if (!of) return of.error();
    if (auto same = check(unchanged, tx); !same) return same.error();
    store::end_outreach(tx, of->row, outcome);
    tx.audit(entry_of_case(tx, asker, "outreach.ended", "outreach/" + id.text(), of->about));
    return {};
  });
}

}  // namespace hub::service
