// What an operator may see of the store: JSON lines of ids, codes, counts and names of fields. The
// operator is no officer of any case, so no view shows him a value of a person, nor a file's name;
// an officer sees what the gate clears for his own use (own_use.hpp). One
// view a file, view_*.hpp. Each reads only; who asked is logged by the caller before a line leaves.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/ids.hpp"
#include "hub/base/result.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {

/// Takes one JSON object without a line break.
using ViewSink = std::function<void(std::string_view json)>;

/// Who looks, and when. To whoever may not see them, persons under 支援措置 are not there.
struct Looker {
  base::UtcMillis at{};
  bool sees_hidden = false;
};

/// What was shown, for the audit log. Empty: nothing about anybody.
struct Shown {
  std::vector<std::string> objects;     ///< `referral/<id>`
  std::vector<base::PersonId> persons;  ///< whose data it is about
  std::vector<std::string> values{};    ///< fields of persons whose value was shown: to officers
  std::string purpose{};                ///< what it was looked at for, where it must be said
};

/// One line: `{"kind":"…", …}`. What is absent gets no member.
class ViewLine {
 public:
  explicit ViewLine(std::string_view kind) {
    json_.begin_object();
    text("kind", kind);
  }
  ViewLine(const ViewLine&) = delete;
  ViewLine& operator=(const ViewLine&) = delete;

  ViewLine& text(std::string_view key, std::string_view value);
  /// A word of ours; what does not look like one becomes "*", for it might be somebody's name.
  ViewLine& code(std::string_view key, std::string_view value);
  ViewLine& count(std::string_view key, std::int64_t value);
  ViewLine& flag(std::string_view key, bool value);
  ViewLine& time(std::string_view key, const std::optional<base::UtcMillis>& at);
  ViewLine& list(std::string_view key, const std::vector<std::string>& values);
  /// What the gate cleared already, as JSON.
  ViewLine& json(std::string_view key, std::string_view text);
  template <class Id>
  ViewLine& id(std::string_view key, const Id& id) {
    return text(key, id.text());
  }
  void to(const ViewSink& sink);

 private:
  std::string line_;
  tsunagu::json::Writer json_{line_};
};

}  // namespace hub::service
