// One consultation while it is mapped, wherever it came from: its members by dotted path
// (`guardians.0.familyName`), in JSON as in the CSV's header.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/findings.hpp"

namespace kodomo {

namespace feed = tsunagu::feed;
namespace record = tsunagu::record;
namespace text = tsunagu::text;

class Entry : public feed::Findings {
 public:
  /// The member as text: `true` or `false` for a boolean, empty when absent or null.
  using Get = std::function<std::string(std::string_view path)>;

  Entry(std::uint64_t line, Get get) : Findings(line), get_(std::move(get)) {}

  [[nodiscard]] std::string get(const std::string& path) const { return get_(path); }
  [[nodiscard]] bool has(const std::string& path) const { return !get(path).empty(); }
  /// true in JSON; 1 or ○ in a table.
  [[nodiscard]] bool flag(const std::string& path) const {
    const std::string written = get(path);
    return written == "true" || written == "1" || written == "○";
  }

  /// An ISO date, or the date of an ISO instant.
  std::optional<text::Date> date(const std::string& path) {
    const std::string written = get(path);
    return date_at(place(path), std::string_view(written).substr(0, written.find('T')));
  }

  void warn(const std::string& path, std::string_view code, std::string_view reason) {
    warn_at(place(path), code, reason);
  }
  void reject(const std::string& path, std::string_view code, std::string_view reason) {
    reject_at(place(path), code, reason);
  }

 private:
  [[nodiscard]] feed::Place place(const std::string& path) const { return {number(), path, 0}; }

  Get get_;
};

using MapEntry = std::function<void(Entry&)>;

}  // namespace kodomo
