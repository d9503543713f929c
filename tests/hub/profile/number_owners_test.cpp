#include "hub/profile/number_owners.hpp"

#include <gtest/gtest.h>

namespace hub::profile {
namespace {

Source source(const std::string& code, const std::string& adapter, const std::string& field) {
  Source out;
  out.code = code;
  out.adapter = adapter;
  out.field.code = field;
  return out;
}

/// 大田's: the field of kodomo is 母子, and two offices have a source of 障がい each.
std::vector<Source> sources() {
  return {source("kaigo", "kaigo", "kaigo"), source("shogai_seifu", "shogai", "shogai"),
          source("shogai_kamenoko", "shogai", "shogai"), source("kodomo", "kodomo", "boshi"),
          source("list", "mapped", "konkyu")};
}

TEST(NumbersOfOthers, are_those_that_another_field_gives_out) {
  const auto all = sources();
  const NumbersOfOthers others(all, all[4]);
  for (const auto* system :
       {"insured", "jukyusha", "atena:kaigo", "atena:shogai_seifu", "atena:kodomo", "atena:boshi"})
    EXPECT_TRUE(others.have(system)) << system;
}

TEST(NumbersOfOthers, are_none_of_its_own_and_none_of_nobodys) {
  const auto all = sources();
  const NumbersOfOthers of_list(all, all[4]);
  for (const auto* system : {"atena:konkyu", "atena:list", "kaiin", "atena", "life-external", "",
                             "kaigo", "atena:kaigo2", "a:"})
    EXPECT_FALSE(of_list.have(system)) << system;
  const NumbersOfOthers of_kodomo(all, all[3]);
  EXPECT_FALSE(of_kodomo.have("atena:kodomo")) << "its adapter's word for it";
  EXPECT_TRUE(of_kodomo.have("insured"));
  const NumbersOfOthers of_shogai(all, all[2]);
  EXPECT_FALSE(of_shogai.have("jukyusha")) << "two sources of one field share theirs";
}

TEST(NumbersOfOthers, are_not_those_that_the_profile_lets_it_say) {
  auto all = sources();
  all[4].numbers = {{"insured", {}}, {"atena:kaigo", {}}};
  const NumbersOfOthers others(all, all[4]);
  EXPECT_FALSE(others.have("insured"));
  EXPECT_FALSE(others.have("atena:kaigo"));
  EXPECT_TRUE(others.have("jukyusha"));
  EXPECT_FALSE(NumbersOfOthers(all, all[0]).have("insured")) << "nor is it taken from its owner";
}

TEST(NumbersOfOthers, are_a_common_number_too_once_a_source_names_it) {
  auto all = sources();
  all[0].numbers = {{"atena:sakura", {}}};
  EXPECT_TRUE(NumbersOfOthers(all, all[4]).have("atena:sakura"));
  all[4].numbers = all[0].numbers;
  EXPECT_FALSE(NumbersOfOthers(all, all[4]).have("atena:sakura"));
}

TEST(NumbersOfOthers, need_somebody_else) {
  const std::vector<Source> alone = {source("list", "mapped", "konkyu")};
  EXPECT_FALSE(NumbersOfOthers(alone, alone[0]).have("insured"));
}

}  // namespace
}  // namespace hub::profile
