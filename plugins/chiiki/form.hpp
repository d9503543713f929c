// The published layouts differ in their columns' names, hardly in what they mean. So a layout is a
// list of (role, column name), and one mapping asks by role.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/feed/layout.hpp"
#include "tsunagu/feed/line.hpp"
#include "tsunagu/record.hpp"

namespace chiiki {

namespace feed = tsunagu::feed;
namespace record = tsunagu::record;
namespace text = tsunagu::text;

enum class Role : std::size_t {
  code,       ///< 全国地方公共団体コード of who publishes
  publisher,  ///< 地方公共団体名
  id,
  name,
  kana,
  english,
  kind,
  service,
  service_code,
  facility_number,
  designated_by,
  place_code,
  town_id,
  prefecture,
  city,
  town,
  block,
  address,
  building,
  latitude,
  longitude,
  access,
  parking,
  phone,
  extension,
  fax,
  email,
  url,
  organization,
  organization_kana,
  corporate_number,
  organization_city,
  organization_rest,
  organization_phone,
  organization_fax,
  organization_url,
  days,
  specific_days,
  opens,
  closes,
  weekday_hours,
  saturday_hours,
  sunday_hours,
  holiday_hours,
  day_note,
  closed_days,
  capacity,
  available,
  target_fields,
  minimum_age,
  maximum_age,
  eligibility,
  age_range,
  fee_kind,
  fees,
  transport,
  accessibility,
  acceptance,
  participation,
  temporary_care,
  approved_on,
  shared_use,
  care_standard,
  disability_standard,
  contact_person,
  public_range,
  assured_on,
  note,
  count_,
};

struct RoleColumn {
  Role role;
  const char* name;
  feed::Need need = feed::Need::required;
};

class Form {
 public:
  /// `system` begins the record keys; `key` are the roles that make a row's key.
  Form(std::string system, std::vector<Role> key, const std::vector<RoleColumn>& columns);

  /// Renames columns and makes them optional, as far as the settings are about this layout.
  void configure(const tsunagu::Config& config);
  /// Whether a column bears that name in the published layout.
  [[nodiscard]] bool knows(std::string_view name) const;

  [[nodiscard]] const feed::Layout& layout() const noexcept { return layout_; }
  [[nodiscard]] const std::string& system() const noexcept { return system_; }
  [[nodiscard]] const std::vector<Role>& key() const noexcept { return key_; }
  /// The role's column in the layout.
  [[nodiscard]] std::optional<std::size_t> column(Role role) const {
    return columns_[static_cast<std::size_t>(role)];
  }

 private:
  std::string system_;
  std::vector<Role> key_;
  std::vector<std::string> names_;  ///< as published
  feed::Layout layout_;
  std::array<std::optional<std::size_t>, static_cast<std::size_t>(Role::count_)> columns_{};
};

/// All of them, by the name of their feed.
std::map<std::string, Form, std::less<>> forms();

/// A row, asked by role. What is odd about a role that the layout lacks is about nothing.
class Facts {
 public:
  Facts(feed::Line& line, const Form& form) : line_(&line), form_(&form) {}

  [[nodiscard]] const Form& form() const noexcept { return *form_; }
  [[nodiscard]] std::string_view get(Role role) const {
    const auto column = form_->column(role);
    return column ? line_->value(*column) : std::string_view();
  }
  [[nodiscard]] bool has(Role role) const { return !get(role).empty(); }

  std::optional<text::Date> date(Role role) const {
    const auto column = form_->column(role);
    return column ? line_->date(*column) : std::nullopt;
  }
  void warn(Role role, std::string_view code, std::string_view reason) const {
    if (const auto column = form_->column(role)) line_->warn(*column, code, reason);
  }
  void reject(Role role, std::string_view code, std::string_view reason) const {
    if (const auto column = form_->column(role)) line_->reject(*column, code, reason);
  }

 private:
  feed::Line* line_;
  const Form* form_;
};

}  // namespace chiiki
