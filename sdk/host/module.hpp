// One adapter, loaded from its file and never unloaded: the process ends with it.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

#include "tsunagu/adapter.h"

namespace tsunagu::host {

/// The file is no adapter that this program can load; the text is for an operator.
class LoadError : public std::runtime_error {
 public:
  LoadError(std::string code, const std::string& text)
      : std::runtime_error(text), code_(std::move(code)) {}
  [[nodiscard]] const std::string& code() const noexcept { return code_; }

 private:
  std::string code_;
};

/// Loads the file with all its symbols resolved now, so that nothing needs a file later, and copies
/// its table: members that an older adapter does not know are null. Throws LoadError.
tsunagu_adapter_table load_adapter(const std::filesystem::path& file);

}  // namespace tsunagu::host
