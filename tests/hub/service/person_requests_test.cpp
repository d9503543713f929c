#include "hub/service/person_requests.hpp"

#include <gmock/gmock.h>

#include "hub/service/stop_use.hpp"
#include "hub/store/harm_findings.hpp"
#include "tests/hub/service/mother_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using domain::Item;
using domain::RequestAnswer;
using domain::RequestKind;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr std::string_view officer = "operator/hanako";

class PersonRequests : public MotherFixture {
 protected:
  store::RequestId opened(RequestKind kind, domain::Labels items = {}) {
    RequestWish wish;
    wish.person = mother;
    wish.kind = kind;
    wish.items = items;
    wish.document = "福第12号";
    return open_person_request(*context, wish, officer).value();
  }
  store::StoredRequest stored(const store::RequestId& id) {
    return look([&](store::Reader& reader) { return *store::find_request(reader, id); });
  }
  std::vector<store::Holder> holders(const store::RequestId& id) {
    const auto row = stored(id).row;
    return look([&](store::Reader& reader) { return store::holders_of(reader, row); });
  }
  std::int64_t due_by(std::string_view day) {
    return look([&](store::Reader& reader) { return store::count_requests_due(reader, day); });
  }
  std::int64_t untold() {
    return look([](store::Reader& reader) { return store::count_untold(reader); });
  }
  std::vector<store::StopNotice> stops_from(const store::RequestId& id) {
    return look(
        [&](store::Reader& reader) { return store::stops_from(reader, "request/" + id.text()); });
  }
  /// Days later.
  void wait(int days) { clock.advance(std::chrono::days(days)); }
  void deliver_order(const store::Order& order) {
    commit([&](store::Transaction& tx) {
      store::close_order(tx, order.row, store::Fate::delivered, "");
      return 0;
    });
  }
};

// R-116
TEST_F(PersonRequests, begin_a_clock_of_thirty_days_on_the_day_they_came) {
  const auto id = opened(RequestKind::disclosure);
  EXPECT_EQ(stored(id).received_day, "2026-04-10");
  EXPECT_EQ(stored(id).due_day, "2026-05-10");
  EXPECT_EQ(stored(id).document, "福第12号");
  EXPECT_EQ(due_by("2026-05-09"), 0);
  EXPECT_EQ(due_by("2026-05-10"), 1);
  ASSERT_THAT(audited("request.opened"), SizeIs(1));
  EXPECT_EQ(audited("request.opened")[0].persons, std::vector{mother});
  EXPECT_EQ(audited("request.opened")[0].actor, officer);
}

TEST_F(PersonRequests, that_came_before_count_from_their_own_day_and_none_comes_tomorrow) {
  RequestWish wish;
  wish.person = mother;
  wish.received = domain::day_from("2026-04-01");
  EXPECT_EQ(stored(open_person_request(*context, wish, officer).value()).due_day, "2026-05-01");
  wish.received = domain::day_from("2026-04-11");
  EXPECT_EQ(open_person_request(*context, wish, officer).error().kind(), Kind::invalid);
}

TEST_F(PersonRequests, are_prolonged_once_and_only_in_time) {
  const auto id = opened(RequestKind::disclosure);
  const auto late = opened(RequestKind::correction);
  wait(30);
  EXPECT_TRUE(prolong_person_request(*context, id, officer).has_value()) << "the last day";
  EXPECT_EQ(stored(id).due_day, "2026-06-09");
  EXPECT_EQ(prolong_person_request(*context, id, officer).error().kind(), Kind::conflict);
  wait(1);
  EXPECT_EQ(prolong_person_request(*context, late, officer).error().kind(), Kind::conflict);
}

TEST_F(PersonRequests, are_prolonged_until_a_named_day_where_the_law_has_it_so) {
  const auto id = opened(RequestKind::disclosure);
  const auto until = [&](const char* day) {
    return prolong_person_request(*context, id, officer, domain::day_from(day));
  };
  EXPECT_EQ(until("2026-05-10").error().kind(), Kind::invalid) << "it is due then anyway";
  EXPECT_TRUE(until("2026-09-30").has_value());
  EXPECT_EQ(stored(id).due_day, "2026-09-30");
  EXPECT_THAT(audited("request.prolonged_specially"), SizeIs(1));
  EXPECT_EQ(until("2026-12-28").error().kind(), Kind::conflict) << "once";
}

/// 84条: the rest has its own day, a substantial part the sixtieth.
TEST_F(PersonRequests, that_are_prolonged_specially_name_the_day_of_the_substantial_part) {
  const auto shown = [&](const store::RequestId& id) {
    std::string lines;
    look([&](store::Reader& reader) {
      return view_request(reader, *book, id, clock.now(),
                          [&](std::string_view line) { lines += line; })
          .has_value();
    });
    return lines;
  };
  const auto id = opened(RequestKind::disclosure);
  const auto corrected = opened(RequestKind::correction);
  const auto plain = opened(RequestKind::disclosure);
  for (const auto& one : {id, corrected})
    ASSERT_TRUE(
        prolong_person_request(*context, one, officer, domain::day_from("2026-09-30")).has_value());
  ASSERT_TRUE(prolong_person_request(*context, plain, officer).has_value());
  EXPECT_THAT(shown(id), HasSubstr(R"("partDueDay":"2026-06-09")"));
  EXPECT_THAT(shown(corrected), Not(HasSubstr("partDueDay"))) << "95条 knows no part";
  EXPECT_THAT(shown(plain), Not(HasSubstr("partDueDay"))) << "all of it is due that day";
}

TEST_F(PersonRequests, that_are_due_on_a_day_off_are_answered_on_the_open_day_before) {
  const auto id = opened(RequestKind::disclosure);  // 2026-05-10 is a Sunday
  std::string line;
  look([&](store::Reader& reader) {
    view_requests(reader, *book, clock.now(), 1, [&](std::string_view one) { line = one; });
    return 0;
  });
  EXPECT_EQ(stored(id).due_day, "2026-05-10");
  EXPECT_THAT(line, HasSubstr(R"("workDay":"2026-05-08")"));
}

TEST_F(PersonRequests, are_answered_once_and_are_then_due_no_more) {
  const auto id = opened(RequestKind::disclosure);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::partly}, officer).has_value());
  EXPECT_EQ(stored(id).answer, RequestAnswer::partly);
  EXPECT_EQ(due_by("2099-01-01"), 0);
  EXPECT_EQ(answer_person_request(*context, id, {RequestAnswer::granted}, officer).error().kind(),
            Kind::conflict);
  EXPECT_EQ(prolong_person_request(*context, id, officer).error().kind(), Kind::conflict);
  EXPECT_THAT(holders(id), IsEmpty()) << "nobody is told of a disclosure";
}

TEST_F(PersonRequests, of_nobody_known_are_refused) {
  RequestWish wish;
  wish.person = base::PersonId::make(clock.now(), random);
  EXPECT_EQ(open_person_request(*context, wish, officer).error().kind(), Kind::not_found);
  const auto nothing = store::RequestId::make(clock.now(), random);
  EXPECT_EQ(prolong_person_request(*context, nothing, officer).error().kind(), Kind::not_found);
}

TEST_F(PersonRequests, a_correction_is_told_to_who_got_the_old_value_and_names_nobody) {
  packet(referrals().at(0));
  const auto id = opened(RequestKind::correction, Item::contact);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::granted}, officer).has_value());
  ASSERT_THAT(holders(id), SizeIs(1));
  EXPECT_TRUE(holders(id)[0].order);
  EXPECT_EQ(untold(), 1);

  deliver_order(look([&](store::Reader& reader) {
    return store::orders_of(reader, referrals().at(0).row).front();
  }));
  const auto events = claim_all();
  ASSERT_THAT(events, SizeIs(1));
  const auto& event = events[0].body;
  EXPECT_THAT(event, HasSubstr(R"("type":"tsunagu.referral.corrected")"));
  EXPECT_THAT(event, HasSubstr("/packets/" + referrals().at(0).id.text()));
  for (const auto* value : {"花子", "レイ", "1940", "氏家", "足腰", "contact"})
    EXPECT_THAT(event, Not(HasSubstr(value)));
  EXPECT_THAT(event, Not(HasSubstr(mother.text())));
  deliver_order(events[0].order);
  EXPECT_EQ(untold(), 0);
  EXPECT_TRUE(holders(id)[0].told_at.has_value());
}

TEST_F(PersonRequests, a_correction_is_not_told_to_who_got_only_a_notice) {
  const auto id = opened(RequestKind::correction, Item::contact);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::granted}, officer).has_value());
  EXPECT_THAT(holders(id), IsEmpty());
}

TEST_F(PersonRequests, a_correction_that_is_refused_is_told_to_nobody) {
  packet(referrals().at(0));
  const auto id = opened(RequestKind::correction);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::refused}, officer).has_value());
  EXPECT_THAT(holders(id), IsEmpty());
}

TEST_F(PersonRequests, a_stop_is_told_without_a_packet_to_pull) {
  packet(referrals().at(0));
  const auto id = opened(RequestKind::stop);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::granted}, officer).has_value());
  deliver_order(look([&](store::Reader& reader) {
    return store::orders_of(reader, referrals().at(0).row).front();
  }));
  const auto events = claim_all();
  ASSERT_THAT(events, SizeIs(1));
  EXPECT_THAT(events[0].body, AllOf(HasSubstr("stop_use"), Not(HasSubstr("/packets/"))));
}

TEST_F(PersonRequests, a_granted_stop_ends_what_would_go_out_next_until_an_officer_ends_it) {
  packet(referrals().at(0));
  const auto id = opened(RequestKind::stop);
  EXPECT_NE(packet(referrals().at(0)), "not_found") << "an open request stops nothing yet";
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::granted}, officer).has_value());
  EXPECT_EQ(packet(referrals().at(0)), "not_found");
  EXPECT_TRUE(claim_all().empty()) << "the order under way goes first";
  const auto harms = look([](store::Reader& reader) { return store::standing_harms(reader); });
  ASSERT_THAT(harms, SizeIs(1));
  commit(
      [&](store::Transaction& tx) { return store::end_harm(tx, harms[0], officer, "再度同意"); });
  EXPECT_NE(packet(referrals().at(0)), "not_found");
}

TEST_F(PersonRequests, a_stop_of_one_kind_of_data_leaves_the_others) {
  EXPECT_THAT(packet(referrals().at(0)), HasSubstr("氏家"));
  const auto id = opened(RequestKind::stop, Item::contact);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::granted}, officer).has_value());
  const auto now = packet(referrals().at(0));
  EXPECT_THAT(now, AllOf(HasSubstr("ハナコ"), Not(HasSubstr("氏家"))));
}

TEST_F(PersonRequests, a_granted_stop_is_tracked_to_the_holders_answer_like_any_other) {
  packet(referrals().at(0));
  const auto id = opened(RequestKind::stop);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::granted}, officer).has_value());
  const auto stops = look(
      [&](store::Reader& reader) { return store::stops_from(reader, "request/" + id.text()); });
  ASSERT_THAT(stops, SizeIs(1));
  EXPECT_EQ(stops[0].cause, "request.granted");
  EXPECT_THAT(holders(id), IsEmpty()) << "a second list of who is told";
  const auto answered = commit([&](store::Transaction& tx) {
    return take_stop_answer(tx, referrals().at(0).id, stops[0].partner, store::InboxRow{1}).value();
  });
  EXPECT_TRUE(answered);
}

TEST_F(PersonRequests, what_is_granted_partly_says_which_part_and_lies_within_what_was_asked) {
  const auto stop = opened(RequestKind::stop, domain::Labels{Item::contact, Item::income});
  const auto refused = [&](const store::RequestId& id, const store::Decided& decided) {
    const auto answered = answer_person_request(*context, id, decided, officer);
    return answered ? std::string("granted") : answered.error().text();
  };
  EXPECT_THAT(refused(stop, {RequestAnswer::partly}), HasSubstr("/items: is missing"));
  EXPECT_THAT(refused(stop, {RequestAnswer::partly, Item::identity}), HasSubstr("/items: more"));
  EXPECT_THAT(refused(stop, {RequestAnswer::granted, Item::contact}), HasSubstr("/items: only"));
  EXPECT_THAT(refused(stop, {RequestAnswer::partly, {}, {"nobody"}}), HasSubstr("/recipients"));
  EXPECT_THAT(refused(opened(RequestKind::correction), {RequestAnswer::partly, {}, {"elim"}}),
              HasSubstr("/recipients: only a stop"));
  EXPECT_FALSE(stored(stop).answered_at) << "a refused answer answers nothing";
  EXPECT_EQ(refused(stop, {RequestAnswer::partly, Item::contact}), "granted");
  EXPECT_EQ(stored(stop).granted, Item::contact);
}

TEST_F(PersonRequests, a_stop_granted_partly_stops_that_part_alone) {
  packet(referrals().at(0));
  const auto id = opened(RequestKind::stop);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::partly, Item::contact}, officer)
                  .has_value());
  EXPECT_THAT(packet(referrals().at(0)), AllOf(HasSubstr("ハナコ"), Not(HasSubstr("氏家"))));
}

TEST_F(PersonRequests, a_stop_granted_partly_is_not_told_to_who_never_got_that_part) {
  packet(referrals().at(0));
  const auto id = opened(RequestKind::stop);
  ASSERT_TRUE(
      answer_person_request(*context, id, {RequestAnswer::partly, Item::tax}, officer).has_value());
  EXPECT_THAT(stops_from(id), IsEmpty()) << "no tax item ever went";
}

TEST_F(PersonRequests, a_stop_granted_towards_one_agency_leaves_the_others) {
  packet(referrals().at(0));
  const auto elsewhere = opened(RequestKind::stop);
  ASSERT_TRUE(
      answer_person_request(*context, elsewhere, {RequestAnswer::partly, {}, {"elim"}}, officer)
          .has_value());
  EXPECT_THAT(stops_from(elsewhere), IsEmpty());
  EXPECT_NE(packet(referrals().at(0)), "not_found");
  const auto here = opened(RequestKind::stop);
  const auto desk = referrals().at(0).to_desk;
  ASSERT_TRUE(answer_person_request(*context, here, {RequestAnswer::partly, {}, {desk}}, officer)
                  .has_value())
      << "a desk stands for its agency";
  EXPECT_THAT(stops_from(here), SizeIs(1));
  EXPECT_EQ(packet(referrals().at(0)), "not_found");
}

TEST_F(PersonRequests, a_correction_is_told_to_who_got_it_with_no_referral) {
  commit([&](store::Transaction& tx) {
    audit::Entry paper;
    paper.actor = officer;
    paper.action = "sitting.paper";
    paper.recipient = "zeimu";
    paper.persons = {mother};
    paper.decision = audit::Decision::allow;
    paper.fields = {std::string(domain::name_of(Item::contact))};
    tx.audit(paper);
    return 0;
  });
  const auto id = opened(RequestKind::correction, Item::contact);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::granted}, officer).has_value());
  ASSERT_THAT(holders(id), SizeIs(1));
  EXPECT_EQ(holders(id)[0].recipient, "zeimu");
  EXPECT_FALSE(holders(id)[0].referral) << "it went at a sitting";
  EXPECT_FALSE(holders(id)[0].order) << "somebody tells them";
  EXPECT_EQ(untold(), 1);
  ASSERT_TRUE(mark_holder_told(*context, id, "zeimu", officer).has_value());
  EXPECT_EQ(untold(), 0);
}

TEST_F(PersonRequests, a_holder_without_a_system_is_told_by_hand) {
  packet(referrals().at(0));
  auto without = std::make_shared<Book>(*book);
  for (auto& partner : without->profile.partners)
    partner.receives.reset();
  context->exchange(without);
  const auto id = opened(RequestKind::correction);
  ASSERT_TRUE(answer_person_request(*context, id, {RequestAnswer::granted}, officer).has_value());
  ASSERT_THAT(holders(id), SizeIs(1));
  EXPECT_FALSE(holders(id)[0].order);
  EXPECT_EQ(mark_holder_told(*context, id, "nobody", officer).error().kind(), Kind::conflict);
  ASSERT_TRUE(mark_holder_told(*context, id, holders(id)[0].recipient, officer).has_value());
  EXPECT_EQ(untold(), 0);
  EXPECT_THAT(audited("request.told_by_hand"), SizeIs(1));
}

TEST_F(PersonRequests, in_a_list_tell_of_nobody) {
  const auto id = opened(RequestKind::stop);
  wait(31);
  std::vector<std::string> lines;
  look([&](store::Reader& reader) {
    const auto take = [&](std::string_view line) { lines.emplace_back(line); };
    view_requests(reader, *book, clock.now(), 10, take);
    EXPECT_TRUE(view_request(reader, *book, id, clock.now(), take).has_value());
    return 0;
  });
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], AllOf(HasSubstr(R"("state":"overdue")"), Not(HasSubstr(mother.text()))));
  EXPECT_THAT(lines[1], AllOf(HasSubstr(mother.text()), HasSubstr("福第12号")));
}

}  // namespace
}  // namespace hub::service
