#include "hub/cli/desk_page.hpp"

#include <algorithm>
#include <ostream>

#include "hub/base/clock.hpp"
#include "hub/cli/fiscal_year.hpp"
#include "hub/cli/html.hpp"

namespace hub::cli {
namespace {

using profile::Desk;
using profile::Profile;

constexpr std::string_view style = R"(<style>
@page { size: A4; margin: 15mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt } }
body { font-family: "BIZ UDPGothic", "Noto Sans CJK JP", "IPAexGothic", sans-serif; font-size: 11pt; line-height: 1.6; max-width: 179mm; margin: 0 auto }
h1 { font-size: 18pt; border-bottom: 2px solid; margin: 0 0 3mm }
h2 { font-size: 14pt; border-left: 2.5mm solid #00418d; padding-left: 2.5mm; margin: 6mm 0 2mm; break-after: avoid }
section { break-inside: avoid; border: 1px solid #777; padding: 2mm 3mm; margin-bottom: 3mm }
h3 { font-size: 12.5pt; margin: 0 0 1mm } dl { display: grid; grid-template-columns: 28mm 1fr; gap: .5mm 3mm; margin: 0 }
dt { color: #444 } dd { margin: 0 } .small { font-size: 9.5pt; color: #444 }
</style></head><body>
)";

/// 第1号, and desks that the plan names beside its programmes (住宅, こころの健康).
bool takes_anybody(const Desk& desk) {
  return profile::takes_consultations(desk.statute) || desk.statute == profile::StatuteItem::none;
}

std::string towns_of(const profile::Area& area) {
  std::string out = area.name;
  for (const auto& town : area.towns)
    out += (&town == area.towns.data() ? "（" : "、") + town.name;
  return area.towns.empty() ? out : out + "）";
}

std::string areas_of(const Profile& profile, const Desk& desk) {
  std::string out;
  for (const auto& code : desk.areas) {
    const auto* area = profile::find_area(profile, code.code);
    if (area == nullptr) continue;
    out += (out.empty() ? "" : "、") + towns_of(*area);
  }
  return out;
}

std::string run_by(const Profile& profile, const profile::Agency& agency) {
  const auto* who = profile::find_operator(profile, agency.run_by.code);
  const bool own = who == nullptr || who->name == agency.name;
  return own ? std::string() : who->name;
}

void put_item(std::ostream& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out << "<dt>" << escaped(name) << "</dt><dd>" << escaped(value) << "</dd>\n";
}

void put_desk(std::ostream& out, const Profile& profile, const Desk& desk) {
  const auto* agency = profile::find_agency(profile, desk.agency.code);
  out << "<section><h3>" << escaped(agency == nullptr ? desk.programme : agency->name)
      << "</h3>\n<dl>\n";
  put_item(out, "対象", desk.target);
  put_item(out, "内容", desk.content.empty() ? desk.programme : desk.content);
  put_item(out, "地域", areas_of(profile, desk));
  if (agency != nullptr) {
    put_item(out, "所在地", agency->address);
    put_item(out, "運営", run_by(profile, *agency));
  }
  if (desk.section) {
    const auto* section = profile::find_section(profile, desk.section->code);
    put_item(out, "担当課", section == nullptr ? "" : section->name);
  }
  out << "</dl></section>\n";
}

void put_field(std::ostream& out, const Profile& profile, const profile::FieldOfWork& field,
               profile::Day day) {
  out << "<h2>" << escaped(field.name) << "</h2>\n";
  bool any = false;
  for (const auto& desk : profile.desks) {
    const bool of_field =
        std::find(desk.fields.begin(), desk.fields.end(), field.code) != desk.fields.end();
    if (!of_field || !takes_anybody(desk) || !profile::covers(desk.period, day)) continue;
    put_desk(out, profile, desk);
    any = true;
  }
  if (!any) out << "<p>この分野だけの窓口はありません。どの窓口でもお話をうかがいます。</p>\n";
}

}  // namespace

void write_desk_page(std::ostream& out, const profile::Configuration& configured,
                     base::UtcMillis now) {
  const auto& profile = configured.profile;
  const auto day = base::jst_day(now);
  const auto title = profile.municipality.name + "　相談窓口一覧";
  out << "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>"
      << escaped(title) << "</title>\n"
      << style << "<h1>" << escaped(title) << "</h1>\n<p>"
      << escaped(day_in_both(profile::text_of(day)))
      << "現在。どの窓口でも、まずお話をうかがい、合うところへおつなぎします。</p>\n";
  for (const auto& field : profile.municipality.fields)
    put_field(out, profile, field, day);
  out << "</body></html>\n";
}

}  // namespace hub::cli
