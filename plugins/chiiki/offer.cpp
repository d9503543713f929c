// For whom, how many, at what price, under what conditions.
#include "plugins/chiiki/mapping.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/vocabulary.hpp"
#include "tsunagu/text/numeral.hpp"

namespace chiiki {

namespace {

constexpr feed::Vocabulary<bool, 9> yes_or_no{{{"あり", true},
                                               {"有", true},
                                               {"1", true},
                                               {"○", true},
                                               {"通常の指定", true},
                                               {"なし", false},
                                               {"無", false},
                                               {"0", false},
                                               {"×", false}}};

record::Field<bool> flag(const Facts& facts, Role role) {
  const std::string_view written = facts.get(role);
  if (written.empty()) return {};
  const bool* known = feed::meaning(yes_or_no, written);
  if (known != nullptr) return *known;
  facts.warn(role, "flag.unknown", "有無として読めません。空欄としました");
  return {};
}

record::Field<std::int64_t> number(const Facts& facts, Role role) {
  if (!facts.has(role)) return {};
  const auto number = text::parse_integer(facts.get(role));
  if (number.ok() && *number >= 0 && *number <= 100'000) return *number;
  facts.warn(role, "number.unreadable", "数として読めません。空欄としました");
  return {};
}

/// Open data write 0 for "not given" in most rows.
void add_capacity(record::Resource& resource, const Facts& facts) {
  resource.capacity_text = feed::own(facts.get(Role::capacity));
  if (facts.get(Role::capacity) != "0") resource.capacity = number(facts, Role::capacity);
}

}  // namespace

void add_offer(record::Resource& resource, const Facts& facts) {
  add_capacity(resource, facts);
  resource.available = number(facts, Role::available);
  for (const std::string_view field : feed::parts(facts.get(Role::target_fields), ';'))
    resource.target_fields.add(feed::own(field));
  resource.minimum_age = number(facts, Role::minimum_age);
  resource.maximum_age = number(facts, Role::maximum_age);
  resource.eligibility = feed::own(facts.get(Role::eligibility));
  resource.age_range = feed::own(facts.get(Role::age_range));
  resource.fee_kind = feed::own(facts.get(Role::fee_kind));
  resource.fees = feed::own(facts.get(Role::fees));
  resource.transport = flag(facts, Role::transport);
  for (const std::string_view word : feed::parts(facts.get(Role::accessibility), ';'))
    resource.accessibility.add(feed::own(word));
  for (const std::string_view word : feed::parts(facts.get(Role::acceptance), ';'))
    resource.acceptance.add(feed::own(word));
  resource.participation_support = flag(facts, Role::participation);
  resource.temporary_care = feed::own(facts.get(Role::temporary_care));
  resource.approved_at = feed::partial(facts.date(Role::approved_on));
  resource.shared_use = flag(facts, Role::shared_use);
  resource.meets_care_standard = flag(facts, Role::care_standard);
  resource.meets_disability_standard = flag(facts, Role::disability_standard);
  resource.assured_at = feed::partial(facts.date(Role::assured_on));
  resource.note = feed::with_breaks(facts.get(Role::note));
  resource.keep("地方公共団体名", feed::own(facts.get(Role::publisher)));
  resource.keep("連絡先_担当", feed::own(facts.get(Role::contact_person)));
}

}  // namespace chiiki
