#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

#include "hub/profile/draft.hpp"
#include "hub/profile/nearest.hpp"
#include "tsunagu/text/row_stream.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::profile {
namespace {

namespace text = tsunagu::text;

constexpr std::size_t most_bytes = 4 << 20;

// As the tables 「実施体制」 of the plans have them (社会福祉法106条の5).
constexpr std::string_view agency = "窓口", programme = "事業", statute = "号", fields = "分野",
                           mode = "運営形態", run_by = "実施機関", kind = "実施機関の種類",
                           section = "担当課", area = "対象地域", towns = "町字",
                           address = "所在地", plan = "計画の箇所";

const std::array<DeskColumn, 12> columns{
    {{agency, true, {"窓口・支援機関の名前", "the agency's name"}},
     {programme, true, {"担う事業の名前", "the programme that it runs"}},
     {statute,
      true,
      {"社会福祉法106条の4第2項の号(第1号イ、第2号、第5号 など。なければ なし)",
       "the item of 社会福祉法106条の4第2項 (第1号イ, 第2号, 第5号 …; なし for none)"}},
     {fields,
      true,
      {"分野。いくつもあれば「、」で並べる(高齢、障がい、子ども、生活困窮、総合相談 など)",
       "fields of work, several with 、 between them"}},
     {mode,
      false,
      {"運営形態(直営、委託、指定管理、自主事業、地域の福祉活動)",
       "how it is run (直営, 委託, 指定管理, …)"}},
     {run_by, false, {"実施機関(空なら市町村)", "who runs it (empty: the municipality)"}},
     {kind,
      false,
      {"実施機関の種類(社会福祉協議会、社会福祉法人、医療、会社、NPO・団体 など)",
       "what kind of body runs it (社会福祉協議会, 社会福祉法人, …)"}},
     {section, false, {"担当課", "the section in charge"}},
     {area, false, {"対象地域の名前(空なら全域)", "name of its area (empty: everywhere)"}},
     {towns,
      false,
      {"その地域の町字。「、」で並べる", "the towns of that area, with 、 between them"}},
     {address, false, {"所在地", "its address"}},
     {plan, false, {"計画のどこに書かれているか", "where the plan says so"}}}};

std::vector<std::string> parts_of(std::string_view list) {
  constexpr std::string_view comma = "、";
  std::vector<std::string> parts;
  while (!list.empty()) {
    const auto end = std::min(list.find(comma), list.size());
    const auto part = text::trim(list.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    list.remove_prefix(std::min(end + comma.size(), list.size()));
  }
  return parts;
}

class RowOfDesk {
 public:
  RowOfDesk(const DeskRow& row, const Place& at, Problems& problems)
      : row_(row), at_(at), problems_(problems), before_(problems.all().size()) {}

  std::string cell(std::string_view column) const {
    const auto found = row_.find(column);
    return found == row_.end() ? std::string() : std::string(text::trim(found->second));
  }
  std::string need(std::string_view column) {
    auto value = cell(column);
    if (value.empty()) missing(column);
    return value;
  }
  /// One of the words of an enumerator; empty for an empty cell.
  template <class E>
  const Word<E>* word(std::string_view column) {
    const auto value = cell(column);
    std::vector<std::string_view> allowed;
    for (const auto& one : words_of(WordsFor<E>{})) {
      if (one.text == value) return &one;
      allowed.push_back(one.text);
    }
    if (!value.empty()) unknown(column, value, allowed);
    return nullptr;
  }
  void missing(std::string_view column) {
    const std::string name(column);
    problems_.add(
        at_, "missing_cell",
        {"「" + name + "」が空です。書いてください。", "\"" + name + "\" is empty; fill it in"});
  }
  [[nodiscard]] bool good() const { return problems_.all().size() == before_; }

 private:
  void unknown(std::string_view column, const std::string& value,
               const std::vector<std::string_view>& allowed) {
    std::string list;
    for (const auto one : allowed)
      list += (list.empty() ? "" : ", ") + std::string(one);
    const std::string name(column);
    problems_.add(at_, "unknown_word",
                  {"「" + name + "」に「" + value + "」は書けません。使える値: " + list,
                   "\"" + value + "\" can't stand under \"" + name + "\"; known: " + list},
                  nearest(value, allowed));
  }

  const DeskRow& row_;
  Place at_;
  Problems& problems_;
  std::size_t before_;
};

std::string bytes_of(const std::filesystem::path& file, Problems& problems) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  std::ifstream in(file, std::ios::binary);
  if (error || !in || size > most_bytes) {
    problems.add({file.string(), 0, 0}, "unreadable",
                 {"窓口の一覧を読めません(4 MiBまでのCSV)。",
                  "the list of desks can't be read (a CSV of at most 4 MiB)"});
    return {};
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

void check_header(const text::Columns& header, const Place& at, Problems& problems) {
  std::vector<std::string> known;
  std::vector<std::string_view> names;
  std::vector<std::string> needed;
  for (const auto& column : columns) {
    known.emplace_back(column.name);
    names.push_back(column.name);
    if (column.required) needed.emplace_back(column.name);
  }
  for (const auto& name : header.missing(needed))
    problems.add(at, "missing_column",
                 {"見出しに「" + name + "」の列がありません。",
                  "the header has no column \"" + name + "\""});
  for (const auto& name : header.unknown(known))
    problems.add(at, "unknown_column",
                 {"見出しの「" + name + "」は知らない列です。",
                  "the header's column \"" + name + "\" is not known"},
                 nearest(name, names));
  for (const auto& name : header.doubled())
    problems.add(
        at, "doubled_column",
        {"見出しに「" + name + "」が二度あります。", "the header has \"" + name + "\" twice"});
}

DeskRow row_of(const text::Columns& header, const text::Row& row) {
  DeskRow out;
  for (std::size_t i = 0; i < header.names().size(); ++i)
    out[header.names()[i]] = row[i].text;
  return out;
}

void report(const text::Problem& problem, const Place& at, Problems& problems) {
  problems.add(
      at, "not_csv",
      {"CSVとして読めません(" + std::string(problem.code) +
           ")。文字コードと引用符を"
           "確かめてください。",
       "this is no CSV (" + std::string(problem.code) + "): look at its encoding and its quotes"});
}

}  // namespace

std::span<const DeskColumn> desk_columns() {
  return columns;
}

std::optional<DraftDesk> desk_of(const DeskRow& row, const Place& at, Problems& problems) {
  RowOfDesk cells(row, at, problems);
  DraftDesk desk;
  desk.agency = cells.need(agency);
  desk.programme = cells.need(programme);
  if (!cells.need(statute).empty()) {
    if (const auto* item = cells.word<StatuteItem>(statute)) {
      desk.statute = item->value;
      desk.statute_word = item->text;
    }
  }
  desk.fields = parts_of(cells.need(fields));
  if (const auto* how = cells.word<Mode>(mode)) desk.mode_word = how->text;
  desk.operator_name = cells.cell(run_by);
  if (const auto* what = cells.word<OperatorKind>(kind)) desk.operator_kind = what->text;
  if (!desk.operator_name.empty() && cells.cell(kind).empty()) cells.missing(kind);
  desk.section = cells.cell(section);
  desk.area = cells.cell(area);
  desk.towns = parts_of(cells.cell(towns));
  if (desk.area.empty() && !desk.towns.empty()) cells.missing(area);
  desk.address = cells.cell(address);
  desk.plan = cells.cell(plan);
  return cells.good() ? std::optional(std::move(desk)) : std::nullopt;
}

std::vector<DraftDesk> read_desks(const std::filesystem::path& file, Problems& problems) {
  const std::string bytes = bytes_of(file, problems);
  if (!problems.empty()) return {};
  const std::string shown = file.filename().string();
  bool given = false;
  text::RowStream rows(
      [&]() -> std::string_view {
        if (given) return {};
        given = true;
        return bytes;
      },
      {text::Encoding::utf8, text::Encoding::cp932});
  std::vector<DraftDesk> desks;
  const auto& header = rows.columns();
  if (!rows.problem()) check_header(header, {shown, 1, 1}, problems);
  // Under a wrong header every row would look wrong.
  const text::Row* row = problems.empty() ? rows.next() : nullptr;
  for (; row != nullptr; row = rows.next()) {
    const Place at{shown, static_cast<int>(row->line()), 1};
    if (row->problem() != nullptr) {
      report(*row->problem(), at, problems);
    } else if (auto desk = desk_of(row_of(header, *row), at, problems)) {
      desks.push_back(std::move(*desk));
    }
  }
  if (rows.problem()) report(*rows.problem(), {shown, 0, 0}, problems);
  if (problems.empty()) check_desks(desks, {shown, 0, 0}, problems);
  return desks;
}

void check_desks(std::span<const DraftDesk> desks, const Place& at, Problems& problems) {
  const bool coordinated = std::any_of(desks.begin(), desks.end(), [](const DraftDesk& desk) {
    return desk.statute == StatuteItem::i5;
  });
  if (!coordinated)
    problems.add(at, "no_coordinator",
                 {"多機関協働(第5号)の窓口が1つもありません。実施体制の表から書き足してください。",
                  "no desk plays 多機関協働 (第5号): add it from the plan's table"});
  std::set<std::string> known;
  for (const auto& desk : desks)
    if (!desk.towns.empty()) known.insert(desk.area);
  for (const auto& desk : desks)
    if (!desk.area.empty() && known.insert(desk.area).second)
      problems.add(at, "area_without_towns",
                   {"地域「" + desk.area +
                        "」の町字がありません。「町字」に「、」で並べるか、"
                        "「対象地域」を空にしてください。",
                    "area \"" + desk.area + "\" has no towns: list them, or leave the area empty"});
}

}  // namespace hub::profile
