#include "plugins/kaigo/consultation.hpp"

#include "plugins/kaigo/row.hpp"
#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/file_name.hpp"
#include "tsunagu/feed/table.hpp"

namespace kaigo {

namespace {

/// Where the records of a row go: out, or, when the row takes them back, as their removals. The
/// person stays: other consultations may be about the same.
class Target {
 public:
  Target(feed::Batch& batch, feed::Line& line, bool removes)
      : batch_(&batch), line_(&line), removes_(removes) {}

  template <class Record>
  void operator()(record::Kind kind, Record&& made) {
    if (!removes_) return batch_->add(made, *line_);
    record::Removal removal("removal:" + text(made.key()), kind, text(made.key()));
    batch_->add(removal, *line_);
  }

 private:
  static const std::string& text(const std::string& key) { return key; }
  template <class Tag>
  static const std::string& text(const record::Key<Tag>& key) {
    return key.text();
  }

  feed::Batch* batch_;
  feed::Line* line_;
  bool removes_;
};

void map_row(const Settings& settings, feed::Line& line, feed::Batch& batch) {
  const std::string_view operation = line.value(Column::operation);
  if (operation != "1" && operation != "2" && operation != "3") {
    line.reject(Column::operation, "operation.unknown",
                "処理区分は1（新規）、2（更新）、3（取消）のどれかにしてください");
    return;
  }
  Row row = read_row(settings, line);
  if (operation != "3") {
    record::Person person = person_of(row);
    batch.add(person, line);
  }
  Target target(batch, line, operation == "3");
  if (auto hint = household_of(row)) target(record::Kind::household_hint, std::move(*hint));
  target(record::Kind::consultation, consultation_of(row));
  for (record::Concern& concern : concerns_of(row))
    target(record::Kind::concern, std::move(concern));
  if (auto consent = consent_of(row)) target(record::Kind::consent, std::move(*consent));
  if (auto referral = referral_of(row)) target(record::Kind::referral, std::move(*referral));
}

}  // namespace

tsunagu::Outcome decode_consultations(const Settings& settings, tsunagu::Input& input,
                                      tsunagu::Sink& sink) {
  feed::Batch batch(sink);
  feed::Table table(input, sink, {{text::Encoding::cp932}, settings.consultation});
  return table.each(
      [&](feed::Line& line) {
        map_row(settings, line, batch);
        batch.flush(line);
      },
      feed::digits_of_name(input.name()));
}

}  // namespace kaigo
