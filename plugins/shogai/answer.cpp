#include "plugins/shogai/answer.hpp"

#include <algorithm>
#include <string>

#include "plugins/shogai/base64.hpp"
#include "tsunagu/feed/answer.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace shogai {

namespace feed = tsunagu::feed;
namespace text = tsunagu::text;

namespace {

std::string in_cp932(std::string_view utf8, tsunagu::Outbox& outbox) {
  text::Cp932Text encoded = text::encode_cp932(utf8);
  for (const text::Substitution& use : encoded.substitutions)
    outbox.warning(feed::substitution(use.lost));
  return std::move(encoded.bytes);
}

/// YYYY-MM-DD as the file's YYYYMMDD.
std::string packed(std::string day) {
  day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  return day;
}

/// 1 受諾 … 5 プラン決定
std::string code_of(feed::AnswerKind kind) {
  return std::to_string(static_cast<int>(kind) + 1);
}

void add_control(text::CsvWriter& file, const Settings& settings, const std::string& day) {
  file.code("1");
  file.code(settings.issuer_number);
  file.code(day + "000000");
  file.code("3");
  file.end_row();
}

void add_answer(text::CsvWriter& file, const feed::Answer& answer, const std::string& day,
                std::string_view body) {
  file.code("2");
  file.code("A");
  file.cell(answer.receipt_number);
  file.code(day);
  file.code(code_of(answer.kind));
  file.cell(answer.agency);
  file.cell(answer.lead_agency);
  file.cell(body);
  file.end_row();
}

}  // namespace

tsunagu::Outcome write_answer(const Settings& settings, const tsunagu::Message& message,
                              tsunagu::Outbox& outbox) {
  const feed::Answer answer = feed::read_answer(message, "sodan:");
  if (!answer.problem.code.empty()) return tsunagu::Outcome::refuse(answer.problem);
  if (settings.issuer_number.empty()) {
    return tsunagu::Outcome::refuse(
        {"setting.missing",
         "設定 issuer_number（証記載市町村番号）がないため、回答のファイルを作れません"});
  }
  const std::string day = packed(answer.at);
  text::CsvWriter file(',', "\n");
  add_control(file, settings, day);
  add_answer(file, answer, day,
             settings.body_is_base64 ? encode_base64(in_cp932(answer.text, outbox)) : answer.text);
  file.code("3");
  file.code("1");
  file.end_row();
  const std::string bytes = in_cp932(file.take(), outbox);
  outbox.open("_kaito.csv");
  outbox.write(bytes);
  return tsunagu::Outcome::done(1);
}

}  // namespace shogai
