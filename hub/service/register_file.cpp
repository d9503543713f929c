#include "hub/service/register_file.hpp"

#include "tsunagu/text/date.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::service {
namespace {

namespace text = tsunagu::text;

const std::vector<std::string> wanted = {"宛名番号",      "氏名カナ",       "生年月日",
                                         "有効開始",      "有効終了",       "併せて支援を求める者",
                                         "相手方氏名",    "相手方氏名カナ", "相手方生年月日",
                                         "相手方宛名番号"};

store::Reject refusal_of(const text::Problem& problem) {
  return {static_cast<std::int64_t>(problem.line.value_or(0)), "", problem.code, problem.text};
}

/// One row, by column names. The first thing that can't be read is kept as its problem.
class RowReader {
 public:
  RowReader(const text::Columns& columns, const text::Row& row) : columns_(columns), row_(row) {}

  [[nodiscard]] std::string cell(std::string_view name) const {
    const auto at = columns_.find(name);
    return at ? std::string(text::trim(row_[*at].text)) : std::string();
  }
  /// To the day, or empty where the cell is.
  std::string day(std::string_view name) {
    const auto value = cell(name);
    if (value.empty()) return {};
    const auto date = text::parse_date(value);
    if (!date) return fail(name, date.problem().code, date.problem().text);
    if (date->precision != text::Precision::day) {
      return fail(name, "register.date", "日まで分かる日付が必要です");
    }
    return date->iso();
  }
  std::string needed(std::string_view name, std::string value) {
    if (value.empty()) fail(name, "register.empty", std::string(name) + "が空です");
    return value;
  }
  [[nodiscard]] const std::optional<store::Reject>& problem() const { return problem_; }

 private:
  std::string fail(std::string_view name, std::string code, std::string reason) {
    if (!problem_) {
      problem_ = store::Reject{static_cast<std::int64_t>(row_.line()), std::string(name),
                               std::move(code), std::move(reason)};
    }
    return {};
  }

  const text::Columns& columns_;
  const text::Row& row_;
  std::optional<store::Reject> problem_;
};

std::vector<RegisterPerson> together_of(const std::string& cell) {
  std::vector<RegisterPerson> people;
  std::size_t begin = 0;
  while (begin < cell.size()) {
    const auto end = std::min(cell.find(';', begin), cell.size());
    const auto number = text::trim(std::string_view(cell).substr(begin, end - begin));
    if (!number.empty()) people.push_back({std::string(number), "", ""});
    begin = end + 1;
  }
  return people;
}

RegisterEntry entry_of(RowReader& row, std::uint64_t line) {
  RegisterEntry entry;
  entry.line = static_cast<std::int64_t>(line);
  entry.hidden = {row.cell("宛名番号"), row.needed("氏名カナ", row.cell("氏名カナ")),
                  row.needed("生年月日", row.day("生年月日"))};
  entry.near = {row.cell("相手方宛名番号"), row.cell("相手方氏名カナ"), row.day("相手方生年月日")};
  entry.together = together_of(row.cell("併せて支援を求める者"));
  entry.from_day = row.needed("有効開始", row.day("有効開始"));
  entry.until_day = row.day("有効終了");
  for (const auto* part :
       {&entry.hidden.number, &entry.hidden.kana, &entry.hidden.birthday, &entry.near.number,
        &entry.near.kana, &entry.near.birthday, &entry.from_day}) {
    entry.key += *part + "\n";
  }
  return entry;
}

}  // namespace

RegisterFile read_register(text::ReadBytes read, text::EncodingSet encodings) {
  RegisterFile file;
  text::RowStream rows(std::move(read), encodings);
  const auto missing = rows.columns().missing(wanted);
  if (!rows.problem() && !missing.empty()) {
    file.refusal =
        store::Reject{1, missing.front(), "register.column_missing",
                      "列「" + missing.front() + "」がありません。名簿の様式を確認してください"};
    return file;
  }
  while (const text::Row* row = rows.next()) {
    RowReader reader(rows.columns(), *row);
    auto entry = entry_of(reader, row->line());
    if (row->problem() != nullptr || reader.problem()) {
      file.refusal = reader.problem() ? *reader.problem() : refusal_of(*row->problem());
      return file;
    }
    file.entries.push_back(std::move(entry));
  }
  if (rows.problem()) file.refusal = refusal_of(*rows.problem());
  return file;
}

}  // namespace hub::service
