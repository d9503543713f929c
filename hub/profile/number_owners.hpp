// Which source answers for which numbers. The same (system, number) makes two records one person
// without a doubt (DOMAIN 8.2), so no source may speak in a numbering that is another's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/profile/source.hpp"

namespace hub::profile {

/// 被保険者番号 are of who has `kaigo` as field, adapter or code, 受給者証番号 of `shogai`, and
/// `atena:kodomo` of `kodomo`. Of other systems nobody is the owner, but whose `numbers` name them.
class NumbersOfOthers {
 public:
  NumbersOfOthers() = default;
  NumbersOfOthers(const std::vector<Source>& sources, const Source& asking);

  /// Somebody else answers for that system, and the asking source does not.
  [[nodiscard]] bool have(std::string_view system) const;

 private:
  struct Answerable {
    std::vector<std::string> systems{};
    std::vector<std::string> owners{};
    void add(const Source& source);
    [[nodiscard]] bool covers(std::string_view system) const;
  };
  Answerable own_;
  Answerable others_;
};

}  // namespace hub::profile
