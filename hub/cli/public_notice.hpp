// What a municipality tells everybody about this hub, drafted out of its configuration, so that
// what is published is what is configured: the notice (公表文) and the register of personal
// information files (個人情報ファイル簿, 個人情報保護法75条). What no configuration knows stands as
// 「（記入）」.
#pragma once

#include <iosfwd>

#include "hub/profile/configuration.hpp"

namespace hub::cli {

/// Grounds as they are in force `now`; one that we only remember is marked 【要確認】.
void write_public_notice(std::ostream& out, const profile::Configuration& configured,
                         base::UtcMillis now);
void write_file_register(std::ostream& out, const profile::Configuration& configured,
                         base::UtcMillis now);

}  // namespace hub::cli
