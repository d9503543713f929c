#include "hub/profile/sheet.hpp"

#include <algorithm>
#include <map>

namespace hub::profile {
namespace {

using enum FieldKind;

constexpr SheetField fields[] = {
    {"sheet.municipality", "市町村名"},
    {"sheet.printedAt", "作成日時", time},
    {"sheet.by", "作成した職員"},
    {"case.case", "ケースの番号"},
    {"case.state", "ケースの状態", word},
    {"case.openedAt", "受付日", time},
    {"case.closedAt", "終結日", time},
    {"referral.referral", "つなぎの番号"},
    {"referral.fromName", "つないだ窓口"},
    {"referral.toName", "つなぎ先"},
    {"referral.state", "つなぎの状態", word},
    {"referral.reason", "つないだ理由", word},
    {"referral.createdAt", "つないだ日", time},
    {"person.name", "氏名"},
    {"person.reading", "フリガナ"},
    {"person.birth", "生年月日", day},
    {"person.sex", "性別", word},
    {"person.address", "住所"},
    {"person.statement", "主訴・相談内容"},
    {"person.wish", "本人の希望"},
    {"contact.value", "連絡先"},
    {"contact.note", "連絡の注意"},
    {"concern.code", "課題", word},
    {"concern.statement", "課題についての話"},
    {"assessment.formName", "アセスメントの様式"},
    {"assessment.on", "アセスメントの日", day},
    {"assessment.summary", "見立てのまとめ"},
    {"assessment.strengths", "強み"},
    {"consent.act", "同意の別", word},
    {"consent.object", "同意の対象", word},
    {"consent.form", "同意の様式"},
    {"consent.at", "同意の日", time},
    {"consent.until", "同意の終わり", time},
    {"plan.plan", "プランの番号"},
    {"plan.type", "プランの種類", word},
    {"plan.state", "プランの状態", word},
    {"plan.cycle", "モニタリングの周期"},
    {"plan.due", "モニタリングの期限", day},
    {"plan.grantedOn", "支援決定の日", day},
    {"role.agencyName", "機関"},
    {"role.task", "役割"},
    {"role.since", "始まり", time},
    {"role.until", "終わり", time},
    {"event.at", "日時", time},
    {"event.event", "手続き", word},
    {"event.by", "職員"},
    {"event.wish", "本人の希望"},
    {"event.goals", "本人の目標"},
    {"event.policy", "支援の方針"},
    {"event.support", "支援の内容"},
    {"event.reason", "理由"},
    {"event.evaluation", "経過と成果"},
    {"event.followUp", "フォローアップ"},
    {"monitoring.heldOn", "行った日", day},
    {"monitoring.proposal", "提案", word},
    {"monitoring.nextDue", "次の期限", day},
    {"monitoring.note", "記録"},
    {"sitting.bodyName", "会議体"},
    {"sitting.heldOn", "開催日", day},
    {"sitting.convenerName", "招集"},
    {"sitting.chairName", "座長"},
    {"sitting.secrecy", "守秘の根拠"},
    {"item.no", "議題の番号"},
    {"item.functionTitle", "働き"},
    {"item.cited", "根拠"},
    {"seat.name", "機関"},
    {"seat.role", "役割", word},
    {"seat.secrecy", "守秘", word},
    {"seat.attendance", "出欠", word},
    {"decision.no", "議題の番号"},
    {"decision.timing", "決定の内容", word},
    {"decision.outcome", "結果", word},
    {"decision.policy", "支援の方針"},
    {"decision.next", "次回", day},
};

bool is_kind(std::string_view kind) {
  const auto begin = std::string(kind) + ".";
  return std::any_of(std::begin(fields), std::end(fields),
                     [&begin](const SheetField& one) { return one.name.starts_with(begin); });
}

}  // namespace

static void read(const Node& node, Problems& problems, SheetEntry& out) {
  read_map(node, problems,
           {need("label", out.label), may("field", out.field), may("lines", out.lines),
            may("ours", out.ours)});
}
static void read(const Node& node, Problems& problems, SheetSection& out) {
  out.at = node.at;
  read_map(node, problems,
           {may("title", out.title), may("text", out.text), may("entries", out.entries),
            may("table", out.table), may("columns", out.columns), may("blank_rows", out.blank_rows),
            may("signature", out.signature)});
}
static void read(const Node& node, Problems& problems, SheetLayout& out) {
  read_map(node, problems,
           {need("code", out.code), need("title", out.title), need("version", out.version),
            may("follows", out.follows), may("text_limit", out.text_limit),
            need("sections", out.sections)});
}

namespace {

/// As report_unknown_word does for any other word: what is allowed, and the nearest.
void check_field(const Ref& field, std::string_view kind, Problems& problems) {
  if (field.code.empty()) return;
  const auto name = kind.empty() ? field.code : std::string(kind) + "." + field.code;
  if (find_sheet_field(name) != nullptr) return;
  const auto begin = std::string(kind) + ".";
  std::vector<std::string_view> allowed;
  for (const auto& one : fields) {
    if (kind.empty())
      allowed.push_back(one.name);
    else if (one.name.starts_with(begin))
      allowed.push_back(one.name.substr(begin.size()));
  }
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = field.code;
  node.at = field.at;
  report_unknown_word(node, problems, allowed);
}

void check_layout(const SheetLayout& layout, Problems& problems) {
  constexpr int most_lines = 60;
  for (const auto& section : layout.sections) {
    for (const auto& entry : section.entries)
      check_field(entry.field, "", problems);
    if (section.table.code.empty() != section.columns.empty())
      problems.add(section.at, "table_without_columns",
                   {"table には columns が、columns には table が要ります。",
                    "a table has columns, and columns a table"});
    if (!section.table.code.empty() && !is_kind(section.table.code)) {
      problems.add(section.table.at, "no_such_table",
                   {"その表はありません。role、event、monitoring などを書いてください。",
                    "there is no such table; write role, event, monitoring …"});
      continue;
    }
    for (const auto& column : section.columns)
      check_field(column.field, section.table.code, problems);
    if (section.blank_rows < 0 || section.blank_rows > most_lines)
      problems.add(section.at, "blank_rows",
                   {"blank_rows は0から60です。", "blank_rows is 0 to 60"});
  }
}

std::map<std::string, std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::filesystem::path> out;
  std::error_code failed;
  for (const auto& one : std::filesystem::directory_iterator(folder, failed))
    if (one.path().extension() == ".yaml") out.emplace(one.path().filename().string(), one.path());
  return out;
}

}  // namespace

std::span<const SheetField> sheet_fields() noexcept {
  return fields;
}

const SheetField* find_sheet_field(std::string_view name) noexcept {
  const auto* found = std::find_if(std::begin(fields), std::end(fields),
                                   [name](const SheetField& one) { return one.name == name; });
  return found == std::end(fields) ? nullptr : found;
}

std::vector<SheetLayout> read_sheets(const std::filesystem::path& municipality,
                                     const std::filesystem::path& shared, Problems& problems) {
  auto files = files_in(shared / "sheets");
  for (const auto& [name, path] : files_in(municipality / "sheets"))
    files[name] = path;
  std::vector<SheetLayout> layouts;
  for (const auto& [name, path] : files) {
    layouts.push_back(load_as<SheetLayout>(path, problems));
    check_layout(layouts.back(), problems);
  }
  std::sort(layouts.begin(), layouts.end(),
            [](const SheetLayout& a, const SheetLayout& b) { return a.code < b.code; });
  return layouts;
}

}  // namespace hub::profile
