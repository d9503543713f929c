// Invented households for the shipped patterns: who is how old, which field knows them by what.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "hub/linkage/pattern.hpp"
#include "hub/profile/patterns.hpp"
#include "tests/places.hpp"

namespace hub::linkage {

constexpr std::chrono::year_month_day played{std::chrono::year(2026), std::chrono::April,
                                             std::chrono::day(10)};

inline const domain::PatternRules& shipped_rules() {
  static const auto rules = [] {
    profile::Problems problems;
    const std::vector<profile::FieldOfWork> fields{
        {"kaigo", "", {}}, {"shogai", "", {}}, {"kodomo", "", {}}, {"konkyu", "", {}}};
    return profile::read_patterns("", std::filesystem::path(tests::in_source("/config")), fields,
                                  problems);
  }();
  return rules;
}

/// "1951-04-10" to the day, "1951-04" to the month, "1951" to the year.
inline domain::PartialDate born(const std::string& text) {
  using namespace std::chrono;
  const auto part = [&text](std::size_t at, std::size_t size) {
    return at < text.size() ? std::stoi(text.substr(at, size)) : 1;
  };
  domain::PartialDate out;
  out.date = year(part(0, 4)) / month(static_cast<unsigned>(part(5, 2))) /
             day(static_cast<unsigned>(part(8, 2)));
  out.precision = text.size() == 4   ? domain::Precision::year
                  : text.size() == 7 ? domain::Precision::month
                                     : domain::Precision::day;
  return out;
}

/// What a desk knows of somebody who came to it.
inline ToldOfMember known(const std::string& field, const std::string& birthday,
                          std::vector<std::string> concerns = {}) {
  ToldOfMember told;
  told.field = field;
  told.sure = true;
  told.knows = true;
  told.born = born(birthday);
  told.concerns = std::move(concerns);
  return told;
}

class Household {
 public:
  std::size_t add(ToldOfMember told) {
    HomeMember member;
    base::UuidBytes id{};
    id.back() = static_cast<std::uint8_t>(facts.members.size() + 1);
    member.person = base::PersonId(id);
    member.sure = true;
    member.told.push_back(std::move(told));
    facts.members.push_back(std::move(member));
    return facts.members.size() - 1;
  }
  /// `who` is `relationship` to `focus`.
  ToldOfPair& state(std::size_t focus, std::size_t who, const std::string& relationship) {
    auto& told = facts.pairs.emplace_back();
    told.focus = focus;
    told.who = who;
    told.relationship = relationship;
    told.sure = true;
    return told;
  }
  [[nodiscard]] std::vector<PatternFinding> findings() const {
    return find_patterns(facts, shipped_rules(), played);
  }
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const auto& finding : findings())
      out.push_back(finding.code);
    return out;
  }
  [[nodiscard]] bool makes(const std::string& code) const {
    const auto all = codes();
    return std::find(all.begin(), all.end(), code) != all.end();
  }
  [[nodiscard]] PatternFinding finding(const std::string& code) const {
    for (auto& one : findings()) {
      if (one.code == code) return one;
    }
    ADD_FAILURE() << "no " << code;
    return {};
  }

  HomeFacts facts;
};

}  // namespace hub::linkage
