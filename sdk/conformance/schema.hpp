// The case schema's documents (sdk/schema), as far as they judge a record: the keywords that they
// use, and no other. A document with a keyword that is not known here is refused, so nothing of it
// is passed over.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tsunagu/json/document.hpp"

namespace tsunagu::conformance {

/// Whether a member that the schema doesn't name is a fault: an adapter's slip, or, where one may
/// be of a later version, none.
enum class Strict : bool { no, yes };

/// The documents can't be used; the text says where.
class SchemaError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Schemas {
 public:
  /// Reads every `*.schema.json` of the folder. Throws SchemaError.
  explicit Schemas(const std::filesystem::path& folder);

  /// "/names/0/fullName: maxLength 200", the first thing that is not as the record's kind wants it.
  /// Holds no value of the record.
  [[nodiscard]] std::optional<std::string> fault_of(json::View record,
                                                    Strict strict = Strict::yes) const;

 private:
  std::map<std::string, json::Document, std::less<>> documents_;
};

}  // namespace tsunagu::conformance
