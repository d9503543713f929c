// One request of the administration socket as its verb reads it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/result.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::daemon {

class AdminRequest {
 public:
  /// The socket has parsed it once: it is an object.
  explicit AdminRequest(const std::string& json);

  /// Empty where it says nothing.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const;
  /// How many lines are wanted: `limit`, or a default that fits a screen or two.
  [[nodiscard]] std::size_t limit() const;
  /// The texts of a list; empty where there is none.
  [[nodiscard]] std::vector<std::string> list(std::string_view key) const;
  /// A calendar day, `2026-04-10`; nothing where the request names none, `invalid` for what is
  /// none.
  [[nodiscard]] base::Result<std::optional<std::chrono::year_month_day>> day(
      std::string_view key) const;
  /// `invalid` where the request says anything else: nobody slips a word in.
  [[nodiscard]] base::Result<> only(const std::vector<std::string_view>& keys) const;
  /// `invalid` without it.
  [[nodiscard]] base::Result<std::string> needed(std::string_view key) const;
  /// What the daemon is to write; `invalid` unless it is absolute, for the daemon stands elsewhere.
  [[nodiscard]] base::Result<std::string> absolute_path(std::string_view key) const;
  /// An id of its kind; `invalid` otherwise.
  template <class Id>
  [[nodiscard]] base::Result<Id> id(std::string_view key) const {
    if (const auto id = Id::parse(text(key))) return *id;
    return no_id(key);
  }
  /// The same; nothing where the request names none.
  template <class Id>
  [[nodiscard]] base::Result<std::optional<Id>> id_if_any(std::string_view key) const {
    if (text(key).empty()) return std::optional<Id>();
    const auto named = id<Id>(key);
    if (!named) return named.error();
    return std::optional<Id>(*named);
  }
  /// A whole number, as it was typed; nothing for what is none.
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view key) const;

 private:
  static base::Failure no_id(std::string_view key);
  tsunagu::json::Document document_;
};

}  // namespace hub::daemon
