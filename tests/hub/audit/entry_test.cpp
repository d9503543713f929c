#include "hub/audit/entry.hpp"

#include <gtest/gtest.h>

namespace hub::audit {
namespace {

Entry example() {
  base::SeededRandom random(1);
  Entry entry;
  entry.actor = "officer/1042";
  entry.action = "referral.sent";
  entry.objects = {"referral/1", "case/2"};
  entry.persons = {base::PersonId::make(base::utc_from_millis(1), random)};
  entry.recipient = "partner/sakutomo";
  entry.decision = Decision::mask;
  entry.rule = "hidden_address";
  entry.basis = "CONSENT";
  entry.purpose = "coordination";
  entry.fields = {"address", std::string(300, 'x')};
  entry.correlation = "c-1";
  return entry;
}

TEST(AuditEntry, reads_back_what_it_wrote) {
  EXPECT_EQ(from_canonical(to_canonical(example())), example());
  EXPECT_EQ(from_canonical(to_canonical({})), Entry{});
}

TEST(AuditEntry, a_cut_or_lengthened_entry_is_none) {
  const std::string bytes = to_canonical(example());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(from_canonical(std::string_view(bytes).substr(0, length))) << length;
  EXPECT_FALSE(from_canonical(bytes + "x"));
}

TEST(AuditEntry, moving_text_from_one_field_to_the_next_changes_the_bytes) {
  Entry one = example();
  Entry other = example();
  one.rule = "ab";
  one.basis = "c";
  other.rule = "a";
  other.basis = "bc";
  EXPECT_NE(to_canonical(one), to_canonical(other));
}

}  // namespace
}  // namespace hub::audit
