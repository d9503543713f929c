// The administration verbs over a household in a temporary store; no answer to an operator holds a
// value of a person.
#pragma once

#include <gmock/gmock.h>

#include "hub/daemon/admin_verbs.hpp"
#include "hub/store/audit_log.hpp"
#include "tests/hub/service/household_fixture.hpp"

namespace hub::daemon {

using base::Kind;
using base::Result;
using testing::HasSubstr;
using testing::Not;

class Collected final : public http::ReplySink {
 public:
  [[nodiscard]] const std::string& asker() const override { return who; }
  bool line(std::string_view json) override {
    lines.emplace_back(json);
    return stays;
  }
  std::vector<std::string> lines;
  bool stays = true;
  std::string who = "operator/hanako";
};

class AdminVerbsTest : public service::HouseholdFixture {
 protected:
  void SetUp() override {
    HouseholdFixture::SetUp();
    ports.emplace(AdminPorts{*context, {}, {}, {}, {}, {}, {}});
    ports->health = [this] { return health; };
    ports->reload = [this](std::string_view actor) -> Result<> {
      reloaded_by = actor;
      return {};
    };
    ports->release_adapter = [this](std::string_view source, std::string_view) -> Result<> {
      released.emplace_back(source);
      return {};
    };
    ports->source_changed = [this](std::string_view source) { changed.emplace_back(source); };
    ports->import_file = [this](const ImportWish& wish, const OnProgress& progress) {
      wished = wish;
      progress({5, 10, 0, 0});
      return Result<Imported>(imported);
    };
    ports->orders_changed = [this] { ++orders_changed; };
    verbs = admin_verbs(*ports);
  }
  void TearDown() override {
    verbs.clear();
    ports.reset();
    HouseholdFixture::TearDown();
  }

  /// The answer to a request; no value of a person is in it.
  Result<std::vector<std::string>> ask(const std::string& verb, const std::string& rest = "") {
    Collected reply;
    reply.who = asker;
    const std::string more = rest.empty() ? "" : "," + rest;
    const auto done = verbs.at(verb)(R"({"verb":")" + verb + '"' + more + "}", reply);
    if (!done) return done.error();
    for (const auto& line : reply.lines) {
      if (!asker.starts_with("operator/")) break;
      for (const auto value : service::planted)
        EXPECT_THAT(line, Not(HasSubstr(std::string(value)))) << verb;
    }
    return reply.lines;
  }
  std::string first_id(const std::string& verb, const std::string& key,
                       const std::string& rest = "") {
    const auto lines = ask(verb, rest).value();
    const auto parsed = tsunagu::json::parse_untrusted(lines.at(0));
    return std::string(parsed.root().find(key).text());
  }
  /// `"key":"value"` of the first thing that a list shows.
  std::string the(const std::string& key, const std::string& list, const std::string& rest = "") {
    return '"' + key + R"(":")" + first_id(list, key, rest) + '"';
  }
  /// How often something stands in the log.
  int logged(const std::string& action) {
    return look([&](store::Reader& reader) {
      int count = 0;
      for (const auto& row : store::list_entries(reader, 0, 10'000))
        count += row.entry.action == action ? 1 : 0;
      return count;
    });
  }
  std::vector<std::string> actions() {
    return look([](store::Reader& reader) {
      std::vector<std::string> out;
      for (const auto& logged : store::list_entries(reader, 0, 1000)) {
        if (logged.entry.actor == "operator/hanako") out.push_back(logged.entry.action);
      }
      return out;
    });
  }
  /// Of the newest entry of the operator's.
  audit::Entry last_entry() {
    return look(
        [](store::Reader& reader) { return store::list_entries(reader, 0, 1000).back().entry; });
  }

  /// Officers of hub.yaml; all of `desk`.
  void employ(const std::vector<std::string>& users, const std::string& desk,
              const std::string& section = {}) {
    auto book = std::make_shared<service::Book>(*context->book());
    for (const auto& user : users) {
      auto& officer = book->settings.officers.emplace_back();
      officer.user = user;
      officer.desk.code = desk;
      officer.decides = true;
      if (!section.empty()) officer.section = profile::Ref{section, {}};
    }
    context->exchange(book);
  }

  std::string asker = "operator/hanako";
  std::string reloaded_by;
  DaemonHealth health;
  Imported imported;
  ImportWish wished;
  std::vector<std::string> released;
  std::vector<std::string> changed;
  int orders_changed = 0;
  std::optional<AdminPorts> ports;
  http::AdminVerbs verbs;
};

}  // namespace hub::daemon
