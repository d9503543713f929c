#include "hub/service/register_file.hpp"

#include <algorithm>

#include "tsunagu/decode.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/refused_numbers.hpp"
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

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
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
  /// 宛名番号, as one of the digits that the residents' system gives; or empty.
  std::string number(std::string_view name) {
    auto value = text::ascii_width(cell(name));
    if (is_number(value)) return value;
    return fail(name, "register.number", "宛名番号は数字だけで書いてください");
  }
  std::vector<RegisterPerson> numbers(std::string_view name) {
    std::vector<RegisterPerson> people;
    const auto all = text::ascii_width(cell(name));
    for (std::size_t begin = 0; begin < all.size();) {
      const auto end = std::min(all.find(';', begin), all.size());
      const std::string one(text::trim(std::string_view(all).substr(begin, end - begin)));
      if (!is_number(one)) fail(name, "register.number", "宛名番号を;で区切って書いてください");
      if (!one.empty()) people.push_back({one, "", ""});
      begin = end + 1;
    }
    return people;
  }
  void check_period(const std::string& from, const std::string& until) {
    if (!until.empty() && until < from) {
      fail("有効終了", "register.period", "有効終了が有効開始より前です");
    }
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

RegisterEntry entry_of(RowReader& row, std::uint64_t line) {
  RegisterEntry entry;
  entry.line = static_cast<std::int64_t>(line);
  entry.hidden = {row.number("宛名番号"), row.needed("氏名カナ", row.cell("氏名カナ")),
                  row.needed("生年月日", row.day("生年月日"))};
  entry.near = {row.number("相手方宛名番号"), row.cell("相手方氏名カナ"),
                row.day("相手方生年月日")};
  entry.together = row.numbers("併せて支援を求める者");
  entry.from_day = row.needed("有効開始", row.day("有効開始"));
  entry.until_day = row.day("有効終了");
  row.check_period(entry.from_day, entry.until_day);
  for (const auto* part :
       {&entry.hidden.number, &entry.hidden.kana, &entry.hidden.birthday, &entry.near.number,
        &entry.near.kana, &entry.near.birthday, &entry.from_day}) {
    entry.key += *part + "\n";
  }
  return entry;
}

store::Reject holds_number(std::uint64_t line, const std::string& column) {
  return {static_cast<std::int64_t>(line), column, std::string(tsunagu::my_number_code),
          "保持できない番号が含まれています。名簿の出力から外してください"};
}

/// 番号法20条: no name and no cell may be one.
std::optional<store::Reject> number_in(const text::Columns& columns) {
  for (const auto& name : columns.names()) {
    if (text::refused_header(name)) return holds_number(1, "");
  }
  return std::nullopt;
}
std::optional<store::Reject> number_in(const text::Columns& columns, const text::Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!text::find_refused_number(row[i].text)) continue;
    return holds_number(row.line(), i < columns.names().size() ? columns.names()[i] : "");
  }
  return std::nullopt;
}

std::optional<store::Reject> wrong_header(const text::Columns& columns) {
  if (auto found = number_in(columns)) return found;
  if (const auto missing = columns.missing(wanted); !missing.empty()) {
    return store::Reject{1, missing.front(), "register.column_missing",
                         "列「" + missing.front() + "」がありません。名簿の様式を確認してください"};
  }
  if (const auto doubled = columns.doubled(); !doubled.empty()) {
    return store::Reject{
        1, doubled.front(), "register.column_twice",
        "列「" + doubled.front() + "」が2つあります。名簿の様式を確認してください"};
  }
  return std::nullopt;
}

/// What is wrong with the row as it stands in the file.
std::optional<store::Reject> wrong_row(const text::Columns& columns, const text::Row& row) {
  if (auto found = number_in(columns, row)) return found;
  if (row.problem() != nullptr) return refusal_of(*row.problem());
  if (row.size() == columns.names().size()) return std::nullopt;
  return store::Reject{static_cast<std::int64_t>(row.line()), "", "register.row_cut",
                       "列の数が見出しと違います。途中で切れていないか確認してください"};
}

}  // namespace

RegisterFile read_register(text::ReadBytes read, text::EncodingSet encodings) {
  RegisterFile file;
  text::RowStream rows(std::move(read), encodings);
  const auto& columns = rows.columns();
  if (!rows.problem()) file.refusal = wrong_header(columns);
  while (!file.refusal) {
    const text::Row* row = rows.next();
    if (row == nullptr) break;
    RowReader reader(columns, *row);
    auto entry = entry_of(reader, row->line());
    file.refusal = wrong_row(columns, *row);
    if (!file.refusal) file.refusal = reader.problem();
    file.entries.push_back(std::move(entry));
  }
  if (!file.refusal && rows.problem()) file.refusal = refusal_of(*rows.problem());
  if (file.refusal) file.entries.clear();
  return file;
}

}  // namespace hub::service
