#include "hub/profile/law.hpp"

#include "hub/profile/check.hpp"
#include "hub/profile/law_words.hpp"
#include "hub/profile/period.hpp"

namespace hub::profile {

static domain::Period in_jst(const Period& days) {
  return domain::period_of_days(days.from, days.until);
}

static void read(const Node& node, Problems& problems, domain::LegalBasis& out) {
  Period days;
  Day as_of{};
  read_map(node, problems,
           {need("code", out.code), need("forum_class", out.forum_class), need("title", out.title),
            need("articles", out.articles), need("as_of", as_of), may("from", days.from),
            may("until", days.until), may("conveners", out.conveners), need("about", out.about),
            need("consent_needed", out.consent_needed),
            may("support_consent_needed", out.support_consent_needed),
            may("decided_case_only", out.decided_case_only), need("may_flow", out.may_flow),
            need("must_not_flow", out.must_not_flow), need("secrecy", out.secrecy),
            need("source", out.source), need("mark", out.mark)});
  out.in_force = in_jst(days);
  out.as_of = text_of(as_of);
}

static void read(const Node& node, Problems& problems, domain::Purpose& out) {
  read_map(node, problems,
           {need("code", out.code), need("title", out.title), need("why", out.why),
            need("needed", out.needed)});
}

namespace {

struct BasesFile {
  std::vector<Placed<domain::LegalBasis>> rows;
};
struct PurposesFile {
  std::vector<Placed<domain::Purpose>> rows;
};
struct HolidaysOfYear {
  int year = 0;
  std::vector<Day> days;
  Place at;
};
struct HolidaysFile {
  std::vector<HolidaysOfYear> years;
};

}  // namespace

static void read(const Node& node, Problems& problems, BasesFile& out) {
  read_map(node, problems, {need("legal_bases", out.rows)});
}

static void read(const Node& node, Problems& problems, PurposesFile& out) {
  read_map(node, problems, {need("purposes", out.rows)});
}

static void read(const Node& node, Problems& problems, HolidaysOfYear& out) {
  out.at = node.at;
  read_map(node, problems, {need("year", out.year), need("days", out.days)});
}

static void read(const Node& node, Problems& problems, HolidaysFile& out) {
  read_map(node, problems, {need("holidays", out.years)});
}

domain::LegalBases read_legal_bases(const std::filesystem::path& shared, Problems& problems) {
  auto file = load_as<BasesFile>(shared / "legal_bases.yaml", problems, "legal_bases.yaml");
  for (const auto& row : file.rows)
    check_basis(row, problems);
  const auto period = [](const domain::LegalBasis& row) { return row.in_force; };
  return domain::LegalBases(once_each(std::move(file.rows), period, problems));
}

domain::Purposes read_purposes(const std::filesystem::path& shared, Problems& problems) {
  auto file = load_as<PurposesFile>(shared / "purposes.yaml", problems, "purposes.yaml");
  const auto always = [](const domain::Purpose&) { return domain::Period{}; };
  return domain::Purposes(once_each(std::move(file.rows), always, problems));
}

domain::Calendar read_calendar(const std::filesystem::path& shared, Problems& problems) {
  const std::string name = "holidays.yaml";
  std::error_code ignored;
  if (!std::filesystem::exists(shared / name, ignored)) return {};
  domain::Calendar::Days days;
  for (const HolidaysOfYear& year : load_as<HolidaysFile>(shared / name, problems, name).years) {
    for (const Day day : year.days) {
      if (static_cast<int>(day.year()) == year.year && days.insert(day).second) continue;
      problems.add(year.at, "holiday",
                   {"「" + text_of(day) + "」はこの年の日ではないか、2度書かれています。",
                    text_of(day) + " is no day of this year, or stands here twice"});
    }
  }
  return domain::Calendar(std::move(days));
}

Law read_law(const std::filesystem::path& shared, Problems& problems) {
  Law law;
  law.bases = read_legal_bases(shared, problems);
  law.purposes = read_purposes(shared, problems);
  law.forms = read_consent_forms(shared, law.bases, law.purposes, problems);
  law.calendar = read_calendar(shared, problems);
  return law;
}

base::Result<Law> load_law(const std::filesystem::path& shared) {
  Problems problems;
  Law law = read_law(shared, problems);
  if (!problems.empty()) return failure_of(problems);
  return law;
}

}  // namespace hub::profile
