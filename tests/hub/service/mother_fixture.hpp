// A mother whose consent, consultation and referral came from kaigo, and whose referral was
// claimed.
#pragma once

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {

class MotherFixture : public ServiceFixture {
 protected:
  void SetUp() override {
    kaigo = plan_of("kaigo");
    deliver(kaigo, {person({.key = "m", .number = "1"}, "atena:kaigo"), consent("co", "m"),
                    record("consultation", "c1", about("m", R"("statement":"足腰が弱った")")),
                    referral("r", "m")});
    mother = person_of("m");
    claim_all();
  }
  base::PersonId person_of(const std::string& key) {
    const auto row = link_of(kaigo, key)->person;
    return look([&](store::Reader& reader) { return store::read_person(reader, row)->id; });
  }

  FeedPlan kaigo;
  base::PersonId mother;
};

}  // namespace hub::service
