// A referred case of さくら市 and everything that a plan of it needs: an officer of the 多機関協働
// operator who keeps the 重層的支援会議, one of the city who decides on support, and meetings that
// agree.
#pragma once

#include "hub/domain/person_request.hpp"
#include "hub/service/case_course.hpp"
#include "hub/service/grant_support.hpp"
#include "hub/service/monitor.hpp"
#include "hub/service/plan_roles.hpp"
#include "hub/service/plan_step.hpp"
#include "hub/service/reach_out.hpp"
#include "hub/service/sitting_attend.hpp"
#include "hub/service/sitting_decide.hpp"
#include "hub/service/take_case_up.hpp"
#include "tests/hub/service/sitting_fixture.hpp"

namespace hub::service {

class ProcessFixture : public SittingFixture {
 protected:
  void SetUp() override {
    kaigo = plan_of("kaigo");
    deliver(kaigo, {person({.key = "m", .number = "1"}, "atena:kaigo"), consent("k", "m"),
                    referral("r", "m")});
    about = case_of(kaigo, "m");
    work_at("sakutomo", "sakutomo-takikan");
    work_at("elsewhere", "nikon-houkatsu");
    officer = "officer/sakutomo";
  }

  [[nodiscard]] std::chrono::year_month_day today() const { return base::jst_day(clock.now()); }
  void wait(int days) { clock.advance(std::chrono::days(days)); }

  store::PlanId draft(domain::PlanKind kind = domain::PlanKind::takikan) {
    return made(draft_plan(*context, {about, kind, {whole_text(), "P3M"}}, officer));
  }
  static PlanText whole_text() {
    PlanText text;
    text.wish = "家で暮らしたい";
    text.goals = "月に二度は外に出る";
    text.policy = "長男の相談を待つ";
    return text;
  }
  store::StoredPlan stored(const store::PlanId& id) {
    return *look([&](store::Reader& reader) { return store::find_plan(reader, id); });
  }
  std::string state(const store::PlanId& id) {
    return std::string(domain::name_of(stored(id).state));
  }
  std::string case_state() {
    return look([&](store::Reader& reader) { return store::find_case(reader, about)->status; });
  }
  base::Result<std::int64_t> step(const store::PlanId& id, domain::PlanEvent event,
                                  const PlanText& text = {}) {
    return take_plan_step(*context, {id, stored(id).revision, event, {text}}, officer);
  }
  /// Why a step was refused; "" where it was not.
  std::string refused(const store::PlanId& id, domain::PlanEvent event, const PlanText& text = {}) {
    const auto done = step(id, event, text);
    return done ? "" : done.error().text();
  }
  base::Result<store::RoleId> role(const store::PlanId& id, const std::string& agency,
                                   bool lead = false) {
    return give_role(*context, {id, stored(id).revision, agency, "週に一度訪ねる", lead}, officer);
  }
  base::Result<store::SupportDecisionId> grant(const store::PlanId& id,
                                               const std::string& by = "officer/kakari") {
    return grant_support(*context, {id, stored(id).revision, {}, "福第12号"}, by);
  }

  /// A sitting of today at which two sit, and its item.
  store::AgendaId heard(const std::string& body = "juso-kaigi",
                        const std::string& function = "J-KAIGI", int attending = 2) {
    const auto keeper = body == "juso-kaigi" ? "officer/sakutomo" : "officer/kakari";
    const auto before = std::exchange(officer, keeper);
    const auto sitting = made(open_sitting(*context, {.body = body, .held_on = today()}, officer));
    const auto item = this->item(sitting, about, function);
    for (const auto* party : {"fukushi", "elim"}) {
      if (attending-- <= 0) break;
      EXPECT_TRUE(record_attendance(*context, seat(sitting, party), true, officer).has_value());
    }
    officer = before;
    return item;
  }
  base::Result<store::AgendaDecisionId> decide(const store::AgendaId& item,
                                               const std::optional<store::PlanId>& plan,
                                               const std::string& timing, bool adopted = true) {
    return decide_item(*context, {item, plan, timing, adopted, "見守りを続ける"},
                       "officer/sakutomo");
  }
  void agree(const store::PlanId& plan, const std::string& timing, bool adopted = true) {
    const auto done = decide(heard(), plan, timing, adopted);
    EXPECT_TRUE(done.has_value()) << done.error().text();
  }
  /// Everything that its way to `active` needs.
  store::PlanId started(domain::PlanKind kind = domain::PlanKind::takikan) {
    const auto id = draft(kind);
    EXPECT_TRUE(role(id, "elim").has_value());
    agree(id, "create");
    EXPECT_EQ(refused(id, domain::PlanEvent::decide), "");
    EXPECT_TRUE(grant(id).has_value());
    EXPECT_EQ(refused(id, domain::PlanEvent::start), "");
    return id;
  }
  static PlanText ending() {
    PlanText text;
    text.evaluation = "外出が月に三度になった";
    text.follow_up = "要。半年後に電話する";
    return text;
  }
  static PlanText because() {
    PlanText text;
    text.reason = "入院した";
    return text;
  }
  /// さくら市's body, if it ratified what could not wait (小林市's does).
  void let_start_early() {
    auto changed = std::make_shared<Book>(*book);
    for (auto& body : changed->profile.forums) {
      if (body.code == "juso-kaigi") body.triggers.emplace_back("ratify");
    }
    book = changed;
    context->exchange(book);
  }

  FeedPlan kaigo;
  base::CaseId about;
};

}  // namespace hub::service
