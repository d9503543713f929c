#include "plugins/konkyu/konkyu.hpp"

#include "plugins/konkyu/push.hpp"
#include "plugins/konkyu/row.hpp"
#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/file_name.hpp"
#include "tsunagu/feed/labels.hpp"
#include "tsunagu/feed/table.hpp"

namespace konkyu {

namespace {

class Emitter {
 public:
  Emitter(feed::Batch& batch, Row& row) : batch_(&batch), row_(&row) {}

  template <class Record>
  void operator()(Record made) {
    if (row_->settings.from_tax_office) feed::label_all(made, record::Item::tax);
    batch_->add(made, row_->line);
  }
  template <class Record>
  void operator()(std::optional<Record> made) {
    if (made) (*this)(std::move(*made));
  }

 private:
  feed::Batch* batch_;
  Row* row_;
};

void map_row(const Settings& settings, feed::Line& line, feed::Batch& batch) {
  Row row = read_row(settings, line);
  Emitter emit(batch, row);
  emit(person_of(row));
  emit(household_of(row));
  emit(consultation_of(row));
  for (record::Concern& concern : concerns_of(row))
    emit(std::move(concern));
  emit(plan_of(row));
  emit(evaluation_of(row));
  emit(consent_of(row));
  emit(referral_of(row));
}

}  // namespace

tsunagu::Outcome Konkyu::decode(tsunagu::Input& input, tsunagu::Sink& sink) {
  feed::TableSpec spec{{text::Encoding::utf16le}, settings_.layout};
  spec.format.separator = '\t';
  spec.header_line = 3;
  feed::Table table(input, sink, std::move(spec));
  feed::Batch batch(sink);
  return table.each(
      [&](feed::Line& line) {
        map_row(settings_, line, batch);
        batch.flush(line);
      },
      feed::digits_of_name(input.name()));
}

tsunagu::Outcome Konkyu::push(const tsunagu::Message& message, tsunagu::Outbox& outbox) {
  return write_answer(message, outbox);
}

}  // namespace konkyu
