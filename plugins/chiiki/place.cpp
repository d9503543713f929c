// Where it is, who runs it, and how it is reached.
#include <charconv>

#include "plugins/chiiki/mapping.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/text/codes.hpp"

namespace chiiki {

namespace {

/// In degrees; nothing, with a warning, outside Japan's box.
record::Field<double> coordinate(const Facts& facts, Role role, double least, double most) {
  const std::string_view written = facts.get(role);
  if (written.empty()) return {};
  double degrees = 0;
  const auto [stop, error] =
      std::from_chars(written.data(), written.data() + written.size(), degrees);
  const bool whole = error == std::errc() && stop == written.data() + written.size();
  if (whole && degrees >= least && degrees <= most) return degrees;
  facts.warn(role, "coordinate.unreadable",
             "緯度・経度が日本の範囲の数ではありません。空欄としました");
  return {};
}

void add_town_id(record::Address& address, const Facts& facts) {
  if (!facts.has(Role::town_id)) return;
  const auto town = text::parse_town_id(facts.get(Role::town_id));
  if (town) {
    address.street_address_id = town->digits;
  } else {
    facts.warn(Role::town_id, town.problem().code, town.problem().text);
  }
}

void add_phone(record::List<record::Phone>& phones, const Facts& facts, Role role,
               record::PhoneKind kind) {
  if (!facts.has(role)) return;
  record::Phone phone(feed::own(facts.get(role)));
  phone.kind = kind;
  if (role == Role::phone) phone.extension = feed::own(facts.get(Role::extension));
  const auto read = text::parse_phone(facts.get(role));
  if (!read) facts.warn(role, read.problem().code, read.problem().text);
  phones.add(std::move(phone));
}

/// A number with a typing error stays as it was written, beside the record.
void add_corporate_number(record::Organization& organization, const Facts& facts) {
  if (!facts.has(Role::corporate_number)) return;
  const auto number = text::parse_corporate_number(facts.get(Role::corporate_number));
  if (number) {
    organization.corporate_number = number->digits;
  } else {
    facts.warn(Role::corporate_number, number.problem().code,
               "法人番号の検査数字が合いません。番号としては使いません");
  }
}

}  // namespace

record::Field<record::Organization> organization_of(const Facts& facts) {
  if (!facts.has(Role::organization) && !facts.has(Role::corporate_number)) return {};
  record::Organization organization;
  organization.name = feed::own(facts.get(Role::organization));
  organization.name_kana = feed::own(facts.get(Role::organization_kana));
  organization.url = feed::own(facts.get(Role::organization_url));
  organization.designated_by = feed::own(facts.get(Role::designated_by));
  add_corporate_number(organization, facts);
  if (!organization.name.has_value() && !organization.corporate_number.has_value()) return {};
  const std::string address =
      feed::own(facts.get(Role::organization_city)) + feed::own(facts.get(Role::organization_rest));
  if (!address.empty()) organization.address = record::Address(address);
  add_phone(organization.phones, facts, Role::organization_phone, record::PhoneKind::voice);
  add_phone(organization.phones, facts, Role::organization_fax, record::PhoneKind::fax);
  return organization;
}

void add_place(record::Resource& resource, const Facts& facts) {
  std::string full(facts.get(Role::address));
  if (full.empty()) full = feed::own(facts.get(Role::city)) + feed::own(facts.get(Role::block));
  if (!full.empty()) {
    record::Address address(full);
    address.prefecture = feed::own(facts.get(Role::prefecture));
    address.city_and_county = feed::own(facts.get(Role::city));
    address.street_address = feed::own(facts.get(Role::town));
    address.city_block = feed::own(facts.get(Role::block));
    address.building_name_etc = feed::own(facts.get(Role::building));
    const auto code = text::parse_local_government_code(facts.get(Role::place_code));
    if (code) address.local_government_code = code->digits;
    add_town_id(address, facts);
    resource.address = std::move(address);
  }
  resource.latitude = coordinate(facts, Role::latitude, 20, 46);
  resource.longitude = coordinate(facts, Role::longitude, 122, 154);
  resource.access = feed::own(facts.get(Role::access));
  resource.parking = feed::own(facts.get(Role::parking));
}

void add_reach(record::Resource& resource, const Facts& facts) {
  add_phone(resource.phones, facts, Role::phone, record::PhoneKind::voice);
  add_phone(resource.phones, facts, Role::fax, record::PhoneKind::fax);
  resource.email = feed::own(facts.get(Role::email));
  const std::string_view url = facts.get(Role::url);
  const bool is_mail = url.find('@') != std::string_view::npos && url.find('/') == url.npos;
  if (is_mail) {
    resource.email = feed::own(url);
    facts.warn(Role::url, "url.is_mail", "URLの欄のメールアドレスを、メールの欄へ移しました");
    return;
  }
  resource.url = feed::own(url);
  const bool http = url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0;
  if (!url.empty() && !http) {
    facts.warn(Role::url, "url.scheme", "URLがhttpで始まっていません。元の表記のまま残しました");
  }
}

}  // namespace chiiki
