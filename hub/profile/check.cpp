#include "hub/profile/check.hpp"

#include "hub/profile/checks.hpp"

namespace hub::profile {
namespace {

void collect_codes(const Node& list, std::vector<std::string>& out) {
  for (const Node& row : list.items)
    if (const Node* code = find(row, "code")) out.push_back(code->text);
}

}  // namespace

void check_profile(const Profile& profile, std::span<const std::string> bases, Problems& problems) {
  check_codes(profile, problems);
  check_references(profile, problems);
  check_areas(profile, problems);
  check_times(profile, problems);
  check_routes(profile, problems);
  check_forums(profile, bases, problems);
  check_sources(profile, problems);
  check_partners(profile, problems);
}

std::vector<std::string> legal_basis_codes(const std::filesystem::path& shared,
                                           Problems& problems) {
  std::vector<std::string> out;
  const auto file = load_yaml(shared / "legal_bases.yaml", problems);
  if (!file) return out;
  for (const Entry& entry : file->entries)
    collect_codes(entry.value, out);
  return out;
}

base::Failure failure_of(Problems& problems, Language language) {
  problems.sort();
  std::string text;
  for (const Problem& problem : problems.all()) {
    if (!text.empty()) text += '\n';
    text += render(problem, language);
  }
  return base::fail(base::Kind::invalid, std::move(text));
}

base::Result<Profile> load_profile(const std::filesystem::path& folder,
                                   const std::filesystem::path& shared) {
  Problems problems;
  Profile profile = read_profile(folder, problems);
  if (problems.empty()) check_profile(profile, legal_basis_codes(shared, problems), problems);
  if (!problems.empty()) return failure_of(problems);
  return profile;
}

}  // namespace hub::profile
