// profile.yaml: the municipality itself, its sections, its fields of work, and its own words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/profile/period.hpp"

namespace hub::profile {

/// Which organ of the municipality a section belongs to (個人情報保護法69条2項 tells organs apart).
enum class Organ { mayor, board_of_education, public_enterprise };

/// 課・係. Sections, operators, agencies and desks share one space of codes: a `Ref` to a party may
/// name any of them.
struct Section {
  std::string code;
  std::string name;
  std::string department;
  Organ organ = Organ::mayor;
  bool holds_tax_data = false;  ///< 税務課: sits, but its data need the person's own consent
  Period period;
  Place at;
};

/// A field of work. The list is open: 介護, 障がい, 子ども, 生活困窮, and what the plan adds.
struct FieldOfWork {
  std::string code;
  std::string name;
  Place at;
};

/// A local word for something that the product names: こねくとプロジェクト, 相談つなぐシート.
struct Label {
  std::string term;
  std::string text;
  Place at;
};

/// The plan that this profile is taken from.
struct Plan {
  std::string title;
  std::string edition;
  std::string section;  ///< who wrote it
  Period period;
};

/// 支援措置: the source that brings the register of protected persons, or why there is none.
struct ProtectionRegister {
  Ref source;
  std::string absent_because;
  Place at;
};

struct Municipality {
  std::string code;  ///< 全国地方公共団体コード, six digits with the check digit
  std::string name;
  std::string kana;
  std::string prefecture;
  Plan plan;
  ProtectionRegister protection_register;
  std::vector<FieldOfWork> fields;
  std::vector<Section> sections;
  std::vector<Label> labels;
  Place at;
  Place code_at;
};

void read(const Node& node, Problems& problems, Municipality& out);

}  // namespace hub::profile
