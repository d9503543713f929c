#include "hub/service/received.hpp"

#include <array>

#include "hub/service/sealed_access.hpp"

namespace hub::service {
using domain::RecordKind;
using tsunagu::json::View;

std::optional<codec::Record> read_body(const crypto::Opened& body) {
  return std::move(codec::RecordReader().read(body.look_inside()).record);
}

bool is_consent_given(const codec::Record& record) {
  return record.kind() == RecordKind::consent &&
         SealedAccess::root(record).find("status").text() == "given";
}

std::string_view consultation_key_of(const codec::Record& record) {
  return SealedAccess::root(record).find("consultationKey").text();
}

std::vector<std::string_view> housemate_keys_of(const codec::Record& record) {
  std::vector<std::string_view> keys;
  for (const auto member : SealedAccess::root(record).find("members")) {
    const auto key = member.find("personKey").text();
    const bool lives_there =
        member.find("cohabiting").text() == "yes" && member.find("until").text().empty();
    if (lives_there && !key.empty()) keys.push_back(key);
  }
  return keys;
}

bool may_say_hidden(const crypto::Opened& body) {
  const auto text = body.look_inside();
  return text.find("confidentialInformation") != text.npos || text.find('\\') != text.npos;
}

bool says_hidden(const codec::Record& record, base::UtcMillis at) {
  const auto today = base::jst_date(at);
  for (const View one : SealedAccess::root(record).find("confidentialInformation")) {
    const auto kind = one.find("kind").text();
    const auto until = one.find("until").text();
    const auto from = one.find("from").text();
    const bool hides = kind == "support-measure" || kind == "hidden-address";
    if (hides && from <= today && (until.empty() || today <= until)) return true;
  }
  return false;
}

domain::Sealed<std::string> full_name(const codec::Record& record) {
  for (const View name : SealedAccess::root(record).find("names"))
    return {std::string(name.find("fullName").text()), {}, {}, domain::Item::identity};
  return {};
}

std::string current_address(const codec::Record& record) {
  constexpr std::array<std::string_view, 4> nearest{"actual", "", "registered", "temporary"};
  for (const auto use : nearest) {
    for (const View one : SealedAccess::root(record).find("addresses")) {
      if (one.find("use").text() == use) return std::string(one.find("fullAddress").text());
    }
  }
  return {};
}

}  // namespace hub::service
