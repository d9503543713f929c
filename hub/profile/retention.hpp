// retention.yaml: how long each kind of data is kept (個人情報保護法22条; the periods are the
// municipality's own, 文書管理規程). A municipality without the file erases nothing.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {

struct Retention {
  int removed_records_days = 0;  ///< a record after its source removed it; an ended protection
  int replaced_bodies_days = 0;  ///< what a change replaced
  int delivered_bytes_days = 0;  ///< a delivery as it came, with its file's name
  int webhooks_days = 0;         ///< a webhook as it came
  int closed_cases_days = 0;     ///< a case after its end, and who has no other
  int audit_days = 0;            ///< what a row of the audit log tells; the row itself stays
  Place at;
};

void read(const Node& node, Problems& problems, Retention& out);

/// Nothing where the folder has no such file.
std::optional<Retention> read_retention(const std::filesystem::path& municipality,
                                        Problems& problems);

}  // namespace hub::profile
