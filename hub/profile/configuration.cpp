#include "hub/profile/configuration.hpp"

#include "hub/profile/check.hpp"
#include "hub/profile/matching.hpp"
#include "hub/profile/patterns.hpp"
#include "hub/profile/retention.hpp"
#include "hub/profile/sheet.hpp"
#include "hub/profile/town_master.hpp"

namespace hub::profile {

void read_municipality(const std::filesystem::path& folder, const std::filesystem::path& shared,
                       Law& law, Profile& profile, Problems& problems) {
  law = read_law(shared, problems);
  read_retention(folder, problems);
  Problems shapes;
  profile = read_profile(folder, shapes);
  const bool whole = shapes.empty();
  for (const Problem& problem : shapes.all())
    problems.add(problem.at, problem.code, problem.text, problem.suggestion);
  if (!whole) return;  // a file that could not be read would look like missing references
  check_profile(profile, law.bases, problems);
  profile.patterns = read_patterns(folder, shared, profile.municipality.fields, problems);
  profile.matching = read_matching(folder, shared, problems);
  read_sheets(folder, shared, problems);
  const auto towns =
      read_towns(shared / "data" / "town_master_seed5.csv", profile.municipality.code);
  check_towns(profile, towns, problems);
}

Configuration read_configuration(const std::filesystem::path& hub_yaml, Problems& problems) {
  Configuration out;
  out.settings = read_settings(hub_yaml, problems);
  if (out.settings.municipality.empty() || out.settings.shared.empty()) return out;
  read_municipality(out.settings.municipality, out.settings.shared, out.law, out.profile, problems);
  apply_endpoints(out.settings, out.profile, problems);
  check_certificates(out.settings, out.profile, problems);
  check_officers(out.settings, out.profile, problems);
  return out;
}

base::Result<Configuration> load_configuration(const std::filesystem::path& hub_yaml) {
  Problems problems;
  Configuration out = read_configuration(hub_yaml, problems);
  if (!problems.empty()) return failure_of(problems);
  return out;
}

}  // namespace hub::profile
