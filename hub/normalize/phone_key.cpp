#include "hub/normalize/phone_key.hpp"

#include "tsunagu/text/phone.hpp"

namespace hub::normalize {
namespace {

std::string_view warning_of(std::string_view problem) {
  for (const std::string_view code : {"phone.empty", "phone.length"}) {
    if (problem == code) return code;
  }
  return "phone.unreadable";
}

}  // namespace

Normalized phone_key(std::string_view phone) {
  Normalized result;
  const auto read = tsunagu::text::parse_phone(phone);
  if (!read) {
    result.warn(warning_of(read.problem().code));
    return result;
  }
  result.key = read->digits;
  if (result.key != phone) result.step("phone.digits");
  if (!read->extension.empty()) result.step("phone.extension_dropped");
  return result;
}

}  // namespace hub::normalize
