#include "hub/service/erase.hpp"

#include <span>

#include "hub/crypto/bytes.hpp"
#include "hub/domain/person_request.hpp"
#include "hub/profile/check.hpp"
#include "hub/service/entry.hpp"
#include "hub/store/audit_erasure.hpp"
#include "hub/store/erasure.hpp"
#include "hub/store/legal_holds.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using store::Erasable;

constexpr std::string_view action = "erasure.done";
constexpr std::string_view basis = "retention";
constexpr std::size_t digits_of_list = 32;
constexpr std::size_t day_digits = 10;
constexpr std::size_t rows_of_piece = 200;

store::Cutoffs cutoffs_of(const profile::Retention& retention, std::chrono::year_month_day day) {
  const auto before = [&](int days) {
    return base::from_jst_day(std::chrono::sys_days(day) - std::chrono::days(days));
  };
  return {before(retention.removed_records_days), before(retention.replaced_bodies_days),
          before(retention.delivered_bytes_days), before(retention.webhooks_days),
          before(retention.closed_cases_days),    before(retention.audit_days)};
}

std::string object_of(std::string_view list) {
  return "erasure/" + std::string(list);
}

/// What runs: kind by kind, so that what refers to another goes before it; the log's contents last.
class Erasure {
 public:
  Erasure(const ErasurePlan& plan, const ErasureSigned& wish, std::string_view actor)
      : plan_(plan), wish_(wish), actor_(actor) {}

  /// The next piece; true: there is more.
  bool step(store::Transaction& tx) {
    while (kind_ < plan_.rows.rows.size() && at_ >= plan_.rows.rows[kind_].size()) {
      ++kind_;
      at_ = 0;
    }
    if (kind_ < plan_.rows.rows.size()) {
      erase_rows(tx);
      return true;
    }
    if (!plan_.rows.audit_rows.empty())
      erased_ += store::erase_contents(tx, plan_.rows.audit_rows, actor_, basis);
    return false;
  }
  [[nodiscard]] std::int64_t erased() const noexcept { return erased_; }

 private:
  void erase_rows(store::Transaction& tx) {
    const auto all = std::span(plan_.rows.rows[kind_]);
    const auto piece = all.subspan(at_, std::min(rows_of_piece, all.size() - at_));
    const auto kind = static_cast<Erasable>(kind_);
    auto entry = entry_of(actor_, action, object_of(plan_.list), store::name_of(kind));
    entry.objects.push_back("approver/" + wish_.approved_by);
    entry.basis = basis;
    store::Erasing erasing(tx, tx.audit(entry));
    for (const auto row : piece)
      erased_ += erasing.erase(kind, row) ? 1 : 0;
    at_ += piece.size();
  }

  const ErasurePlan& plan_;
  const ErasureSigned& wish_;
  std::string_view actor_;
  std::size_t kind_ = 0;
  std::size_t at_ = 0;
  std::int64_t erased_ = 0;
};

Result<ErasurePlan> signed_plan(Context& context, std::string_view list) {
  const auto day = domain::day_from(list.substr(0, day_digits));
  if (!day) return fail(Kind::invalid, "/list: is no list of `erase --dry-run`");
  if (*day > base::jst_day(context.clock.now()))
    return fail(Kind::invalid, "/list: is of a day to come");
  const auto retention = retention_of(*context.book());
  if (!retention) return retention.error();
  auto plan = context.db.read([&](store::Reader& reader) -> Result<ErasurePlan> {
    return plan_erasure(reader, *retention, *day);
  });
  if (!plan) return plan.error();
  if (plan->list != list)
    return fail(Kind::conflict,
                "the store holds another list by now; look at `erase --dry-run` and sign again");
  return plan;
}

}  // namespace

Result<profile::Retention> retention_of(const Book& book) {
  profile::Problems problems;
  const auto retention = profile::read_retention(book.settings.municipality, problems);
  if (!problems.empty()) return profile::failure_of(problems);
  if (retention) return *retention;
  return fail(Kind::conflict, "the municipality has no retention.yaml, so nothing is erased");
}

ErasurePlan plan_erasure(store::Reader& reader, const profile::Retention& retention,
                         std::chrono::year_month_day day) {
  ErasurePlan plan;
  plan.rows = store::erasable(reader, cutoffs_of(retention, day));
  plan.list = domain::text_of(std::chrono::sys_days(day)) + "/" +
              crypto::to_hex(plan.rows.digest()).substr(0, digits_of_list);
  return plan;
}

void view_erasure(const ErasurePlan& plan, store::Reader& reader, const ViewSink& sink) {
  ViewLine head("list");
  head.text("list", plan.list);
  head.count("held", static_cast<std::int64_t>(store::list_holds(reader).size())).to(sink);
  for (std::size_t kind = 0; kind < plan.rows.rows.size(); ++kind) {
    ViewLine line("due");
    line.code("what", store::erasable_names.at(kind));
    line.count("rows", static_cast<std::int64_t>(plan.rows.rows[kind].size())).to(sink);
  }
  ViewLine audit("due");
  audit.code("what", "audit_contents").count("rows", plan.rows.audit_count()).to(sink);
  for (const auto& person : plan.rows.persons) {
    ViewLine line("person");
    line.id("person", person).to(sink);
  }
}

Result<std::int64_t> run_erasure(Context& context, const ErasureSigned& wish,
                                 std::string_view actor) {
  const auto plan = signed_plan(context, wish.list);
  if (!plan) return plan.error();
  Erasure erasure(*plan, wish, actor);
  const auto done = context.db.writer().run_bulk(
      [&](store::Transaction& tx, const store::Pace&) -> Result<bool> { return erasure.step(tx); });
  if (!done) return done.error();
  const auto forgotten = context.db.writer().forget_log();
  if (!forgotten) return forgotten.error();
  return erasure.erased();
}

}  // namespace hub::service
