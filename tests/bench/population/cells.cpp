#include "tests/bench/population/cells.hpp"

#include <array>

#include "tests/bench/population/classes.hpp"
#include "tests/bench/population/dice.hpp"
#include "tests/bench/population/text.hpp"

namespace bench::population {

std::uint64_t chance_of(const Row& row) noexcept {
  return scatter(row.person * 31ULL + row.recorded) ^ row.dirt.bits();
}

std::string seven_digits(const Day& day) {
  const Era era = era_of(day);
  return std::to_string(era.digit) + padded(era.year, 2) + padded(day.month, 2) +
         padded(day.day, 2);
}

std::string short_era(const Day& day) {
  const Era era = era_of(day);
  return era.letter + std::to_string(era.year) + "." + std::to_string(day.month) + "." +
         std::to_string(day.day);
}

std::vector<std::string_view> class_words(const Row& row) {
  std::vector<std::string_view> words;
  const auto classes = classes_of(row.source);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if ((row.classes >> i & 1U) != 0) words.push_back(classes[i].word);
  }
  return words;
}

std::string joined(const std::vector<std::string_view>& words, std::string_view separator) {
  std::string made;
  for (const std::string_view word : words) {
    if (!made.empty()) made += separator;
    made += word;
  }
  return made;
}

std::string statement(const Row& row) {
  constexpr std::array<std::string_view, 4> first = {
      "このところ困りごとが重なっている。", "手続きのことで相談したい。", "暮らしのことが心配。",
      "体の調子がよくない。"};
  constexpr std::array<std::string_view, 4> second = {
      "家の者とも話をした。", "前から気になっていた。", "また連絡をもらうことにした。",
      "来週、訪問を約束した。"};
  const std::uint64_t chance = chance_of(row);
  const std::string gap = row.dirt.has(Dirt::break_word) ? "（改行）" : "\n";
  return std::string(first[chance % 4]) + gap + std::string(second[chance / 4 % 4]);
}

std::string name_cell(const Row& row) {
  if (row.other_name.empty()) return row.name;
  if (row.dirt.has(Dirt::usual_name)) return row.name + "（本名 " + row.other_name + "）";
  const bool foreign =
      row.dirt.has(Dirt::latin_name) || row.other_name.find(' ') != std::string::npos;
  return row.name + (foreign ? "（通称 " : "（旧氏 ") + row.other_name + "）";
}

std::string atena_of(const Row& row) {
  constexpr std::string_view head = "atena:";
  return row.key.starts_with(head) ? row.key.substr(head.size()) : std::string();
}

}  // namespace bench::population
