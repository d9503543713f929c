#include "plugins/chiiki/mapping.hpp"

#include "tsunagu/feed/fields.hpp"
#include "tsunagu/text/codes.hpp"
#include "tsunagu/text/kana.hpp"

namespace chiiki {

namespace {

/// The publisher's code as repaired: a list that finds its leading zero again keeps its keys.
std::string key_part(const Facts& facts, Role role) {
  if (role == Role::code) {
    const auto code = text::parse_local_government_code(facts.get(role));
    if (code) return code->digits;
  }
  return feed::own(facts.get(role));
}

std::string key_of(const Facts& facts) {
  std::string key = facts.form().system();
  for (const Role role : facts.form().key()) {
    if (!facts.has(role)) facts.reject(role, "cell.empty", "行を見分ける項目が空です");
    key.append(":").append(key_part(facts, role));
  }
  return key;
}

/// Published open data is public. In our own list, what does not say so is for staff alone: a
/// company that quietly offers work trials must not appear in the public export.
record::PublicRange range_of(const Facts& facts) {
  if (!facts.form().column(Role::public_range)) return record::PublicRange::public_;
  if (facts.get(Role::public_range) == "public") return record::PublicRange::public_;
  if (facts.get(Role::public_range) != "staff") {
    facts.warn(Role::public_range, "public_range.unknown",
               "公開範囲がpublicでもstaffでもありません。職員のみとしました");
  }
  return record::PublicRange::staff;
}

/// The publisher's code; two digits are a prefecture's, which says nothing more.
void add_publisher(record::Resource& resource, const Facts& facts) {
  const std::string_view written = facts.get(Role::code);
  if (written.size() <= 2) return;
  const auto code = text::parse_local_government_code(written);
  if (!code) return facts.reject(Role::code, code.problem().code, code.problem().text);
  if (code->repair != text::CodeRepair::none) {
    facts.warn(Role::code, text::code_of(code->repair), "団体コードを六桁に直しました");
  }
  resource.publisher_code = code->digits;
}

void add_names(record::Resource& resource, const Facts& facts) {
  resource.name_kana = feed::own(facts.get(Role::kana));
  resource.name_en = feed::own(facts.get(Role::english));
  const std::string kana = text::hira_to_kata(text::half_to_full_kana(facts.get(Role::kana)));
  if (facts.has(Role::kana) && !text::is_katakana(kana)) {
    facts.warn(Role::kana, "kana.not_kana", "カナの欄に仮名ではない文字があります");
  }
}

void add_kinds(record::Resource& resource, const Facts& facts) {
  if (facts.has(Role::kind)) resource.resource_kind = feed::words(facts.get(Role::kind));
  if (facts.has(Role::service)) {
    resource.service_types.add(feed::coding(facts.form().system(), facts.get(Role::service_code),
                                            facts.get(Role::service)));
  }
  if (facts.has(Role::facility_number)) {
    resource.identifiers.add({"jigyosho", feed::own(facts.get(Role::facility_number))});
  }
}

}  // namespace

record::Resource resource_of(const Facts& facts) {
  if (!facts.has(Role::name)) facts.reject(Role::name, "name.empty", "名称がありません");
  record::Resource resource(key_of(facts), range_of(facts), feed::own(facts.get(Role::name)));
  add_publisher(resource, facts);
  add_names(resource, facts);
  add_kinds(resource, facts);
  resource.organization = organization_of(facts);
  add_place(resource, facts);
  add_reach(resource, facts);
  add_times(resource, facts);
  add_offer(resource, facts);
  return resource;
}

}  // namespace chiiki
