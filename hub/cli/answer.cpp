#include "hub/cli/answer.hpp"

#include <charconv>
#include <ostream>

#include "hub/base/clock.hpp"
#include "hub/cli/table.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::Type;
using tsunagu::json::View;

constexpr std::size_t line_bytes = std::size_t{64} * 1024 * 1024;

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  std::from_chars(text.data() + at, text.data() + at + digits, value);
  return value;
}

bool is_instant(std::string_view text) {
  return text.size() >= 20 && text[4] == '-' && text[10] == 'T' && text.back() == 'Z';
}

std::string two(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string joined(const Console& console, const Column& column, View list) {
  std::string out;
  for (const auto one : list) {
    if (!out.empty()) out += ", ";
    out += column.cell == Cell::word ? word_for(console.language, one.text()) : one.text();
  }
  return out;
}

void print_section(Console& console, const std::vector<View>& lines, const Section& section) {
  if (lines.empty() && section.optional) return;
  const auto title = console.in_words(section.title);
  if (!title.empty()) console.out << title << '\n';
  if (lines.empty()) {
    console.out << console.in_words({"(ありません)", "(none)"}) << '\n';
    return;
  }
  std::vector<std::string> header;
  for (const auto& column : section.columns)
    header.emplace_back(console.in_words(column.title));
  Table table(std::move(header));
  for (const auto line : lines) {
    std::vector<std::string> row;
    for (const auto& column : section.columns)
      row.push_back(cell_of(console, column, line));
    table.add(std::move(row));
  }
  table.print(console.out, console.columns);
}

}  // namespace

void Answer::add(std::string_view line) {
  auto parsed = tsunagu::json::parse_untrusted(line, {.bytes = line_bytes, .depth = 32});
  if (parsed.ok()) lines_.push_back(std::move(parsed).take());
}

std::vector<View> Answer::of(std::string_view kind) const {
  std::vector<View> out;
  for (const auto& line : lines_) {
    if (line.root().find("kind").text() == kind) out.push_back(line.root());
  }
  return out;
}

std::string cell_of(const Console& console, const Column& column, View line) {
  const auto value = line.find(column.key);
  switch (value.type()) {
    case Type::string:
      if (column.cell == Cell::time) return in_japan(value.text());
      if (column.cell == Cell::sentence) return translated(console.language, value.text());
      if (column.cell == Cell::word) return std::string(word_for(console.language, value.text()));
      return std::string(value.text());
    case Type::integer:
      return std::to_string(value.integer());
    case Type::boolean:
      return std::string(
          console.in_words(value.boolean() ? Text{"はい", "yes"} : Text{"いいえ", "no"}));
    case Type::array:
      return joined(console, column, value);
    default:
      return "-";
  }
}

void print_answer(Console& console, const Answer& answer, std::span<const Section> sections) {
  bool first = true;
  for (const auto& section : sections) {
    const auto lines = answer.of(section.kind);
    if (lines.empty() && section.optional) continue;
    if (!first) console.out << '\n';
    first = false;
    print_section(console, lines, section);
  }
}

std::string in_japan(std::string_view instant) {
  if (!is_instant(instant)) return std::string(instant);
  const std::chrono::year_month_day day(
      std::chrono::year(number_at(instant, 0, 4)),
      std::chrono::month(static_cast<unsigned>(number_at(instant, 5, 2))),
      std::chrono::day(static_cast<unsigned>(number_at(instant, 8, 2))));
  const auto at = std::chrono::sys_days(day) + std::chrono::hours(number_at(instant, 11, 2) + 9) +
                  std::chrono::minutes(number_at(instant, 14, 2));
  const auto minutes = static_cast<int>((at - std::chrono::floor<std::chrono::days>(at)).count());
  const base::UtcMillis utc = at - std::chrono::hours(9);
  return base::jst_date(utc) + ' ' + two(minutes / 60) + ':' + two(minutes % 60);
}

}  // namespace hub::cli
