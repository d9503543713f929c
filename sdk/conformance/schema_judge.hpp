// Holds one value against one schema, keyword by keyword.
#pragma once

#include <string>
#include <string_view>

#include "sdk/conformance/schema.hpp"

namespace tsunagu::conformance {

/// A schema inside its document, which its references begin from.
struct SchemaPlace {
  json::View document;
  json::View schema;
};

class SchemaJudge {
 public:
  using Documents = std::map<std::string, json::Document, std::less<>>;
  explicit SchemaJudge(const Documents& documents) : documents_(documents) {}

  bool holds(SchemaPlace at, json::View value, Strict strict);
  /// The innermost thing that was wrong, after `holds` was false.
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  using Keyword = bool (SchemaJudge::*)(SchemaPlace at, json::View wanted, json::View value);
  struct Named {
    std::string_view name;
    Keyword judge;
  };
  static const Named keywords[];

  bool keyword(SchemaPlace at, json::View wanted, json::View value);
  bool type(SchemaPlace at, json::View wanted, json::View value);
  bool constant(SchemaPlace at, json::View wanted, json::View value);
  bool choice(SchemaPlace at, json::View wanted, json::View value);
  bool length(SchemaPlace at, json::View wanted, json::View value);
  bool range(SchemaPlace at, json::View wanted, json::View value);
  bool size(SchemaPlace at, json::View wanted, json::View value);
  bool pattern(SchemaPlace at, json::View wanted, json::View value);
  bool format(SchemaPlace at, json::View wanted, json::View value);
  bool required(SchemaPlace at, json::View wanted, json::View value);
  bool properties(SchemaPlace at, json::View wanted, json::View value);
  bool items(SchemaPlace at, json::View wanted, json::View value);
  bool reference(SchemaPlace at, json::View wanted, json::View value);
  bool any_of(SchemaPlace at, json::View wanted, json::View value);
  bool negated(SchemaPlace at, json::View wanted, json::View value);
  bool condition(SchemaPlace at, json::View wanted, json::View value);
  bool nothing(SchemaPlace at, json::View wanted, json::View value);

  bool wrong(std::string_view keyword, std::string_view wanted);
  bool below(std::string_view segment, SchemaPlace at, json::View value);

  const Documents& documents_;
  std::string pointer_;
  std::string fault_;
  Strict strict_ = Strict::yes;
};

}  // namespace tsunagu::conformance
