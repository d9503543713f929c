// Answers the fields of a pattern's conditions from the facts of one household.
#pragma once

#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "hub/domain/pattern.hpp"
#include "hub/linkage/age.hpp"
#include "hub/linkage/home_facts.hpp"

namespace hub::linkage {

/// What counts: everything, what stands by sure links, or of that only whom a sure link makes a
/// member of the household.
enum class Counting : std::uint8_t { all, sure_links, sure_members };

class HomeAnswers {
 public:
  /// Borrows the facts and the rules, whose words for 続柄 it uses.
  HomeAnswers(const HomeFacts& home, const domain::PatternRules& rules,
              std::chrono::year_month_day day, Counting counting);

  /// Members that count, as places in the facts.
  [[nodiscard]] const std::vector<std::size_t>& members() const noexcept { return members_; }
  [[nodiscard]] domain::Said of_member(std::size_t member, domain::MemberField field) const;
  /// What `of` is to `to`.
  [[nodiscard]] domain::Said of_pair(std::size_t of, std::size_t to, domain::PairField field) const;
  [[nodiscard]] domain::Said of_home(domain::HomeField field) const;
  /// Codes of the fields to which the member is known.
  [[nodiscard]] const std::set<std::string>& fields_of(std::size_t member) const {
    return known_[member].fields;
  }
  [[nodiscard]] bool may_be_named(std::size_t member) const;

 private:
  struct Known {
    std::vector<const ToldOfMember*> told;
    std::set<std::string> fields;
    std::optional<BirthSpan> born;
    Sex sex = Sex::unknown;
  };
  /// A statement with both its sides found.
  struct Stated {
    const ToldOfPair* told;
    std::size_t who;
  };

  void learn(std::size_t member, Counting counting);
  void place(const ToldOfPair& told);
  [[nodiscard]] std::optional<std::size_t> aged(const ToldOfPair& told) const;
  [[nodiscard]] std::vector<std::string> relations(std::size_t of, std::size_t to) const;
  [[nodiscard]] std::vector<std::string> stated_relations(std::size_t of, std::size_t to) const;
  [[nodiscard]] bool said_apart(std::size_t one, std::size_t other) const;
  [[nodiscard]] bool cares_for(std::size_t of, std::size_t to) const;
  [[nodiscard]] std::vector<std::string> roles(std::size_t member) const;
  [[nodiscard]] std::vector<std::string> concerns_elsewhere(std::size_t of, std::size_t to) const;
  [[nodiscard]] domain::Said age_of(std::size_t member) const;

  const HomeFacts& home_;
  const domain::PatternRules& rules_;
  std::chrono::year_month_day day_;
  std::vector<std::size_t> members_;
  std::vector<Known> known_;  // one for each member of the facts
  std::vector<Stated> stated_;
};

}  // namespace hub::linkage
