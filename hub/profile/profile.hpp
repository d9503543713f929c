// One municipality's profile: everything about it that is data and not code.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/domain/pattern.hpp"
#include "hub/profile/agency.hpp"
#include "hub/profile/area.hpp"
#include "hub/profile/forum.hpp"
#include "hub/profile/municipality.hpp"
#include "hub/profile/partner.hpp"
#include "hub/profile/source.hpp"

namespace hub::domain {
struct MatchingRules;
}

namespace hub::profile {

struct Profile {
  Municipality municipality;
  std::vector<Operator> operators;
  std::vector<Agency> agencies;
  std::vector<Desk> desks;
  std::vector<Area> areas;
  std::vector<Route> routes;
  std::vector<Coordinator> coordinators;
  std::vector<Appointment> appointments;
  std::vector<Forum> forums;
  std::vector<MemberTable> tables;
  std::vector<Source> sources;
  std::vector<Partner> partners;
  domain::PatternRules patterns;  ///< read_municipality finds them
  /// The same; null: no resource is looked for.
  std::shared_ptr<const domain::MatchingRules> matching;
};

/// What has a code, or null. `find_desk(profile, "elim-1i")`.
const Section* find_section(const Profile& profile, std::string_view code);
const Operator* find_operator(const Profile& profile, std::string_view code);
const Agency* find_agency(const Profile& profile, std::string_view code);
const Desk* find_desk(const Profile& profile, std::string_view code);
const Area* find_area(const Profile& profile, std::string_view code);
const Forum* find_forum(const Profile& profile, std::string_view code);
const MemberTable* find_table(const Profile& profile, std::string_view code);
const Source* find_source(const Profile& profile, std::string_view code);
const Partner* find_partner(const Profile& profile, std::string_view code);

/// Who stands behind a `Ref` to a party; the empty alternative where nobody does.
using Party =
    std::variant<std::monostate, const Section*, const Operator*, const Agency*, const Desk*>;
Party find_party(const Profile& profile, std::string_view code);

/// The agency that a desk is a function of; its operator. Null only in an unchecked profile.
const Agency* agency_of(const Profile& profile, const Desk& desk);
const Operator* operator_of(const Profile& profile, const Desk& desk);

/// The partner that answers for a desk on that day, or null: then it gets files, or nothing.
const Partner* partner_for_desk(const Profile& profile, std::string_view desk, Day day);

/// The desk's name for officers, with its function:
/// 「さくら市地域共生センターSAKUTOMO（多機関協働事業）」.
std::string display_name(const Profile& profile, const Desk& desk);

/// The local word for a term, or the term's default.
std::string_view label(const Profile& profile, std::string_view term, std::string_view otherwise);

/// Reads the six files of a municipality's folder. Wrong shapes and unknown keys stand among the
/// problems; references are judged by check_profile (check.hpp).
Profile read_profile(const std::filesystem::path& folder, Problems& problems);

/// Reads and checks; a failure lists every problem, one a line. `shared` is the folder that holds
/// legal_bases.yaml.
base::Result<Profile> load_profile(const std::filesystem::path& folder,
                                   const std::filesystem::path& shared);

}  // namespace hub::profile
