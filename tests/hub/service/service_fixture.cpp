#include "tests/hub/service/service_fixture.hpp"

#include <unistd.h>

#include "tests/places.hpp"

namespace hub::service {

std::filesystem::path config_folder() {
  return std::filesystem::path(tests::in_source("/config"));
}

const normalize::Tables& shared_tables() {
  static const auto tables = normalize::Tables::load(config_folder() / "data").value();
  return tables;
}

std::shared_ptr<const Book> book_of(const std::string& municipality) {
  auto book = std::make_shared<Book>();
  profile::Problems problems;
  profile::read_municipality(config_folder() / "municipalities" / municipality, config_folder(),
                             book->law, book->profile, problems);
  EXPECT_TRUE(problems.empty());
  return book;
}

std::string record(const std::string& kind, const std::string& key, const std::string& members) {
  const std::string day = kind == "consultation" ? R"(,"receivedAt":{"date":"2026-04-01"})" : "";
  return R"({"kind":")" + kind + R"(","schemaVersion":"1","recordKey":")" + key + '"' + day +
         (members.empty() ? "" : "," + members) + "}";
}

std::string person(const Somebody& who, const std::string& system) {
  std::string members;
  const auto written = who.kana == Somebody{}.kana ? "例 花子" : who.kana;
  const auto name = who.name.empty() ? written : who.name;
  if (!who.number.empty()) {
    members = R"("identifiers":[{"system":")" + system + R"(","value":")" + who.number + R"("}],)";
  }
  members += R"("names":[{"fullName":")" + name + R"(","original":")" + name +
             R"(","fullNameKana":")" + who.kana + R"("}],"sex":")" + who.sex +
             R"(","dateOfBirth":{"date":")" + who.birthday + R"("},"addresses":[{"fullAddress":")" +
             who.address + R"("}])";
  return record("person", who.key, members + who.more);
}

std::string about(const std::string& person_key, const std::string& more) {
  return R"("personKey":")" + person_key + '"' + (more.empty() ? "" : "," + more);
}

std::string consent(const std::string& key, const std::string& person_key,
                    const std::string& more) {
  return record("consent", key, about(person_key, more + R"(,"givenAt":"2026-04-09")"));
}

std::string referral(const std::string& key, const std::string& person_key) {
  return record("referral", key,
                about(person_key, R"("consultationKey":"c1","requestedRecipient":{"system":"t",)"
                                  R"("code":"SAKUTOMO"},"reason":"a")"));
}
std::string referral_to(const std::string& key, const std::string& person_key,
                        const std::string& to) {
  const auto recipient =
      to.empty() ? "" : R"(,"requestedRecipient":{"system":"agency","code":")" + to + R"("})";
  return record("referral", key, about(person_key, R"("consultationKey":"c1")" + recipient));
}

namespace {
crypto::Keys test_keys(base::Random& random) {
  std::vector<crypto::Secret> all;
  all.emplace_back(crypto::bytes_of(std::string(32, 'k')));
  return {std::move(all), random};
}
base::UtcMillis noon() {
  using namespace std::chrono;
  return base::from_jst_day(2026y / April / 10) + hours(12);
}
}  // namespace

ServiceFixture::ServiceFixture(const std::string& municipality)
    : clock(noon()), keys(test_keys(random)), book(book_of(municipality)) {
  std::string pattern =
      (std::filesystem::temp_directory_path() / "tsunagu-service-XXXXXX").string();
  scratch = ::mkdtemp(pattern.data());
  reopen();
  deliver_register("");
}
ServiceFixture::~ServiceFixture() {
  context.reset();
  database.reset();
  std::filesystem::remove_all(scratch);
}

void ServiceFixture::employ(const std::vector<std::string>& users) {
  auto changed = std::make_shared<Book>(*book);
  for (const auto& user : users) {
    auto& officer = changed->settings.officers.emplace_back();
    officer.user = user;
    officer.desk.code = changed->profile.desks.front().code;
    officer.decides = true;
  }
  book = changed;
  context->exchange(book);
}

void ServiceFixture::reopen() {
  context.reset();
  database.reset();
  database = store::Database::open(scratch / "data", keys, clock, random, [](const base::Failure&) {
               std::abort();
             }).value();
  context = std::make_unique<Context>(*database, shared_tables(), clock, random, book);
}

FeedPlan ServiceFixture::plan_of(const std::string& source) {
  FeedPlan plan;
  const auto* configured = profile::find_source(book->profile, source);
  plan.source = source;
  plan.feed = configured->feeds.front().name;
  plan.owner = configured->owner.code;
  plan.field = configured->field.code;
  plan.lgcode5 = book->profile.municipality.code.substr(0, 5);
  plan.kind = configured->kind;
  plan.scope = configured->scope;
  plan.mode = FeedMode::delta;
  plan.row = commit(
      [&](store::Transaction& tx) { return store::ensure_feed(tx, plan.source, plan.feed); });
  return plan;
}

store::Arrival ServiceFixture::keep(const FeedPlan& plan, const std::string& bytes) {
  Keeping keeping(*context);
  EXPECT_TRUE(keeping.begin(plan.row, "file").has_value());
  EXPECT_TRUE(keeping.add(crypto::bytes_of(bytes)).has_value());
  return arrival(keeping.complete().value());
}
store::Arrival ServiceFixture::arrival(const store::ArrivalRef& ref) {
  return *look([&](store::Reader& reader) { return store::read_arrival(reader, ref.row); });
}
store::Arrival ServiceFixture::arrival(const store::Arrival& before) {
  return arrival(store::ArrivalRef{before.row, before.id});
}

store::Arrival ServiceFixture::deliver(const FeedPlan& plan,
                                       const std::vector<std::string>& records,
                                       const std::string& order_key, bool released) {
  std::string bytes = "delivery " + std::to_string(++deliveries_) + "\n";
  for (const auto& one : records)
    bytes += one + "\n";
  return settle(plan, keep(plan, bytes), records, order_key, released);
}
store::Arrival ServiceFixture::settle(const FeedPlan& plan, const store::Arrival& kept,
                                      const std::vector<std::string>& records,
                                      const std::string& order_key, bool released) {
  if (!begin_decoding(*context, plan, kept).value()) return arrival(kept);
  const store::ArrivalRef ref{kept.row, kept.id};
  Stager stager(*context, plan, ref);
  std::int64_t line = 1;
  for (const auto& one : records) {
    const auto staged = stager.record(one, ++line);
    if (staged) continue;
    EXPECT_TRUE(quarantine(*context, plan, kept, *stager.refused()).has_value());
    return arrival(kept);
  }
  rejects = stager.staged().rejects;
  for (const auto& one : rejects)
    EXPECT_TRUE(may_reject) << one.line << ": " << one.reason;
  const auto judged = end_decoding(*context, plan, ref, stager, {order_key, "1", released});
  if (judged.value() != Judgement::apply) return arrival(kept);
  const auto staged = arrival(kept);
  Applying applying(*context, plan, staged, stager.staged().consenting);
  const auto applied = applying.run();
  EXPECT_TRUE(applied.has_value());
  return arrival(kept);
}

void ServiceFixture::deliver_register(const std::string& rows) {
  const auto plan = [this] {
    auto made = plan_of(book->profile.municipality.protection_register.source.code);
    made.mode = FeedMode::full;
    return made;
  }();
  std::string csv =
      "宛名番号,氏名カナ,生年月日,有効開始,有効終了,併せて支援を求める者,相手方氏名,"
      "相手方氏名カナ,相手方生年月日,相手方宛名番号\r\n" +
      rows;
  const auto kept = keep(plan, csv);
  ASSERT_TRUE(begin_decoding(*context, plan, kept).value());
  bool given = false;
  const auto file = read_register(
      [&]() -> std::string_view {
        if (given) return {};
        given = true;
        return csv;
      },
      tsunagu::text::EncodingSet{tsunagu::text::Encoding::utf8});
  ASSERT_FALSE(file.refusal) << file.refusal->reason;
  ASSERT_TRUE(apply_register(*context, plan, {kept.row, kept.id}, file).has_value());
}

std::optional<store::Link> ServiceFixture::link_of(const FeedPlan& plan, const std::string& key) {
  return look([&](store::Reader& reader) {
    return person_behind(reader, person_token(*context, plan, key));
  });
}
std::optional<store::StoredRecord> ServiceFixture::stored(const FeedPlan& plan,
                                                          domain::RecordKind kind,
                                                          const std::string& key) {
  return look([&](store::Reader& reader) -> std::optional<store::StoredRecord> {
    const auto id = store::record_id(keys, plan.row, number_of(kind), key);
    const auto head = store::find_record(reader, plan.row, id);
    return head ? store::read_record(reader, head->row) : std::nullopt;
  });
}
std::vector<store::HouseholdRow> ServiceFixture::households(store::PersonRow of) {
  return look([&](store::Reader& reader) { return store::households_of(reader, of); });
}
std::vector<store::StoredReferral> ServiceFixture::referrals() {
  return look([](store::Reader& reader) {
    std::vector<store::StoredReferral> all;
    for (const auto row : store::list_referrals(reader, "", 100))
      all.push_back(*store::read_referral(reader, row));
    return all;
  });
}
std::vector<Rendered> ServiceFixture::claim_all() {
  store::ClaimRoom room;
  room.in_all = room.otherwise = 100;
  return commit([&](store::Transaction& tx) {
    return claim(tx, *book, room, tx.now() + std::chrono::minutes(1)).value();
  });
}
std::string ServiceFixture::packet(const store::StoredReferral& of, const std::string& partner) {
  const auto pulled = pull_packet(*context, of.id, partner);
  return pulled ? *pulled : std::string(base::name_of(pulled.error().kind()));
}
std::vector<audit::Entry> ServiceFixture::audited(const std::string& action) {
  return look([&](store::Reader& reader) {
    std::vector<audit::Entry> found;
    for (const auto& logged : store::list_entries(reader, 0, 100'000)) {
      if (logged.entry.action == action) found.push_back(logged.entry);
    }
    return found;
  });
}

void ServiceFixture::audit_step(store::Transaction& tx) {
  audit::Entry entry;
  entry.actor = "system";
  entry.action = "test.step";
  tx.audit(entry);
}

}  // namespace hub::service
