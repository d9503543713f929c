#include "hub/cli/config_view.hpp"

#include <ostream>
#include <string>
#include <vector>

#include "hub/cli/answer.hpp"
#include "hub/cli/profile_language.hpp"
#include "hub/cli/table.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::cli {
namespace {

using profile::Desk;
using profile::Partner;
using profile::Profile;
using profile::Ref;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

std::string codes(const std::vector<Ref>& refs) {
  std::vector<std::string> out;
  out.reserve(refs.size());
  for (const Ref& ref : refs)
    out.push_back(ref.code);
  return joined(out);
}

std::string days(const profile::Period& period) {
  if (!period.from && !period.until) return {};
  return (period.from ? profile::text_of(*period.from) : "") + "–" +
         (period.until ? profile::text_of(*period.until) : "");
}

/// One section of `config show`: a title, a header and rows, printed as a table or as JSON lines.
struct Listing {
  std::string_view kind;
  Text title;
  std::vector<Column> header;
  std::vector<std::vector<std::string>> rows;
};

void put(tsunagu::json::Writer& out, std::string_view key, std::string_view value) {
  out.key(key);
  out.string(value);
}

void print_json(const Listing& listing, Console& console) {
  for (const auto& row : listing.rows) {
    std::string line;
    tsunagu::json::Writer out(line);
    out.begin_object();
    put(out, "kind", listing.kind);
    for (std::size_t i = 0; i < row.size(); ++i)
      put(out, listing.header.at(i).key, row[i]);
    out.end_object();
    console.out << line << '\n';
  }
}

void print(const Listing& listing, Console& console) {
  if (console.json) return print_json(listing, console);
  console.out << '\n' << console.in_words(listing.title) << '\n';
  std::vector<std::string> header;
  for (const auto& column : listing.header)
    header.emplace_back(console.in_words(column.title));
  Table table(std::move(header));
  for (const auto& row : listing.rows)
    table.add(row);
  table.print(console.out, console.columns);
}

Listing desks_of(const Profile& profile) {
  Listing out{"desk",
              {"窓口", "Desks"},
              {{"code", {"コード", "code"}},
               {"statute", {"根拠", "statute"}},
               {"mode", {"形態", "mode"}},
               {"fields", {"分野", "fields"}},
               {"areas", {"圏域", "areas"}},
               {"period", {"期間", "period"}},
               {"name", {"名称", "name"}}},
              {}};
  for (const Desk& desk : profile.desks)
    out.rows.push_back({desk.code, std::string(word_of(desk.statute)),
                        std::string(word_of(desk.mode)), codes(desk.fields), codes(desk.areas),
                        days(desk.period), profile::display_name(profile, desk)});
  return out;
}

Listing coordinators_of(const Profile& profile) {
  Listing out{"coordinator",
              {"多機関協働", "Coordinators"},
              {{"code", {"コード", "code"}},
               {"desk", {"窓口", "desk"}},
               {"period", {"期間", "period"}},
               {"share", {"分担", "share"}}},
              {}};
  for (const auto& one : profile.coordinators)
    out.rows.push_back({one.code, one.desk.code, days(one.period), one.share});
  return out;
}

Listing forums_of(const Profile& profile) {
  Listing out{"forum",
              {"会議", "Forums"},
              {{"code", {"コード", "code"}},
               {"functions", {"法的な働き", "functions"}},
               {"choice", {"選び方", "choice"}},
               {"convener", {"招集者", "convener"}},
               {"tables", {"構成表", "tables"}},
               {"name", {"名称", "name"}}},
              {}};
  for (const auto& forum : profile.forums) {
    std::vector<std::string> functions;
    for (const auto& function : forum.functions)
      functions.push_back(function.basis.code);
    out.rows.push_back({forum.code, joined(functions), std::string(word_of(forum.choice)),
                        forum.convener.code, codes(forum.tables), forum.name});
  }
  return out;
}

Listing sources_of(const Profile& profile) {
  Listing out{"source",
              {"記録の元", "Sources"},
              {{"code", {"コード", "code"}},
               {"adapter", {"アダプター", "adapter"}},
               {"scope", {"範囲", "scope"}},
               {"provenance", {"出どころ", "provenance"}},
               {"basis", {"取込みの根拠", "basis"}},
               {"name", {"名称", "name"}}},
              {}};
  for (const auto& source : profile.sources)
    out.rows.push_back({source.code, source.adapter, std::string(word_of(source.scope)),
                        std::string(word_of(source.provenance)),
                        source.intake_basis ? source.intake_basis->document_number : std::string(),
                        source.name});
  return out;
}

/// Configuration has only the names of secrets; how many are named says enough here.
std::string masked(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += out.empty() ? "****" : " ****";
  return out;
}

Listing partners_of(const Profile& profile) {
  Listing out{"partner",
              {"相手", "Partners"},
              {{"code", {"コード", "code"}},
               {"desks", {"窓口", "desks"}},
               {"in", {"受信の鍵", "in"}},
               {"out", {"送信の鍵", "out"}},
               {"url", {"URL", "url"}},
               {"name", {"名称", "name"}}},
              {}};
  for (const Partner& partner : profile.partners)
    out.rows.push_back({partner.code, codes(partner.desks),
                        partner.delivers ? masked(partner.delivers->keys) : std::string(),
                        partner.receives ? masked(partner.receives->keys) : std::string(),
                        partner.receives ? partner.receives->url : std::string(), partner.name});
  return out;
}

constexpr Text no_prefix{"", ""};

void print_problem(const profile::Problem& problem, profile::Language language, Console& console,
                   const Text& prefix = no_prefix) {
  if (!console.json) {
    console.out << console.in_words(prefix) << render(problem, language) << '\n';
    return;
  }
  std::string line;
  tsunagu::json::Writer out(line);
  out.begin_object();
  put(out, "file", problem.at.file);
  out.key("line");
  out.integer(problem.at.line);
  out.key("column");
  out.integer(problem.at.column);
  put(out, "code", problem.code);
  put(out, "text", language == profile::Language::ja ? problem.text.ja : problem.text.en);
  put(out, "suggestion", problem.suggestion);
  out.end_object();
  console.out << line << '\n';
}

}  // namespace

void print_problems(profile::Problems& problems, Console& console) {
  const auto language = in_profile(console.language);
  problems.sort();
  for (const auto& problem : problems.all())
    print_problem(problem, language, console);
  if (!console.json)
    console.err << console.in_words({"問題の数: ", "problems: "})
                << problems.all().size() + problems.dropped() << '\n';
}

void print_warnings(profile::Problems& warnings, Console& console) {
  warnings.sort();
  for (const auto& warning : warnings.all())
    print_problem(warning, in_profile(console.language), console, {"注意: ", "note: "});
}

void print_clean(const Profile& profile, Console& console) {
  if (console.json) {
    console.out << R"({"kind":"clean","problems":0})" << '\n';
    return;
  }
  console.out << console.in_words({"問題はありません: ", "nothing wrong: "})
              << profile.municipality.name << " (" << profile.municipality.code << ") "
              << console.in_words({"窓口 ", "desks "}) << profile.desks.size()
              << console.in_words({"、会議 ", ", forums "}) << profile.forums.size()
              << console.in_words({"、記録の元 ", ", sources "}) << profile.sources.size()
              << console.in_words({"、相手 ", ", partners "}) << profile.partners.size() << '\n';
}

void print_profile(const Profile& profile, Console& console) {
  if (!console.json)
    console.out << profile.municipality.name << " (" << profile.municipality.code << ")\n"
                << profile.municipality.plan.title << ' ' << profile.municipality.plan.edition
                << '\n';
  print(desks_of(profile), console);
  print(coordinators_of(profile), console);
  print(forums_of(profile), console);
  print(sources_of(profile), console);
  print(partners_of(profile), console);
}

}  // namespace hub::cli
