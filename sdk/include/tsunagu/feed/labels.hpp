// One stricter label on all that a record says: a tax office's list, material of the 要対協.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/record.hpp"

namespace tsunagu::feed {

namespace detail {

/// Visits a record's members and gathers those that say something. Keys only name other records.
class Members {
 public:
  template <class T>
  void operator()(std::string_view name, const record::Field<T>& field) {
    if (field.has_value()) add(name);
  }
  template <class T>
  void operator()(std::string_view name, const record::List<T>& list) {
    if (!list.empty()) add(name);
  }
  template <class T>
  void operator()(std::string_view name, const T&) {
    add(name);
  }
  [[nodiscard]] const std::vector<std::string>& pointers() const noexcept { return pointers_; }

 private:
  void add(std::string_view name) {
    if (name.size() >= 3 && name.substr(name.size() - 3) == "Key") return;
    pointers_.push_back("/" + std::string(name));
  }

  std::vector<std::string> pointers_;
};

}  // namespace detail

/// When the record is finished.
template <class Record>
void label_all(Record& record, record::Item item) {
  detail::Members members;
  record.each_member(members);
  for (const std::string& pointer : members.pointers())
    record.label(pointer, item);
}

/// 高齢者虐待防止法8条, 障害者虐待防止法8条, 児童虐待防止法7条: nothing that tells who reported
/// leaves the desk. The hub lets the day of receipt out as its month.
inline void hide_informant(record::Consultation& consultation) {
  consultation.abuse = true;
  if (consultation.caller.has_value()) consultation.label("/caller", record::Item::informant);
  if (consultation.channel.has_value()) consultation.label("/channel", record::Item::informant);
  if (consultation.route.has_value()) consultation.label("/route", record::Item::informant);
  consultation.label("/receivedAt", record::Item::informant);
}

}  // namespace tsunagu::feed
