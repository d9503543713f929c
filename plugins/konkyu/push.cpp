#include "plugins/konkyu/push.hpp"

#include <string>
#include <string_view>

#include "tsunagu/feed/answer.hpp"
#include "tsunagu/text/csv_writer.hpp"
#include "tsunagu/text/utf8.hpp"

namespace konkyu {

namespace feed = tsunagu::feed;
namespace text = tsunagu::text;

namespace {

void append_unit(std::string& bytes, char32_t unit) {
  bytes += static_cast<char>(unit & 0xFFU);
  bytes += static_cast<char>((unit >> 8U) & 0xFFU);
}

std::string utf16le(std::string_view utf8) {
  std::string bytes = "\xFF\xFE";
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next(utf8, at);
    if (c < 0x10000) {
      append_unit(bytes, c);
    } else {
      append_unit(bytes, 0xD800 + ((c - 0x10000) >> 10U));
      append_unit(bytes, 0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return bytes;
}

}  // namespace

tsunagu::Outcome write_answer(const tsunagu::Message& message, tsunagu::Outbox& outbox) {
  const feed::Answer answer = feed::read_answer(message, "konkyu:");
  if (!answer.problem.code.empty()) return tsunagu::Outcome::refuse(answer.problem);
  text::CsvWriter table('\t');
  for (const std::string_view name : feed::answer_columns)
    table.cell(name);
  table.end_row();
  for (const std::string_view cell : answer.cells())
    table.cell(cell);
  table.end_row();
  outbox.open("_kaito.txt");
  outbox.write(utf16le(table.take()));
  return tsunagu::Outcome::done(1);
}

}  // namespace konkyu
