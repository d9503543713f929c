#include "plugins/kodomo/answer.hpp"

#include <array>
#include <string>
#include <string_view>

#include "tsunagu/feed/answer.hpp"
#include "tsunagu/json/writer.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace kodomo {

namespace feed = tsunagu::feed;

namespace {

/// The export's own way of naming things; in the order of Answer::cells.
constexpr std::array<std::string_view, 6> members = {"receiptNo", "answeredAt", "answer",
                                                     "agency",    "leadAgency", "text"};

/// As the export's codes are written: lower case, English.
constexpr std::string_view code_of(feed::AnswerKind kind) {
  constexpr std::string_view codes[] = {"accepted", "returned", "lead_named", "closed", "planned"};
  return codes[static_cast<std::size_t>(kind)];
}

std::array<std::string_view, 6> values_of(const feed::Answer& answer) {
  std::array<std::string_view, 6> values = answer.cells();
  values[2] = code_of(answer.kind);
  return values;
}

/// What is empty is left out, as in the export.
std::string json_line(const feed::Answer& answer) {
  const auto values = values_of(answer);
  std::string line;
  tsunagu::json::Writer json(line);
  json.begin_object();
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (values[i].empty()) continue;
    json.key(members[i]);
    json.string(values[i]);
  }
  json.end_object();
  return line + "\n";
}

std::string table(const feed::Answer& answer) {
  tsunagu::text::CsvWriter csv;
  for (const std::string_view name : members)
    csv.cell(name);
  csv.end_row();
  for (const std::string_view value : values_of(answer))
    csv.cell(value);
  csv.end_row();
  return "\xEF\xBB\xBF" + csv.take();
}

}  // namespace

tsunagu::Outcome write_answer(const Settings& settings, const tsunagu::Message& message,
                              tsunagu::Outbox& outbox) {
  const feed::Answer answer = feed::read_answer(message, "sodan:");
  if (!answer.problem.code.empty()) return tsunagu::Outcome::refuse(answer.problem);
  outbox.open(settings.answers_as_table ? "_kaito.csv" : "_kaito.jsonl");
  outbox.write(settings.answers_as_table ? table(answer) : json_line(answer));
  return tsunagu::Outcome::done(1);
}

}  // namespace kodomo
