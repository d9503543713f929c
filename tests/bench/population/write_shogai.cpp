// 障がい: control record, a person (K) and a consultation (S) for each row, and their number.
#include <array>

#include "tests/bench/population/cells.hpp"
#include "tests/bench/population/exports.hpp"
#include "tests/bench/population/text.hpp"
#include "tsunagu/text/cp932.hpp"

namespace bench::population {

namespace {

constexpr std::array<std::string_view, 7> certificates = {"S1", "S2",   "S4", "M2",
                                                          "M3", "R-B1", "R-A"};
constexpr std::array<std::string_view, 6> categories = {"21", "22", "23", "24", "25", "26"};

/// A cell that needs quotes gets them.
std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  return "\"" + replaced(text, "\"", "\"\"") + "\"";
}

std::string person(const Row& row) {
  std::string line = "2,K," + atena_of(row);
  for (const std::string& text :
       {row.number, name_cell(row), row.kana, row.birth, row.sex, row.postal_code, row.address})
    line += "," + cell(text);
  const std::uint64_t chance = chance_of(row);
  line += ",";
  if (row.certificate) line += certificates[chance % certificates.size()];
  const bool category = row.certificate && chance % 3 == 0;
  line += category ? "," + std::string(categories[chance % categories.size()]) : ",";
  return line + (category ? ",20250401,20280331\n" : ",,\n");
}

std::string consultation(const Row& row, std::size_t number) {
  std::string line = "2,S,S08-" + padded(number, 7) + "," + atena_of(row);
  line += "," + std::to_string(row.recorded) + ",本人,本人," + joined(class_words(row), "|");
  return line + "," + cell(statement(row)) + ",通常,9,\n";
}

}  // namespace

std::string shogai_file(const Export& of) {
  std::string bytes = "1," + of.insurer + ",20261031084500,3\n";
  std::size_t number = 0;
  for (const Row* row : of.rows)
    bytes += tsunagu::text::encode_cp932(person(*row) + consultation(*row, ++number)).bytes;
  return bytes + "3," + std::to_string(number * 2) + "\n";
}

}  // namespace bench::population
