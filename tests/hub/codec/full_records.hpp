// One record of each kind with every member that its builder knows: what the builders write, the
// decoder must read.
#pragma once

#include "tsunagu/record.hpp"

namespace full {

using namespace tsunagu::record;

inline PartialDate date(const std::string& day = "2026-04-01") {
  PartialDate date(day);
  date.precision = Precision::month;
  date.artificial = true;
  date.time = "09:30";
  return date;
}

inline Coding coding(const std::string& code = "45") {
  Coding coding;
  coding.system = "vendor";
  coding.code = code;
  coding.text = "word";
  return coding;
}

inline Period period() {
  Period period;
  period.from = "2026-04-01";
  period.until = "2027-03-31";
  period.text = "1年";
  return period;
}

inline Address address() {
  Address address("栃木県さくら市氏家2771");
  address.use = AddressUse::actual;
  address.local_government_code = "092142";
  address.street_address_id = "0001000";
  address.prefecture = "栃木県";
  address.city_and_county = "さくら市";
  address.street_address = "氏家";
  address.city_block = "2771";
  address.building_name_etc = "101";
  address.postal_code = "3291311";
  return address;
}

inline Staff staff() {
  Staff staff;
  staff.name = "架空 次郎";
  staff.agency = "架空相談支援事業所";
  return staff;
}

inline Party party() {
  Party party;
  party.person_key = PersonKey("p2");
  party.name = "架空 三郎";
  party.name_kana = "カクウ サブロウ";
  party.date_of_birth = date("1960-01-01");
  party.relationship = "夫";
  return party;
}

/// The members that every kind may carry.
template <class Record>
Record with_envelope(Record record, const std::string& pointer) {
  record.label(pointer, Item::tax);
  record.warn("some.code", 3, "列", "説明");
  record.keep("列", "値");
  return record;
}

inline void add_care(Person& person) {
  CareLevel level(CareLevelCode::care_1);
  level.text = "要介護1";
  level.certified_at = "2026-03-20";
  level.valid_from = "2026-04-01";
  level.valid_until = "2027-03-31";
  person.care_level = level;
  Observation& observation = person.observations.add(Observation(ObservationKind::disease));
  observation.code = "1";
  observation.text = "腰痛";
  observation.at = date();
  auto& certificate =
      person.disability_certificates.add(DisabilityCertificate(CertificateKind::physical));
  certificate.grade = "S2";
  certificate.severity = CertificateSeverity::heavy;
  certificate.note = "肢体";
  SupportCategory category(SupportCategoryCode::category_3);
  category.source_code = "23";
  category.valid_from = "2026-04-01";
  category.valid_until = "2029-03-31";
  person.support_category = category;
  ServiceUse& service = person.services.add({});
  service.provider_number = "0990000019";
  service.provider_name = "架空デイサービス";
  service.service_code = "15";
  service.service_name = "通所介護";
  service.from = "2026-04-01";
  service.until = "2027-03-31";
  Affiliation& school = person.affiliations.add(Affiliation(AffiliationKind::school, "架空小学校"));
  school.note = "3年";
  school.from = "2024-04-01";
  school.until = "2027-03-31";
  Pregnancy pregnancy;
  pregnancy.due_date = date("2026-08-21");
  pregnancy.risk_items.add(coding());
  person.pregnancy = pregnancy;
}

inline Person person() {
  Person person{PersonKey("p1")};
  Identifier& insured = person.identifiers.add({"insured", "0000123456"});
  insured.issuer_lg_code = "092148";
  Name& name = person.names.add({"髙橋 トミ", "髙橋　トミ"});
  name.use = NameUse::official;
  name.family_name = "髙橋";
  name.given_name = "トミ";
  name.family_name_kana = "タカハシ";
  name.given_name_kana = "トミ";
  name.full_name_kana = "タカハシ トミ";
  person.sex = Sex::female;
  person.date_of_birth = date("1943-05-01");
  person.stated_age = 82;
  person.date_of_death = date("2026-04-09");
  person.addresses.add(address());
  Contact& contact = person.contacts.add(Contact("09000000001"));
  contact.kind = ContactKind::mobile;
  contact.safe = false;
  contact.note = "夜だけ";
  person.nationality = "日本";
  person.language = "ja";
  add_care(person);
  auto& hidden = person.confidential_information.add(
      ConfidentialInformation(ConfidentialKind::support_measure));
  hidden.from = "2026-01-15";
  hidden.until = "2027-01-14";
  hidden.hidden_from.add(party());
  hidden.protected_together.add(party());
  return with_envelope(std::move(person), "/sex");
}

inline HouseholdHint household_hint() {
  HouseholdHint hint("h1", PersonKey("p1"));
  hint.register_number = RegisterNumber("setai", "0000456");
  hint.composition = "二人暮らし";
  hint.members_text = "長男";
  Member& son = hint.members.add(Member("長男"));
  son.person_key = PersonKey("p2");
  son.role = MemberRole::carer;
  son.cohabiting = Cohabiting::no;
  son.age = 52;
  son.from = "2020-01-01";
  son.until = "2026-01-01";
  return with_envelope(std::move(hint), "/composition");
}

inline Income income() {
  Income income;
  income.household_monthly = 120'000;
  income.text = "12万円ほど";
  Arrears& arrears = income.arrears.add(Arrears(ArrearsKind::tax));
  arrears.text = "住民税";
  arrears.amount = 80'000;
  arrears.provenance = Provenance::self_;
  income.debts = "なし";
  return income;
}

inline Consultation consultation() {
  Consultation made(ConsultationKey("c1"), PersonKey("p1"), date());
  made.receipt_number = "R08-00031";
  Channel channel(ChannelCode::phone);
  channel.text = "電話";
  made.channel = channel;
  made.route = coding();
  Caller caller;
  caller.name = "架空 花";
  caller.relationship = "長女";
  caller.kind = CallerKind::family;
  caller.contact = "09000000002";
  made.caller = caller;
  made.urgency = Urgency::immediate;
  made.statement = "眠れない";
  made.wish = "休みたい";
  made.course = "電話した";
  made.support_policy = "見守る";
  made.emergency_support = "食料";
  made.classifications.add(coding());
  made.abuse = true;
  made.abuse_types.add(coding());
  made.legal_category = LegalCategory::guardian;
  made.severity = AbuseSeverity::mild;
  made.staff = staff();
  made.closed_at = date();
  made.closed_reason = "転出";
  made.income = income();
  made.housing = coding();
  made.employment = coding();
  made.health_insurance = coding();
  made.pension = coding();
  return with_envelope(std::move(made), "/statement");
}

inline Concern concern() {
  Concern made("n1", PersonKey("p1"), ConcernCode::withdrawal);
  made.consultation_key = ConsultationKey("c1");
  made.sub_code = "long";
  made.source_code = coding();
  made.statement = "外に出ない";
  made.severity = ConcernSeverity::high;
  made.most_pressing = true;
  made.first_seen = date();
  made.status = ConcernStatus::active;
  return with_envelope(std::move(made), "/statement");
}

inline Assessment assessment() {
  Assessment made("a1", PersonKey("p1"), AssessmentForm::juso_assessment);
  made.consultation_key = ConsultationKey("c1");
  made.form_name = "重層アセスメントシート";
  made.version = "2024";
  AssessmentItem& item = made.items.add(AssessmentItem("12"));
  item.text = "BMI";
  item.value = "17.9";
  item.points = 1;
  made.summary = "低栄養の疑い";
  made.strengths = "近所づきあい";
  made.assessed_at = date();
  made.by = staff();
  return with_envelope(std::move(made), "/strengths");
}

inline Consent consent() {
  Consent made = Consent::given("d1", PersonKey("p1"), "2026-04-03");
  made.consultation_key = ConsultationKey("c1");
  GivenBy giver(GivenByKind::guardian);
  giver.name = "架空 後見";
  giver.basis = "成年後見";
  made.given_by = giver;
  ConsentScope scope;
  scope.forums = {"J-KAIGI"};
  scope.recipients = {"sakutomo"};
  scope.purposes = {"plan"};
  scope.data_labels = {Item::statement, Item::tax};
  scope.excludes = {"病名"};
  made.scope = scope;
  made.method = ConsentMethod::oral;
  made.until = "2027-04-02";
  made.evidence_ref = "書庫 3";
  made.withdrawn_at = "2026-04-09";
  ConsentPart part(ConsentStatus::given);
  part.at = "2026-04-03";
  made.to_support = part;
  made.to_sharing = part;
  made.source_text = "口頭で確認";
  return with_envelope(std::move(made), "/until");
}

/// A printed form in place of a scope of its own: never both.
inline Consent consent_by_form() {
  Consent made = Consent::given("d2", PersonKey("p1"), "2026-04-03");
  made.scope_form = "J1";
  return made;
}

inline Referral referral() {
  Referral made("r1", PersonKey("p1"));
  made.consultation_key = ConsultationKey("c1");
  made.reason = ReferralReason::outreach;
  made.reason_text = "会えない";
  made.requested_action = "訪問";
  made.requested_recipient = coding("sakutomo");
  made.urgency = Urgency::soon;
  made.requested_at = date();
  Explanation explained(true);
  explained.convinced = true;
  explained.at = "2026-04-03";
  made.explained = explained;
  made.accompaniment = true;
  made.sheet_version = "1";
  made.staff = staff();
  return with_envelope(std::move(made), "/reasonText");
}

inline Support support() {
  Support support("入浴の見守り");
  support.number = 1;
  support.insured = "1";
  support.service_type = coding("15");
  support.amount = "週2回";
  support.provider_number = "0990000019";
  support.provider_name = "架空デイサービス";
  support.frequency = "週2回";
  support.period = period();
  support.evaluation = "毎月末";
  support.note = "体調しだい";
  return support;
}

inline Issue issue() {
  Issue issue("買い物に困っている");
  issue.number = 2;
  issue.priority = 1;
  issue.person_role = "店を選ぶ";
  Goal& goal = issue.goals.add({});
  goal.number = 3;
  goal.text = "自分で選ぶ";
  goal.long_term = "一人で行ける";
  goal.long_term_period = period();
  goal.short_term = "週に一度行く";
  goal.short_term_period = period();
  goal.due = "6か月";
  goal.supports.add(support());
  return issue;
}

inline Plan plan() {
  Plan made(PlanKey("k1"), PersonKey("p1"), PlanForm::takikan);
  made.consultation_key = ConsultationKey("c1");
  made.title = "プラン";
  made.status = PlanStatus::suspended;
  made.revision = 2;
  made.suspended_reason = "入院";
  made.created_at = date();
  made.changed_at = date();
  made.decided_at = date("2026-04-05");
  made.period = period();
  made.wish = "働きたい";
  made.family_wish = "見守りたい";
  made.policy = "生活を整える";
  made.long_term_goal = "外で過ごす";
  made.short_term_goal = "起きる";
  made.issues.add(issue());
  made.monitoring_from = date("2026-05-01");
  made.review_cycle = "P3M";
  made.review_at = date("2026-08-01");
  made.conference_at = date();
  made.consented_at = date();
  made.author = staff();
  made.agencies = {"サクトモ"};
  made.format_version = "202104";
  made.updater_number = "0990000019";
  made.source_mark = "1";
  return with_envelope(std::move(made), "/wish");
}

inline Monitoring monitoring() {
  Monitoring made("m1", PersonKey("p1"), date("2026-07-01"));
  made.consultation_key = ConsultationKey("c1");
  made.plan_key = PlanKey("k1");
  made.by = staff();
  made.method = "訪問";
  made.changes.add(coding("sos"));
  made.outcome = coding("継続");
  made.proposal = MonitoringProposal::suspend;
  made.next_due = "2026-10-01";
  made.note = "落ち着いている";
  return with_envelope(std::move(made), "/note");
}

inline Phone phone() {
  Phone phone("028-099-1000");
  phone.kind = PhoneKind::fax;
  phone.extension = "12";
  return phone;
}

inline void add_times(Resource& resource) {
  Schedule& schedule = resource.schedules.add({});
  schedule.days = {DayCode::mo, DayCode::ho};
  schedule.specific_days = {"0We"};
  schedule.opens_at = "09:00";
  schedule.closes_at = "16:00";
  schedule.text = "月・祝";
  resource.schedule_note = "盆は休み";
  resource.closed_days = "火";
  resource.approved_at = date("2010-04-01");
  resource.assured_at = date();
}

inline void add_offer(Resource& resource) {
  resource.capacity = 20;
  resource.capacity_text = "20";
  resource.available = 3;
  resource.minimum_age = 6;
  resource.maximum_age = 64;
  resource.eligibility = "市内の人";
  resource.fee_kind = "有料";
  resource.fees = "100円";
  resource.application_process = "電話";
  resource.transport = true;
  resource.accessibility = {"スロープ"};
  resource.acceptance = {"見学可"};
  resource.participation_support = true;
  resource.temporary_care = "有";
  resource.age_range = "6-64";
  resource.shared_use = true;
  resource.meets_care_standard = false;
  resource.meets_disability_standard = true;
  resource.note = "備考";
}

inline Resource resource() {
  Resource made("s1", PublicRange::staff, "架空作業所");
  made.resource_kind = coding();
  made.identifiers.add({"jigyosho", "0910900001"});
  made.name_kana = "カクウサギョウショ";
  made.name_en = "Kaku";
  made.status = ResourceStatus::inactive;
  made.description = "作業";
  made.service_types.add(coding("46"));
  made.target_fields = {"障がい"};
  Organization organization;
  organization.name = "架空福祉会";
  organization.name_kana = "カクウフクシカイ";
  organization.corporate_number = "5080001018392";
  organization.address = address();
  organization.phones.add(phone());
  organization.url = "https://example.jp/";
  organization.designated_by = "栃木県";
  made.organization = organization;
  made.publisher_code = "092142";
  made.address = address();
  made.latitude = 36.68;
  made.longitude = 139.96;
  made.access = "駅から5分";
  made.parking = "3台";
  made.phones.add(phone());
  made.email = "kaku@example.jp";
  made.url = "https://example.jp/";
  add_times(made);
  add_offer(made);
  return with_envelope(std::move(made), "/access");
}

inline Removal removal() {
  Removal made("x1", Kind::consultation, "c1");
  made.at = "2026-04-09";
  made.reason = "誤入力";
  return with_envelope(std::move(made), "/reason");
}

}  // namespace full
