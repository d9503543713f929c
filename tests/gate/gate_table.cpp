#include "tests/gate/gate_table.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace gate_proof {
namespace {

constexpr std::array<std::string_view, 6> consents{"consent=given",      "consent_stale=no",
                                                   "covers_forum=yes",   "covers_recipient=yes",
                                                   "covers_purpose=yes", "covers_label=yes"};

constexpr Verdict unknown_fact{Decision::deny, Reason::unknown_fact};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, at);)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

std::size_t place_of(const std::vector<std::string>& words, const std::string& word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) throw std::runtime_error("no such word in the table: " + word);
  return static_cast<std::size_t>(found - words.begin());
}

/// "deny/harm"
Verdict answer_of(const std::string& text) {
  const auto parts = split(text, '/');
  Verdict answer;
  if (parts.size() != 2 || !reason_from(parts[1], answer.reason))
    throw std::runtime_error("no answer: " + text);
  for (const Decision one : {Decision::allow, Decision::mask, Decision::deny})
    if (name_of(one) == parts[0]) answer.decision = one;
  return answer;
}

}  // namespace

GateTable::GateTable(const std::string& path) {
  std::ifstream file(path);
  bool rules = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "[rules]") rules = true;
    if (line.empty() || line[0] == '#' || line[0] == '[') continue;
    rules ? read_rule(line) : read_fact(line);
  }
  if (rules_.empty()) throw std::runtime_error("no rules in " + path);
}

void GateTable::read_fact(const std::string& line) {
  const auto colon = line.find(": ");
  fact_lines_.push_back(line);
  names_.push_back(line.substr(0, colon));
  words_.push_back(split(line.substr(colon + 2), ' '));
}

void GateTable::read_rule(const std::string& line) {
  const auto bar = line.find(" | ");
  if (bar == std::string::npos) throw std::runtime_error("no steps: " + line);
  const auto head = split(line.substr(0, bar), ' ');
  Rule rule;
  rule.number = std::stoi(head.front());
  for (std::size_t at = 1; at < head.size(); ++at)
    if (head[at] != "*") rule.when.push_back(test_of(head[at]));
  for (const auto& word : split(line.substr(bar + 3), ' '))
    read_step(word, rule.steps);
  rules_.push_back(std::move(rule));
}

/// "seat=bound", "forum_class=!own|report"
GateTable::Test GateTable::test_of(const std::string& text) const {
  const auto equals = text.find('=');
  Test test{place_of(names_, text.substr(0, equals)), 0};
  std::string values = text.substr(equals + 1);
  const bool none_of = values.front() == '!';
  if (none_of) values.erase(0, 1);
  for (const auto& word : split(values, '|'))
    test.accepts |= 2U << place_of(words_[test.fact], word);
  if (none_of) test.accepts = ~test.accepts & ~1U;
  return test;
}

void GateTable::read_step(const std::string& word, std::vector<Step>& out) const {
  const auto colon = word.find(':');
  const std::string first = word.substr(0, colon);
  if (word.back() == '?') {
    out.push_back({Kind::know, {place_of(names_, word.substr(0, word.size() - 1)), ~1U}, 0, {}});
  } else if (colon == std::string::npos) {
    out.push_back({Kind::end, {}, 0, answer_of(word)});
  } else if (first == "goto") {
    out.push_back({Kind::pass_to, {}, std::stoi(word.substr(colon + 1)), {}});
  } else if (first == "CONSENTS") {
    for (const auto one : consents)
      read_step(std::string(one) + word.substr(colon), out);
  } else {
    out.push_back({Kind::want, test_of(first), 0, answer_of(word.substr(colon + 1))});
  }
}

Verdict GateTable::decide(FactWalk& walk) const {
  int from = 0;
  std::optional<Verdict> answer;
  const auto holds = [&](const Test& test) {
    const unsigned value = walk.read(test.fact);
    if (value == 0) answer = unknown_fact;
    return (test.accepts >> value & 1U) != 0;
  };
  for (const Rule& rule : rules_) {
    if (rule.number < from) continue;
    if (!std::all_of(rule.when.begin(), rule.when.end(), holds)) {
      if (answer) return *answer;
      continue;
    }
    for (const Step& step : rule.steps) {
      if (step.kind == Kind::end) return step.answer;
      if (step.kind == Kind::pass_to) from = step.number;
      if (step.kind == Kind::pass_to || holds(step.test)) continue;
      return answer ? *answer : step.answer;
    }
  }
  throw std::runtime_error("the table ends without an answer for " + walk.text());
}

}  // namespace gate_proof
