// Started as root, the daemon becomes an ordinary user before it opens anything; dumps of its
// memory are forbidden in any case.
#pragma once

#include <string>

#include "hub/base/result.hpp"

namespace hub::daemon {

/// `user` empty: stays who it is. Can't be undone.
base::Result<> drop_privileges(const std::string& user);

}  // namespace hub::daemon
