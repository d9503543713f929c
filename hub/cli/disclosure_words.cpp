#include "hub/cli/disclosure_words.hpp"

#include "hub/cli/answer.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

std::string_view in_words(std::string_view code, std::string_view otherwise) {
  const auto word = word_for(Language::ja, code);
  return word == code ? otherwise : word;
}

}  // namespace

std::string_view item_in_words(std::string_view item) {
  return in_words(item, "その他");
}

std::string items_in_words(View line) {
  std::string out;
  for (const auto item : line.find("items")) {
    if (!out.empty()) out += "、";
    out += item_in_words(item.text());
  }
  if (line.find("decision").text() == "mask") out += "(伏せて提供)";
  return out;
}

std::string look_in_words(View line) {
  return std::string(in_words(line.find("action").text(), "記録の状況"));
}

std::string recipient_in_words(View line) {
  const auto name = line.find("toName").text();
  return name.empty() ? "(記載しません)" : std::string(name);
}

std::string ground_in_words(View line) {
  const auto title = line.find("basisTitle").text();
  if (title.empty()) return std::string(line.find("basis").text());
  return std::string(title) + " " + std::string(line.find("articles").text());
}

}  // namespace hub::cli
