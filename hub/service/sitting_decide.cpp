#include "hub/service/sitting_decide.hpp"

#include <algorithm>

#include "hub/domain/person_request.hpp"
#include "hub/service/case_course.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/sitting.hpp"
#include "hub/store/attendance.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::string_view line_of_support = "share";
constexpr std::string_view field_suffices = "field";
constexpr std::string_view plan_timings[] = {"create", "change", "suspend", "close"};
constexpr std::int64_t fewest = 2;  // 合議: nobody agrees alone

struct Heard {
  store::StoredSitting sitting;
  store::StoredAgendaItem item;
};

Result<Heard> heard(store::Transaction& tx, const Book& book, const store::AgendaId& id,
                    const std::string& asker) {
  const auto item = store::find_agenda_item(tx, id);
  const auto sitting = item ? store::read_sitting(tx, item->of.sitting) : std::nullopt;
  if (!sitting)
    return fail(Kind::not_found, "no agenda item " + id.text() + "; see `sitting show`");
  if (auto may = officer_of_sitting(book, *sitting, asker); !may) return may.error();
  const auto day = domain::day_from(sitting->of.held_on);
  if (!day || *day > base::jst_day(tx.now()))
    return fail(Kind::conflict, "the sitting is to come; it decides on its day");
  if (store::attendees_of(tx, *item) < fewest)
    return fail(
        Kind::conflict,
        "those who attend decide together, and at least two attended; see `sitting attend`");
  return Heard{*sitting, *item};
}

Result<> check_timing(const Book& book, const Heard& of, const SittingDecision& wish) {
  const auto& timing = wish.timing;
  const bool of_plan =
      std::find(std::begin(plan_timings), std::end(plan_timings), timing) != std::end(plan_timings);
  if (!of_plan && timing != line_of_support && timing != field_suffices)
    return fail(Kind::invalid, "/timing: is create, change, suspend, close, share or field");
  if (of_plan != wish.plan.has_value())
    return fail(Kind::invalid,
                of_plan ? "/plan: is missing" : "/plan: share and field decide none");
  if (!of_plan) return {};
  if (of.item.of.function != juso_kaigi)
    return fail(Kind::conflict,
                "a plan is decided by a 重層的支援会議; a 支援会議 decides a line of support");
  const auto* body = profile::find_forum(book.profile, of.sitting.of.body);
  const auto& named = body->triggers;
  if (std::find(named.begin(), named.end(), timing) == named.end())
    return fail(Kind::conflict, "body " + body->code + " does not decide at that timing");
  return {};
}

Result<std::optional<store::StoredPlan>> plan_for(store::Reader& reader, const Heard& of,
                                                  const SittingDecision& wish) {
  if (!wish.plan) return std::optional<store::StoredPlan>();
  auto plan = store::find_plan(reader, *wish.plan);
  if (!plan || plan->of.about != of.item.of.about)
    return fail(Kind::not_found, "/plan: is none of the case that the item heard");
  return plan;
}

Result<> check_words(const SittingDecision& wish) {
  if (wish.timing == line_of_support && wish.policy.empty())
    return fail(Kind::invalid, "/policy: a line of support is written down");
  return {};
}

}  // namespace

Result<store::AgendaDecisionId> decide_item(Context& context, const SittingDecision& wish,
                                            const std::string& asker) {
  const auto book = context.book();
  if (auto words = check_words(wish); !words) return words.error();
  return context.db.write([&](store::Transaction& tx) -> Result<store::AgendaDecisionId> {
    const auto of = heard(tx, *book, wish.item, asker);
    if (!of) return of.error();
    if (auto fits = check_timing(*book, *of, wish); !fits) return fits.error();
    const auto plan = plan_for(tx, *of, wish);
    if (!plan) return plan.error();
    store::NewAgendaDecision decision{.item = of->item.row,
                                      .timing = wish.timing,
                                      .adopted = wish.adopted,
                                      .officer = asker,
                                      .policy = wish.policy};
    if (*plan) {
      decision.plan = (*plan)->row;
      decision.edition = (*plan)->edition;
    }
    if (wish.next) decision.next_on = domain::text_of(*wish.next);
    const auto id = store::add_agenda_decision(tx, decision);
    if (!id) return fail(Kind::conflict, "the item decided that before");
    const auto about = of->item.of.about;
    if (wish.timing == field_suffices && wish.adopted && !has_plan_under_way(tx, about))
      bring_case(tx, about, domain::CaseState::supporting_field, asker);
    auto entry = entry_of_case(tx, asker, "sitting.decided", "agenda/" + wish.item.text(),
                               of->item.of.about);
    entry.objects.push_back("agenda_decision/" + id->text());
    if (wish.plan) entry.objects.push_back("plan/" + wish.plan->text());
    entry.rule = wish.timing + (wish.adopted ? "" : "_turned_down");
    entry.basis = of->item.of.function;
    tx.audit(entry);
    return *id;
  });
}

}  // namespace hub::service
