// The first profile of a municipality, out of what its plan's tables say of its desks: six
// commented files that `config check` finds nothing wrong with, and that its staff complete.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "hub/profile/agency.hpp"

namespace hub::profile {

/// A municipality as config/data/lgcode.csv (総務省) has it.
struct DraftPlace {
  std::string code;  ///< six digits
  std::string name;
  std::string kana;
  std::string prefecture;
};

/// All of that name or code; `明石市`, `282031`, and `広島県府中市` where two bear one name.
std::vector<DraftPlace> find_places(const std::filesystem::path& table, std::string_view wanted);

/// A column of the list of desks, and what a question about it says.
struct DeskColumn {
  std::string_view name;
  bool required = false;
  Text help;
};
std::span<const DeskColumn> desk_columns();

/// A desk as its row says it, words checked.
struct DraftDesk {
  std::string agency;
  std::string programme;
  StatuteItem statute = StatuteItem::none;
  std::string_view statute_word;
  std::vector<std::string> fields;
  std::string_view mode_word;  ///< empty: not said
  std::string operator_name;   ///< empty: the municipality itself
  std::string_view operator_kind;
  std::string section;
  std::string area;  ///< empty: the whole municipality
  std::vector<std::string> towns;
  std::string address;
  std::string plan;
};

struct Draft {
  DraftPlace place;
  std::string plan_title;    ///< empty: to be filled in
  std::string plan_edition;  ///< the same
  std::vector<DraftDesk> desks;
};

/// Column → cell; nothing for a row with mistakes, which stand among the problems.
using DeskRow = std::map<std::string, std::string, std::less<>>;
std::optional<DraftDesk> desk_of(const DeskRow& row, const Place& at, Problems& problems);

/// A CSV with the header of desk_columns(), in UTF-8 or CP932; every mistake with its line.
std::vector<DraftDesk> read_desks(const std::filesystem::path& file, Problems& problems);

/// What no row alone can show: nobody plays 第5号, an area without its towns.
void check_desks(std::span<const DraftDesk> desks, const Place& at, Problems& problems);

/// Name and text of each file.
std::vector<std::pair<std::string, std::string>> files_of(const Draft& draft);

}  // namespace hub::profile
