// A whole adapter of a real size: the consultation export of a counter, 30 columns of CSV, with the
// person, the household, the concerns, the consent and the referral that each row tells of.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "tsunagu/adapter.hpp"
#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/consent.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/file_name.hpp"
#include "tsunagu/feed/labels.hpp"
#include "tsunagu/feed/table.hpp"
#include "tsunagu/feed/words.hpp"

namespace {

namespace feed = tsunagu::feed;
namespace record = tsunagu::record;
using record::ChannelCode;

constexpr std::array<std::string_view, 30> columns{
    "受付番号",   "年度",       "受付日",   "受付方法", "相談者氏名", "相談者続柄",
    "相談者電話", "宛名番号",   "世帯番号", "氏名",     "フリガナ",   "生年月日",
    "性別",       "郵便番号",   "住所",     "方書",     "電話番号",   "同居家族",
    "主訴",       "希望",       "相談分類", "緊急度",   "対応内容",   "支援方針",
    "同意区分",   "同意年月日", "同意先",   "つなぎ先", "担当者",     "終結日"};

/// A column by its name in the export; one that is not there doesn't compile.
consteval std::size_t at(std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i] == name) return i;
  throw "no column of that name";
}

feed::Layout layout() {
  std::vector<feed::ColumnSpec> all;
  for (const std::string_view name : columns)
    all.push_back({std::string(name)});
  return feed::Layout(std::move(all));
}

constexpr feed::Vocabulary<ChannelCode, 3> channels{{{"窓口", ChannelCode::visit},
                                                     {"電話", ChannelCode::phone},
                                                     {"訪問", ChannelCode::home_visit}}};
constexpr feed::Vocabulary<record::Sex, 2> sexes{
    {{"男", record::Sex::male}, {"女", record::Sex::female}}};
constexpr feed::Vocabulary<record::ConcernCode, 5> concerns{
    {{"介護", record::ConcernCode::care},
     {"介護者の負担", record::ConcernCode::caregiver},
     {"認知症", record::ConcernCode::dementia},
     {"生活費", record::ConcernCode::poverty},
     {"虐待", record::ConcernCode::abuse}}};

/// What all records of a row share. The counter counts from 1 each 年度, so its keys name the year.
struct Row {
  explicit Row(feed::Line& from)
      : line(from),
        key("madoguchi:" + text(at("年度")) + "-" + text(at("受付番号"))),
        person(line.has(at("宛名番号")) ? "atena:" + text(at("宛名番号")) : key),
        received(line.date(at("受付日"))),
        abuse(line.value(at("相談分類")).find("虐待") != std::string_view::npos) {}

  [[nodiscard]] std::string text(std::size_t column) const { return feed::own(line.value(column)); }

  feed::Line& line;
  std::string key;
  record::PersonKey person;
  std::optional<tsunagu::text::Date> received;
  bool abuse;
};

record::Person person_of(const Row& row) {
  feed::Line& line = row.line;
  record::Person person(row.person);
  if (line.has(at("宛名番号")))
    person.identifiers.add({"atena:madoguchi", row.text(at("宛名番号"))});
  person.names.add(feed::name(line.cell(at("氏名")).text, line.value(at("フリガナ"))));
  if (const auto* sex = feed::meaning(sexes, line.value(at("性別"))))
    person.sex = *sex;
  else if (line.has(at("性別")))
    line.warn(at("性別"), "sex.unknown", "知らない性別です");
  person.date_of_birth = feed::partial(line.date(at("生年月日")));
  if (line.has(at("住所")))
    person.addresses.add(
        feed::address(line.value(at("住所")), line.value(at("方書")), line.value(at("郵便番号"))));
  if (line.has(at("電話番号"))) person.contacts.add(feed::telephone(line.value(at("電話番号"))));
  return person;
}

record::HouseholdHint household_of(const Row& row) {
  record::HouseholdHint hint(row.key + "/世帯", row.person);
  if (row.line.has(at("世帯番号")))
    hint.register_number = record::RegisterNumber("setai:madoguchi", row.text(at("世帯番号")));
  hint.members_text = row.text(at("同居家族"));
  return hint;
}

record::Channel channel_of(const Row& row) {
  const auto* code = feed::meaning(channels, row.line.value(at("受付方法")));
  if (code == nullptr) row.line.warn(at("受付方法"), "channel.unknown", "知らない受付方法です");
  record::Channel channel(code != nullptr ? *code : ChannelCode::other);
  channel.text = row.text(at("受付方法"));
  return channel;
}

record::Caller caller_of(const Row& row) {
  const auto* kind = feed::meaning(feed::callers, row.line.value(at("相談者続柄")));
  record::Caller caller;
  caller.name = row.text(at("相談者氏名"));
  caller.relationship = row.text(at("相談者続柄"));
  caller.kind = kind != nullptr ? *kind : record::CallerKind::other;
  caller.contact = row.text(at("相談者電話"));
  return caller;
}

record::Consultation consultation_of(const Row& row) {
  feed::Line& line = row.line;
  record::Consultation made(record::ConsultationKey(row.key), row.person,
                            feed::partial(*row.received));
  made.receipt_number = row.text(at("受付番号"));
  if (line.has(at("受付方法"))) made.channel = channel_of(row);
  if (line.has(at("相談者氏名")) || line.has(at("相談者続柄"))) made.caller = caller_of(row);
  made.urgency = feed::urgency(line, at("緊急度"));
  made.statement = feed::with_breaks(line.value(at("主訴")));
  made.wish = feed::with_breaks(line.value(at("希望")));
  made.course = feed::with_breaks(line.value(at("対応内容")));
  made.support_policy = feed::with_breaks(line.value(at("支援方針")));
  record::Staff staff;
  staff.name = row.text(at("担当者"));
  if (line.has(at("担当者"))) made.staff = std::move(staff);
  made.closed_at = feed::partial(line.date(at("終結日")));
  if (row.abuse) feed::hide_informant(made);
  return made;
}

record::Concern concern_of(const Row& row, std::string_view word) {
  const auto* code = feed::meaning(concerns, word);
  if (code == nullptr) row.line.warn(at("相談分類"), "concern.unknown", "知らない相談分類です");
  record::Concern concern(row.key + "/" + feed::own(word), row.person,
                          code != nullptr ? *code : record::ConcernCode::other);
  concern.consultation_key = record::ConsultationKey(row.key);
  concern.source_code = feed::coding("madoguchi", {}, word);
  return concern;
}

record::Referral referral_of(const Row& row) {
  record::Referral referral(row.key + "/つなぎ", row.person);
  referral.consultation_key = record::ConsultationKey(row.key);
  referral.reason_text = feed::with_breaks(row.line.value(at("主訴")));
  referral.requested_recipient = feed::coding("agency", row.line.value(at("つなぎ先")), {});
  referral.requested_at = row.abuse ? feed::month_of(*row.received) : feed::partial(*row.received);
  return referral;
}

void map_row(feed::Line& line, feed::Batch& batch) {
  for (const std::size_t column : {at("受付番号"), at("年度"), at("受付日"), at("氏名")})
    if (!line.has(column)) line.reject(column, "cell.empty", "この列は空にできません");
  const Row row(line);
  if (line.rejection()) return batch.flush(line);
  const auto add = [&](auto made) { batch.add(made, line); };
  add(person_of(row));
  if (line.has(at("世帯番号")) || line.has(at("同居家族"))) add(household_of(row));
  add(consultation_of(row));
  for (const std::string_view word : feed::parts(line.value(at("相談分類")), ';'))
    add(concern_of(row, word));
  const feed::ConsentColumns<std::size_t> consent{at("同意区分"), at("同意年月日"), at("同意先")};
  if (line.has(at("同意区分"))) add(feed::consent(line, consent, row.key + "/同意", row.person));
  if (line.has(at("つなぎ先"))) add(referral_of(row));
  batch.flush(line);
}

}  // namespace

class CounterExport final : public tsunagu::Adapter {
 public:
  static constexpr std::string_view manifest = R"({
    "id": "counter", "version": "1.0.0", "name": "総合相談窓口", "description": "窓口の相談記録（30列のCSV）",
    "fields": ["sogo"],
    "feeds": [{"name": "consultations", "description": "相談記録", "mode": "delta", "order": "content",
               "key_scope": "fiscal_year", "encodings": ["cp932", "utf8"], "files": ["MADOGUCHI_*.csv"]}],
    "writes": ["person", "household_hint", "consultation", "concern", "consent", "referral"],
    "holds": ["informant"]
  })";

  explicit CounterExport(const tsunagu::Config&) {}

  tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override {
    using tsunagu::text::Encoding;
    feed::Batch batch(sink);
    feed::Table table(input, sink,
                      {.encodings = {Encoding::cp932, Encoding::utf8}, .layout = layout()});
    return table.each([&](feed::Line& line) { map_row(line, batch); },
                      feed::digits_of_name(input.name()));
  }
};

TSUNAGU_ADAPTER(CounterExport);
