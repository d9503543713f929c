// S rows: a consultation, its concerns, its consent, its referral.
#include <algorithm>

#include "plugins/shogai/base64.hpp"
#include "plugins/shogai/mapping.hpp"
#include "tsunagu/feed/consent.hpp"
#include "tsunagu/feed/labels.hpp"
#include "tsunagu/feed/words.hpp"

namespace shogai {

namespace {

struct Class {
  std::string code;
  feed::ConcernMeaning meaning;
};

struct Consulted {
  std::string key;
  record::PersonKey person;
  std::optional<text::Date> received;
  std::vector<Class> classes;
  bool abuse = false;
};

std::vector<Class> classes_of(const feed::ConcernMap& concerns, feed::Line& line) {
  std::vector<Class> classes;
  for (const std::string_view code : feed::parts(line.value(Asked::classes), '|')) {
    std::vector<feed::ConcernMeaning> meanings = concerns.of(code);
    if (meanings.empty()) {
      line.warn(Asked::classes, "concern.unknown_code",
                "知らない内容コードです。「その他」とし、元のコードを残しました");
      meanings.emplace_back();
    }
    for (feed::ConcernMeaning& meaning : meanings)
      classes.push_back({feed::own(code), std::move(meaning)});
  }
  return classes;
}

Consulted read(const Settings& settings, feed::Line& line) {
  for (const Asked column : {Asked::receipt_number, Asked::received_on}) {
    if (!line.has(column)) line.reject(column, "cell.empty", "必須の項目が空です");
  }
  Consulted row{"sodan:" + feed::own(line.value(Asked::receipt_number)),
                person_key(line, Asked::atena), line.date(Asked::received_on),
                classes_of(settings.concerns, line)};
  row.abuse = std::any_of(row.classes.begin(), row.classes.end(), [](const Class& one) {
    return one.meaning.code == record::ConcernCode::abuse;
  });
  return row;
}

std::string body_of(const Settings& settings, feed::Line& line) {
  const std::string_view written = line.value(Asked::body);
  if (!settings.body_is_base64) return feed::with_breaks(written);
  const std::optional<std::string> bytes = decode_base64(written);
  if (!bytes) {
    line.reject(Asked::body, "base64.malformed", "本文がBase64として読めません");
    return {};
  }
  auto body = text::decode(*bytes, {text::Encoding::utf8, text::Encoding::cp932});
  if (body) return std::move(body).value();
  line.reject(Asked::body, body.problem());
  return {};
}

record::Consultation consultation_of(const Settings& settings, const Consulted& row,
                                     feed::Line& line) {
  record::Consultation made(record::ConsultationKey(row.key), row.person,
                            feed::partial(row.received.value_or(text::Date{1, 1, 1})));
  made.receipt_number = feed::own(line.value(Asked::receipt_number));
  made.route = feed::words(line.value(Asked::route));
  if (line.has(Asked::caller)) {
    record::Caller caller;
    caller.relationship = feed::own(line.value(Asked::caller));
    const record::CallerKind* kind = feed::meaning(feed::callers, line.value(Asked::caller));
    caller.kind = kind != nullptr ? *kind : record::CallerKind::other;
    made.caller = std::move(caller);
  }
  made.urgency = feed::urgency(line, Asked::urgency);
  made.statement = body_of(settings, line);
  for (const std::string_view code : feed::parts(line.value(Asked::classes), '|'))
    made.classifications.add(feed::coding("shogai", code, {}));
  if (row.abuse) feed::hide_informant(made);
  return made;
}

record::Concern concern_of(const Consulted& row, const Class& one) {
  record::Concern concern(
      row.key + "/" + one.code + "/" + std::string(record::text_of(one.meaning.code)), row.person,
      one.meaning.code);
  concern.consultation_key = record::ConsultationKey(row.key);
  concern.sub_code = one.meaning.sub_code;
  concern.source_code = feed::coding("shogai", one.code, {});
  return concern;
}

record::Referral referral_of(const Consulted& row, feed::Line& line) {
  record::Referral referral(row.key + "/tsunagi", row.person);
  referral.consultation_key = record::ConsultationKey(row.key);
  referral.requested_recipient = feed::coding("agency", line.value(Asked::refer_to), {});
  referral.urgency = feed::urgency(line, Asked::urgency);
  if (row.received) {
    referral.requested_at =
        row.abuse ? feed::month_of(*row.received) : feed::partial(*row.received);
  }
  return referral;
}

}  // namespace

void Mapping::asked(feed::Line& line, feed::Batch& batch) const {
  const Consulted row = read(settings, line);
  record::Consultation consultation = consultation_of(settings, row, line);
  batch.add(consultation, line);
  for (const Class& one : row.classes) {
    record::Concern concern = concern_of(row, one);
    batch.add(concern, line);
  }
  if (line.has(Asked::consent)) {
    const feed::ConsentColumns<Asked> columns{Asked::consent, Asked::consent_on, Asked::consent_to};
    record::Consent consent = feed::consent(line, columns, row.key + "/doui", row.person);
    consent.consultation_key = record::ConsultationKey(row.key);
    batch.add(consent, line);
  }
  if (!line.has(Asked::refer_to)) return;
  record::Referral referral = referral_of(row, line);
  batch.add(referral, line);
}

}  // namespace shogai
