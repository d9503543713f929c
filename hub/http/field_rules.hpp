// The fields that decide how a message is framed and to whom it is addressed.
#pragma once

#include <string_view>

#include "hub/http/header_check.hpp"

namespace hub::http {

/// Sees each field once, in order. Pure but for what it remembers of this head.
class FieldRules {
 public:
  explicit FieldRules(int minor_version) : minor_version_(minor_version) {}
  HeadFault see(std::string_view name, std::string_view value, Head& head);
  /// What only the whole head tells.
  HeadFault finish(Head& head);

 private:
  HeadFault host(std::string_view value);
  HeadFault length(std::string_view value, Head& head);
  HeadFault encoding(std::string_view value, Head& head);
  HeadFault expectation(std::string_view value, Head& head);
  void connection(std::string_view value);

  int minor_version_;
  bool host_seen_ = false;
  bool close_ = false;
  bool keep_alive_ = false;
};

}  // namespace hub::http
