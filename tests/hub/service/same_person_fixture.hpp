// Two persons of one system, either of whom a third record may be: an officer is asked.
#pragma once

#include "hub/service/same_person.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {

/// b1 may be either of two in another system, but for the year of birth; an officer is asked.
class SamePerson : public ServiceFixture {
 protected:
  SamePerson() {
    employ({"hanako"});
    deliver(kaigo, {person({.key = "a1", .number = "0001"}, "insured"),
                    person({.key = "a2", .number = "0002"}, "insured")});
  }

  base::PersonId id_of(const FeedPlan& plan, const std::string& key) {
    return look([&](store::Reader& reader) {
      return store::read_person(reader, link_of(plan, key)->person)->id;
    });
  }
  store::Signal signal() {
    return look([](store::Reader& reader) {
      for (auto& one : store::list_open_signals(reader, 10)) {
        if (one.code == "same_person") return std::move(one);
      }
      return store::Signal{};
    });
  }
  std::vector<std::string> shown(const store::SignalId& id) {
    std::vector<std::string> lines;
    look([&](store::Reader& reader) {
      return view_signal(reader, {clock.now(), true}, id,
                         [&](std::string_view line) { lines.emplace_back(line); })
          .has_value();
    });
    return lines;
  }
  /// An officer of the municipality's own, who keeps the links or does not.
  void employ_at(const std::string& user, const std::string& desk, bool links = false,
                 const std::string& section = {}) {
    auto changed = std::make_shared<Book>(*book);
    auto& one = changed->settings.officers.emplace_back();
    one.user = user;
    one.desk.code = desk;
    one.links = links;
    if (!section.empty()) one.section = profile::Ref{section, {}};
    book = changed;
    context->exchange(book);
  }
  SameWish about(const std::string& b, const std::string& a) {
    return {signal().id, id_of(shogai, b), id_of(kaigo, a)};
  }
  bool joined(const std::string& b, const std::string& a) {
    return link_of(shogai, b)->person == link_of(kaigo, a)->person;
  }

  FeedPlan kaigo = plan_of("kaigo");
  FeedPlan shogai = plan_of("shogai");
  const std::string officer = "officer/hanako";
  const std::string year = "1951-02-10";
};

}  // namespace hub::service
