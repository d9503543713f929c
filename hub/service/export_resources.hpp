// The public part of the registry for others: Open Referral HSDS 3.x as JSON, and the common head
// and block of the 自治体標準オープンデータセット as CSV. What is for staff is in neither, nor whom
// to call by staff's own note.
#pragma once

#include <string>
#include <vector>

#include "hub/service/resource_facts.hpp"

namespace hub::service {

/// One JSON document: services with their organization, location and schedules.
std::string to_hsds(const std::vector<ResourceFacts>& resources);

/// The header, then a row each; UTF-8 with byte order mark and CRLF, inert in a spreadsheet.
std::string to_standard_csv(const std::vector<ResourceFacts>& resources,
                            const std::string& municipality_code,
                            const std::string& municipality_name);

}  // namespace hub::service
