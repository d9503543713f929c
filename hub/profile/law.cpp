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

}  // namespace

static void read(const Node& node, Problems& problems, BasesFile& out) {
  read_map(node, problems, {need("legal_bases", out.rows)});
}

static void read(const Node& node, Problems& problems, PurposesFile& out) {
  read_map(node, problems, {need("purposes", out.rows)});
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

Law read_law(const std::filesystem::path& shared, Problems& problems) {
  Law law;
  law.bases = read_legal_bases(shared, problems);
  law.purposes = read_purposes(shared, problems);
  law.forms = read_consent_forms(shared, law.bases, law.purposes, problems);
  return law;
}

base::Result<Law> load_law(const std::filesystem::path& shared) {
  Problems problems;
  Law law = read_law(shared, problems);
  if (!problems.empty()) return failure_of(problems);
  return law;
}

}  // namespace hub::profile
