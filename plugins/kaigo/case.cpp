// The consultation itself and its concerns.
#include "plugins/kaigo/row.hpp"
#include "plugins/kaigo/words.hpp"
#include "tsunagu/feed/labels.hpp"
#include "tsunagu/feed/words.hpp"

namespace kaigo {

namespace {

record::Channel channel_of(feed::Line& line) {
  const std::string_view word = line.value(Column::channel);
  const record::ChannelCode* code = feed::meaning(channels, word);
  if (code == nullptr) {
    line.warn(Column::channel, "channel.unknown",
              "知らない受付方法です。「その他」とし、元の語を残しました");
  }
  record::Channel channel(code != nullptr ? *code : record::ChannelCode::other);
  channel.text = feed::own(word);
  return channel;
}

record::Caller caller_of(const feed::Line& line) {
  const std::string_view relationship = line.value(Column::caller_relationship);
  const record::CallerKind* kind = feed::meaning(feed::callers, relationship);
  record::Caller caller;
  caller.relationship = feed::own(relationship);
  caller.kind = kind != nullptr ? *kind : record::CallerKind::other;
  const bool oneself = kind != nullptr && *kind == record::CallerKind::self_;
  if (!oneself) caller.name = feed::own(line.value(Column::caller_name));
  return caller;
}

void classify_abuse(record::Consultation& consultation, const Row& row) {
  for (const Classified& one : row.classes) {
    if (one.meaning.code != record::ConcernCode::abuse) continue;
    consultation.abuse_types.add(feed::coding(row.settings.concerns.system(), {}, one.word));
  }
  feed::hide_informant(consultation);
}

}  // namespace

record::Consultation consultation_of(Row& row) {
  feed::Line& line = row.line;
  record::Consultation made(row.consultation, row.person,
                            feed::partial(row.received.value_or(text::Date{1, 1, 1})));
  made.receipt_number = row.receipt;
  if (line.has(Column::channel)) made.channel = channel_of(line);
  if (line.has(Column::caller_relationship) || line.has(Column::caller_name)) {
    made.caller = caller_of(line);
  }
  made.urgency = feed::urgency(line, Column::urgency);
  made.statement = feed::with_breaks(line.value(Column::statement));
  made.course = feed::with_breaks(line.value(Column::course));
  for (const std::string_view word : feed::parts(line.value(Column::classes), ';'))
    made.classifications.add(feed::coding(row.settings.concerns.system(), {}, word));
  if (line.has(Column::staff)) {
    record::Staff staff;
    staff.name = feed::own(line.value(Column::staff));
    made.staff = std::move(staff);
  }
  made.closed_at = feed::partial(line.date(Column::closed_on));
  if (row.abuse) classify_abuse(made, row);
  return made;
}

std::vector<record::Concern> concerns_of(Row& row) {
  std::vector<record::Concern> concerns;
  for (const Classified& one : row.classes) {
    const std::string code(record::text_of(one.meaning.code));
    record::Concern concern(row.key(one.word + "/" + code), row.person, one.meaning.code);
    concern.consultation_key = row.consultation;
    concern.sub_code = one.meaning.sub_code;
    concern.source_code = feed::coding(row.settings.concerns.system(), {}, one.word);
    concerns.push_back(std::move(concern));
  }
  return concerns;
}

}  // namespace kaigo
