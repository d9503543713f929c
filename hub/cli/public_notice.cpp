#include "hub/cli/public_notice.hpp"

#include <functional>
#include <ostream>
#include <set>

#include "hub/cli/disclosure_words.hpp"
#include "hub/cli/html.hpp"
#include "hub/profile/retention.hpp"

namespace hub::cli {
namespace {

using domain::ForumClass;
using domain::Item;
using profile::Configuration;

constexpr std::string_view to_fill_in = "（記入）";

constexpr std::string_view style = R"(<style>
@page { size: A4; margin: 20mm }
body { font-family: "Noto Sans CJK JP", "IPAexGothic", sans-serif; max-width: 170mm; margin: 0 auto; line-height: 1.7; font-size: 10.5pt }
h1 { font-size: 16pt; border-bottom: 1px solid } h2 { font-size: 12pt; margin-top: 6mm }
table { border-collapse: collapse; width: 100% } tr { page-break-inside: avoid }
th, td { border: 1px solid #777; padding: 1mm 2mm; text-align: left; vertical-align: top }
th { background: #eee; font-weight: normal; width: 45mm }
.draft { border: 1px solid; padding: 2mm; font-size: 9pt }
</style></head><body>
)";

constexpr std::string_view draft =
    "<p "
    "class=\"draft\">設定から作った案です。「（記入）」を埋め、内容を確かめてから公表してください。"
    "法律の条番号は、それぞれに記した時点のものです。</p>\n";

void put_head(std::ostream& out, std::string_view title) {
  out << "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>"
      << escaped(title) << "</title>\n"
      << style << "<h1>" << escaped(title) << "</h1>\n"
      << draft;
}

void put_row(std::ostream& out, std::string_view name, std::string_view value) {
  out << "<tr><th>" << escaped(name) << "</th><td>" << escaped(value) << "</td></tr>\n";
}

void put_section(std::ostream& out, std::string_view title, const std::function<void()>& put_rows) {
  out << "<h2>" << escaped(title) << "</h2>\n<table>\n";
  put_rows();
  out << "</table>\n";
}

std::string section_of(const Configuration& configured) {
  const auto& section = configured.profile.municipality.plan.section;
  return section.empty() ? std::string(to_fill_in) : section;
}

void put_purposes(std::ostream& out, const Configuration& configured) {
  for (const auto& purpose : configured.law.purposes.rows())
    put_row(out, purpose.title, purpose.why);
}

std::string way_in(const profile::Source& source) {
  if (!source.intake_basis) return std::string(to_fill_in);
  const auto& basis = *source.intake_basis;
  return basis.ground + "（提供元: " + basis.organ + "、決定: " + basis.decided_by + "）";
}

std::string_view scope_of(const profile::Source& source) {
  switch (source.scope) {
    case profile::Scope::keys_only:
      return "照合のための番号などだけを受け取り、内容は保有しません。";
    case profile::Scope::consented_rows:
      return "同意のある方の分だけを受け取ります。";
    case profile::Scope::all_rows:
      return "その業務の記録を受け取ります。";
  }
  return {};
}

void put_sources(std::ostream& out, const Configuration& configured) {
  for (const auto& source : configured.profile.sources)
    put_row(out, source.name, way_in(source) + std::string(scope_of(source)));
}

/// A row that nobody held against the statute yet is not published as it is.
std::string cited(const domain::LegalBasis& basis) {
  return basis.cited() + (basis.mark == domain::Mark::remembered ? "【要確認】" : "");
}

/// Each ground that a body of this municipality takes, once, in the order of the law's file.
void put_grounds(std::ostream& out, const Configuration& configured, base::UtcMillis now) {
  std::set<std::string> taken{"CONSENT"};
  for (const auto& forum : configured.profile.forums) {
    for (const auto& function : forum.functions)
      taken.insert(function.basis.code);
  }
  for (const auto& basis : configured.law.bases.rows()) {
    if (!taken.contains(basis.code) || !basis.in_force.contains(now)) continue;
    put_row(out, basis.title,
            cited(basis) + "。対象: " + basis.about + "。共有するもの: " + basis.may_flow +
                "。共有しないもの: " + basis.must_not_flow + "。守秘: " + basis.secrecy);
  }
}

void put_prohibitions(std::ostream& out, const Configuration& configured, base::UtcMillis now) {
  for (const auto& basis : configured.law.bases.rows()) {
    if (basis.forum_class == ForumClass::unknown && basis.in_force.contains(now))
      put_row(out, basis.title, cited(basis) + "。" + basis.must_not_flow);
  }
}

std::string recipients_of(const Configuration& configured) {
  std::string names;
  for (const auto& partner : configured.profile.partners) {
    if (!partner.receives) continue;
    if (!names.empty()) names += "、";
    names += partner.name;
  }
  return names.empty() ? "なし" : names;
}

/// Every kind of datum that any purpose may need.
std::string kinds_of(const Configuration& configured) {
  domain::Labels needed;
  for (const auto& purpose : configured.law.purposes.rows())
    needed = needed.with(purpose.needed);
  std::string words;
  needed.each([&words](Item item) {
    if (!words.empty()) words += "、";
    words += item_in_words(domain::name_of(item));
  });
  return words;
}

std::string retention_of(const Configuration& configured) {
  profile::Problems problems;
  const auto retention = profile::read_retention(configured.settings.municipality, problems);
  if (!retention) return std::string(to_fill_in);
  return "終結したケース " + std::to_string(retention->closed_cases_days) +
         "日、元の業務から消えた記録 " + std::to_string(retention->removed_records_days) +
         "日、監査記録 " + std::to_string(retention->audit_days) + "日";
}

}  // namespace

void write_public_notice(std::ostream& out, const Configuration& configured, base::UtcMillis now) {
  const auto& municipality = configured.profile.municipality;
  put_head(out, municipality.name + " 重層的支援体制整備事業における個人情報の取扱い");
  out << "<p>" << escaped(municipality.name)
      << "は、複雑な困りごとのある方とご家族を、分野をこえて支えるため、次のとおり個人情報を"
         "取り扱います。</p>\n";
  put_section(out, "何のために使うか", [&] { put_purposes(out, configured); });
  put_section(out, "どこから受け取るか", [&] { put_sources(out, configured); });
  put_section(out, "どの根拠で共有するか", [&] { put_grounds(out, configured, now); });
  put_section(out, "共有しないもの", [&] { put_prohibitions(out, configured, now); });
  put_section(out, "あなたができること", [&] {
    put_row(out, "同意を取りやめる", "いつでもできます。取りやめたあとは提供しません。");
    put_row(out, "だれに提供したかを知る", "提供と閲覧の記録をお渡しします。");
    put_row(out, "開示・訂正・利用停止を請求する",
            "個人情報保護法76条・90条・98条（2025-04-01時点）。30日以内にお答えします。");
    put_row(out, "お問い合わせ", section_of(configured) + " " + std::string(to_fill_in));
  });
  out << "</body></html>\n";
}

void write_file_register(std::ostream& out, const Configuration& configured, base::UtcMillis) {
  const auto& municipality = configured.profile.municipality;
  put_head(out, "個人情報ファイル簿（単票）");
  out << "<table>\n";
  put_row(out, "個人情報ファイルの名称", "重層的支援連携ファイル");
  put_row(out, "行政機関等の名称", municipality.name + "長");
  put_row(out, "事務をつかさどる組織の名称", section_of(configured));
  std::string purposes;
  for (const auto& purpose : configured.law.purposes.rows())
    purposes += purpose.title + "。";
  put_row(out, "利用目的", purposes);
  put_row(out, "記録項目", kinds_of(configured));
  put_row(out, "記録範囲", "各分野の相談・支援の記録がある方と、その世帯の方");
  std::string ways;
  for (const auto& source : configured.profile.sources)
    ways += source.name + "。";
  put_row(out, "記録情報の収集方法", ways);
  put_row(out, "要配慮個人情報が含まれるときは、その旨", "含む");
  put_row(out, "記録情報の経常的提供先", recipients_of(configured));
  put_row(out, "開示請求等を受理する組織の名称及び所在地", to_fill_in);
  put_row(out, "訂正及び利用停止に関する他の法令の規定による特別の手続", to_fill_in);
  put_row(out, "個人情報ファイルの種別",
          "個人情報保護法60条2項1号（電算処理ファイル）（2025-04-01時点）");
  put_row(out, "行政機関等匿名加工情報の提案の募集", to_fill_in);
  put_row(out, "備考", "保存期間: " + retention_of(configured));
  out << "</table>\n</body></html>\n";
}

}  // namespace hub::cli
