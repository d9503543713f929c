#include "plugins/kaigo/push.hpp"

#include "tsunagu/feed/answer.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace kaigo {

namespace feed = tsunagu::feed;
namespace text = tsunagu::text;

tsunagu::Outcome write_answer(const tsunagu::Message& message, tsunagu::Outbox& outbox) {
  const feed::Answer answer = feed::read_answer(message, "sodan:");
  if (!answer.problem.code.empty()) return tsunagu::Outcome::refuse(answer.problem);
  text::CsvWriter csv;
  for (const std::string_view name : feed::answer_columns)
    csv.cell(name);
  csv.end_row();
  for (const std::string_view cell : answer.cells())
    csv.cell(cell);
  csv.end_row();
  const text::Cp932Text encoded = text::encode_cp932(csv.take());
  for (const text::Substitution& use : encoded.substitutions)
    outbox.warning(feed::substitution(use.lost));
  outbox.open("_kaito.csv");
  outbox.write(encoded.bytes);
  return tsunagu::Outcome::done(1);
}

}  // namespace kaigo
