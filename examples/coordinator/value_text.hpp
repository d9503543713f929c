// The members of a record as lines of text, for a person to read.
#pragma once

#include <boost/json/fwd.hpp>
#include <string>
#include <string_view>

namespace coordinator {

/// A value beside its label, or below it two columns further in. The parser has bounded the depth.
class ValueText {
 public:
  /// Appends.
  explicit ValueText(std::string& out) : out_(out) {}

  void line(std::string_view text, std::size_t depth);
  /// `parent`: the field that holds the member, or the record's kind.
  void member(std::string_view parent, std::string_view name, const boost::json::value& value,
              std::size_t depth);
  void members(std::string_view parent, const boost::json::object& object, std::size_t depth);

 private:
  void indent(std::size_t depth);
  void list(std::string_view name, const boost::json::array& array, std::size_t depth);

  std::string& out_;
  bool bullet_ = false;  ///< the next line begins an element of a list
};

}  // namespace coordinator
