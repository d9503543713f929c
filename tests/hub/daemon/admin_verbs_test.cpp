#include "hub/daemon/admin_verbs.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "hub/crypto/bytes.hpp"
#include "hub/daemon/restore.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/audit_notes.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/partners.hpp"
#include "hub/store/signals.hpp"
#include "tests/hub/daemon/admin_fixture.hpp"

namespace hub::daemon {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;

TEST_F(AdminVerbsTest, answers_every_list_without_a_value_of_a_person) {
  for (const auto* verb :
       {"source.list", "arrival.list", "reject.list", "quarantine.list", "household.list",
        "case.list", "referral.list", "signal.list", "partner.list", "doctor"}) {
    EXPECT_TRUE(ask(verb).has_value()) << verb;
  }
}

TEST_F(AdminVerbsTest, logs_nothing_for_a_list_that_tells_of_nobody) {
  ask("household.list").value();
  EXPECT_TRUE(actions().empty());
}

TEST_F(AdminVerbsTest, logs_who_looked_and_whose_data_it_was) {
  ask("household.show", the("household", "household.list")).value();
  EXPECT_THAT(actions(), ElementsAre("household.looked_at", "household.looked_at"));
  EXPECT_EQ(last_entry().persons.size(), 1u);
  EXPECT_EQ(last_entry().recipient, last_entry().actor);
  EXPECT_THAT(last_entry().fields, Contains("member"));
}

TEST_F(AdminVerbsTest, logs_that_a_referral_was_explained_but_no_disclosure) {
  const auto lines = ask("referral.explain", the("referral", "referral.list")).value();
  EXPECT_THAT(lines, Contains(HasSubstr(R"("kind":"answer")")));
  EXPECT_THAT(actions(), Each("referral.explained"));
}

TEST_F(AdminVerbsTest, shows_each_thing_by_its_id) {
  EXPECT_TRUE(ask("arrival.show", the("arrival", "arrival.list")).has_value());
  EXPECT_TRUE(ask("reject.show", the("arrival", "reject.list")).has_value());
  EXPECT_TRUE(ask("case.show", the("case", "case.list")).has_value());
  EXPECT_TRUE(ask("referral.show", the("referral", "referral.list")).has_value());
}

TEST_F(AdminVerbsTest, refuses_what_is_no_id_and_says_what_one_looks_like) {
  const auto answer = ask("case.show", R"("case":"架空")");
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().kind(), Kind::invalid);
  EXPECT_THAT(answer.error().text(), HasSubstr("ids look like"));
  EXPECT_THAT(answer.error().text(), Not(HasSubstr("架空")));
}

TEST_F(AdminVerbsTest, pauses_and_resumes_a_source_and_tells_the_intake) {
  EXPECT_TRUE(ask("source.pause", R"("source":"kaigo")").has_value());
  EXPECT_EQ(ask("source.pause", R"("source":"kaigo")").error().kind(), Kind::conflict);
  EXPECT_TRUE(ask("source.resume", R"("source":"kaigo")").has_value());
  EXPECT_THAT(changed, ElementsAre("kaigo", "kaigo"));
  EXPECT_THAT(actions(), ElementsAre("source.paused", "request.refused", "source.resumed"));
}

TEST_F(AdminVerbsTest, releases_an_adapter_and_knows_only_configured_sources) {
  EXPECT_TRUE(ask("source.release", R"("source":"kaigo")").has_value());
  EXPECT_THAT(released, ElementsAre("kaigo"));
  EXPECT_EQ(ask("source.release", R"("source":"nobody")").error().kind(), Kind::not_found);
}

TEST_F(AdminVerbsTest, settles_a_paused_delivery) {
  const auto plan = plan_of("kaigo", "elim");
  const auto first = arrive(plan, "a");
  const auto second = arrive(plan, "b");
  commit([&](store::Transaction& tx) {
    for (const auto& ref : {first, second}) {
      store::set_arrival_state(tx, ref.row, store::ArrivalState::received,
                               store::ArrivalState::paused, "older");
    }
  });
  EXPECT_TRUE(ask("arrival.discard", R"("arrival":")" + first.id.text() + '"').has_value());
  EXPECT_TRUE(ask("arrival.release", R"("arrival":")" + second.id.text() + '"').has_value());
  EXPECT_EQ(arrival(first).state, store::ArrivalState::discarded);
  EXPECT_EQ(arrival(second).reason, service::released_reason);
  EXPECT_EQ(ask("arrival.release", R"("arrival":")" + first.id.text() + '"').error().kind(),
            Kind::conflict);
}

TEST_F(AdminVerbsTest, sends_no_held_referral_that_the_gate_still_refuses) {
  const auto held = the("referral", "referral.list", R"("state":"held")");
  EXPECT_THAT(ask("referral.send", held).value(), ElementsAre(HasSubstr(R"("state":"held")")));
  EXPECT_EQ(orders_changed, 0);
}

TEST_F(AdminVerbsTest, sends_what_was_given_up_again_under_a_new_id) {
  const auto sent = the("referral", "referral.list", R"("state":"sent")");
  commit([&](store::Transaction& tx) {
    const auto row = store::list_referrals(tx, "sent", 1).at(0);
    store::close_order(tx, store::orders_of(tx, row).at(0).row, store::Fate::given_up, "gone");
  });
  EXPECT_THAT(ask("referral.retry", sent).value(), ElementsAre(HasSubstr(R"("orders":1)")));
  EXPECT_EQ(orders_changed, 1);
  const auto orders = look([](store::Reader& reader) {
    return store::orders_of(reader, store::list_referrals(reader, "sent", 1).at(0));
  });
  EXPECT_EQ(orders.size(), 2u);
}

TEST_F(AdminVerbsTest, sends_each_thing_again_that_was_given_up_whatever_arrived_after_it) {
  const auto sent = the("referral", "referral.list", R"("state":"sent")");
  commit([&](store::Transaction& tx) {
    const auto notice = store::orders_of(tx, store::list_referrals(tx, "sent", 1).at(0)).at(0);
    store::close_order(tx, notice.row, store::Fate::given_up, "gone");
    for (const auto fate : {store::Fate::partner_gone, store::Fate::delivered}) {
      const auto event = store::enqueue(tx, {.partner = notice.partner,
                                             .order_key = notice.order_key,
                                             .referral = notice.referral,
                                             .kind = "jp.tsunagu.plan.decided",
                                             .subject = "plan/x"});
      store::close_order(tx, event, fate, "gone");
    }
  });
  EXPECT_THAT(ask("referral.retry", sent).value(), ElementsAre(HasSubstr(R"("orders":2)")));
  EXPECT_THAT(ask("referral.retry", sent).value(), ElementsAre(HasSubstr(R"("orders":2)")))
      << "the two that now wait become due, and no third is made";
  const auto orders = look([](store::Reader& reader) {
    return store::orders_of(reader, store::list_referrals(reader, "sent", 1).at(0));
  });
  EXPECT_EQ(orders.size(), 5u);
}

TEST_F(AdminVerbsTest, retries_nothing_where_nothing_waits) {
  const auto held = the("referral", "referral.list", R"("state":"held")");
  EXPECT_EQ(ask("referral.retry", held).error().kind(), Kind::conflict);
}

TEST_F(AdminVerbsTest, notes_a_decision_once) {
  const auto signal = the("signal", "signal.list");
  EXPECT_EQ(ask("signal.decide", signal + R"(,"decision":"maybe")").error().kind(), Kind::invalid);
  EXPECT_TRUE(ask("signal.decide", signal + R"(,"decision":"taken_up")").has_value());
  EXPECT_EQ(ask("signal.decide", signal + R"(,"decision":"declined")").error().kind(),
            Kind::conflict);
}

TEST_F(AdminVerbsTest, resumes_a_paused_partner) {
  commit([](store::Transaction& tx) { store::pause_partner(tx, "sakutomo", "gone"); });
  EXPECT_TRUE(ask("partner.resume", R"("partner":"sakutomo")").has_value());
  EXPECT_EQ(ask("partner.resume", R"("partner":"sakutomo")").error().kind(), Kind::conflict);
  EXPECT_EQ(orders_changed, 1);
}

TEST_F(AdminVerbsTest, imports_a_file_and_tells_how_far_it_is) {
  imported.state = "would_apply";
  imported.counts.records = 3;
  imported.rejects = {{7, "日付", "impossible_date", "暦にない日付です"}};
  const auto lines = ask("import", R"("source":"kaigo","file":"/srv/x.csv","dryRun":true)").value();
  EXPECT_TRUE(wished.dry_run);
  EXPECT_THAT(lines, ElementsAre(HasSubstr(R"("kind":"progress","bytes":5)"),
                                 HasSubstr(R"("line":7)"), HasSubstr(R"("records":3)")));
}

TEST_F(AdminVerbsTest, gives_the_newest_checkpoint_and_says_whether_it_is_fresh) {
  EXPECT_EQ(ask("audit.checkpoint").error().kind(), Kind::not_found);
  const crypto::Signer signer(crypto::bytes_of(std::string(32, 's')));
  commit([&](store::Transaction& tx) {
    const auto head = store::audit_head(tx);
    store::keep_note(tx, head.seq, audit::sign_note({"log", head}, signer));
  });
  ports->sign_audit = []() -> Result<> { return base::fail(Kind::unavailable, "no signer"); };
  EXPECT_THAT(ask("audit.checkpoint").value(), ElementsAre(HasSubstr(R"("fresh":false)")));
}

TEST_F(AdminVerbsTest, writes_the_log_out_to_a_new_file) {
  const auto file = scratch / "log.txt";
  const auto lines = ask("audit.export", R"("file":")" + file.string() + '"').value();
  EXPECT_THAT(lines, ElementsAre(HasSubstr(R"("auditRows":)")));
  EXPECT_TRUE(ask("audit.export", R"("file":")" + file.string() + '"').has_error());
  EXPECT_EQ(ask("audit.export", R"("file":"log.txt")").error().kind(), Kind::invalid);
}

TEST_F(AdminVerbsTest, refuses_checkpoints_that_are_none) {
  EXPECT_EQ(ask("audit.verify", R"("checkpoints":"a letter")").error().kind(), Kind::invalid);
}

TEST_F(AdminVerbsTest, verifies_the_audit_log) {
  EXPECT_THAT(ask("audit.verify").value(), ElementsAre(HasSubstr(R"("intact":true)")));
}

TEST_F(AdminVerbsTest, reloads_for_who_asked) {
  EXPECT_TRUE(ask("reload").has_value());
  EXPECT_EQ(reloaded_by, "operator/hanako");
}

TEST_F(AdminVerbsTest, backs_up_what_can_be_restored) {
  const auto backup = scratch / "backup.db";
  EXPECT_TRUE(ask("backup", R"("file":")" + backup.string() + '"').has_value());
  const auto key = scratch / "master.key";
  std::ofstream(key) << crypto::to_hex(crypto::bytes_of(std::string(32, 'k'))) << '\n';
  std::filesystem::permissions(key, std::filesystem::perms::owner_read);
  std::ostringstream said;
  const auto restored = restore_backup({backup, scratch / "again", key}, said);
  EXPECT_TRUE(restored.has_value()) << restored.error().text();
  EXPECT_THAT(said.str(), HasSubstr("restored"));
  EXPECT_EQ(ask("backup", R"("file":"relative.db")").error().kind(), Kind::invalid);
}

TEST_F(AdminVerbsTest, shows_how_one_adapter_stands_what_it_may_do_and_cost) {
  health.adapters = {{"konkyu", {}}, {"kaigo", {}}};
  auto& kaigo = health.adapters[1];
  kaigo.status.state = adapter::State::quarantined;
  kaigo.status.deaths = 4;
  kaigo.status.deaths_in_a_row = 3;
  kaigo.status.quarantined_since = clock.now();
  kaigo.status.last_fault = adapter::Fault{adapter::Cause::signalled, 11, "ended by signal 11"};
  kaigo.limits.idle_ms = 700;
  kaigo.may_push = {"case_closed"};
  kaigo.status.health = {{true, "ready", "準備ができています"},
                         {false, "table_old", "表が古い版です"}};
  auto manifest = std::make_shared<tsunagu::wire::Manifest>();
  manifest->id = "kaigo";
  manifest->version = "1.2.0";
  manifest->pushes = {"case_closed", "plan_decided"};
  kaigo.manifest = manifest;
  const auto lines = ask("source.show", R"("source":"kaigo")").value();
  EXPECT_THAT(lines, Each(Not(HasSubstr("konkyu"))));
  for (const auto* said :
       {R"("kind":"source","source":"kaigo")", R"("state":"quarantined")", R"("deathsInARow":3)",
        R"("fault":"ended by signal 11")", R"("quarantinedSince":")", R"("version":"1.2.0")",
        R"("next":"release_when_mended")", R"("message":"case_closed","granted":"granted")",
        R"("message":"plan_decided","granted":"not_granted")",
        R"({"kind":"health","how":"good","code":"ready","text":"準備ができています"})",
        R"({"kind":"health","how":"bad","code":"table_old","text":"表が古い版です"})",
        R"("limit":"idle_ms","value":700,"otherwise":30000)"}) {
    EXPECT_THAT(lines, Contains(HasSubstr(said)));
  }
  EXPECT_EQ(ask("source.show", R"("source":"nobody")").error().kind(), Kind::not_found);
}

TEST_F(AdminVerbsTest, finds_what_is_wrong) {
  health.adapters = {{"kaigo", {}}, {"konkyu", {}}, {"shogai", {}}};
  health.adapters[0].status.state = adapter::State::quarantined;
  health.adapters[1].status.health = {{true, "ready", ""}, {false, "table_old", ""}};
  health.adapters[2].status.health = {{true, "ready", ""}};
  commit([](store::Transaction& tx) {
    store::pause_source(tx, "konkyu", "operator");
    store::pause_partner(tx, "sakutomo", "gone");
  });
  clock.advance(std::chrono::hours(24 * 5));
  const auto lines = ask("doctor").value();
  for (const auto* code :
       {"adapter_quarantined", "source_paused", "partner_paused", "register_old", "referrals_held",
        "signals_open", "orders_waiting", R"("code":"adapter_unwell","subject":"konkyu")"}) {
    EXPECT_THAT(lines, Contains(HasSubstr(code)));
  }
  EXPECT_THAT(lines, Each(Not(HasSubstr("shogai"))));
}

TEST_F(AdminVerbsTest, tells_while_everything_is_linked_anew_and_where_it_could_not_be) {
  EXPECT_THAT(ask("doctor").value(), Each(Not(HasSubstr("made_anew"))));
  ports->relinking = [] { return RelinkState{true, {30, 100}, {"thresholds"}, {}}; };
  EXPECT_THAT(ask("doctor").value(),
              Contains(HasSubstr(R"("code":"links_made_anew","subject":"thresholds","count":70)")));
  EXPECT_THAT(ask("link.review").value(),
              Contains(HasSubstr(R"("kind":"relinking","records":30)")));
  ports->relinking = [] { return RelinkState{false, {}, {}, "linkage model, line 1"}; };
  EXPECT_THAT(ask("doctor").value(), Contains(HasSubstr("links_not_made_anew")));
}

TEST_F(AdminVerbsTest, let_officers_of_the_municipality_alone_answer_who_is_one_person) {
  employ({"tanaka"}, "elim-houkatsu");  // 委託
  employ({"suzuki"}, "kikan-soudan");
  const std::string pair = R"("record":"kaigo/m","other":"konkyu/s")";
  const std::string word = R"("decision":"01990000-0000-7000-8000-000000000000")";
  for (const auto* who : {"operator/hanako", "officer/tanaka"}) {
    asker = who;
    EXPECT_EQ(ask("link.confirm", pair).error().kind(), Kind::forbidden) << who;
    EXPECT_EQ(ask("link.reject", pair).error().kind(), Kind::forbidden) << who;
    EXPECT_EQ(ask("link.undo", word).error().kind(), Kind::forbidden) << who;
  }
  asker = "officer/suzuki";
  EXPECT_EQ(ask("link.confirm", pair).error().kind(), Kind::invalid) << "nobody is asked";
  EXPECT_EQ(ask("link.undo", word).error().kind(), Kind::not_found);
  EXPECT_TRUE(ask("link.decisions").value().empty());
}

}  // namespace
}  // namespace hub::daemon
