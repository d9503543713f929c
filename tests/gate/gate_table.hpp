// gate_table.txt, read and walked through: what GATE.md says, stated apart from the gate's code.
#pragma once

#include <string>
#include <vector>

#include "tests/gate/fact_walk.hpp"

namespace gate_proof {

class GateTable {
 public:
  /// Throws std::runtime_error with the line that it can't read.
  explicit GateTable(const std::string& path);

  [[nodiscard]] Verdict decide(FactWalk& walk) const;
  /// The names and values of the [facts] section, "fact: value value …", in its order.
  [[nodiscard]] const std::vector<std::string>& facts() const { return fact_lines_; }

 private:
  /// A fact and, as bits, which of its values are meant.
  struct Test {
    std::size_t fact = 0;
    std::uint32_t accepts = 0;
  };
  enum class Kind { know, want, pass_to, end };
  struct Step {
    Kind kind = Kind::end;
    Test test;
    int number = 0;
    Verdict answer;
  };
  struct Rule {
    int number = 0;
    std::vector<Test> when;
    std::vector<Step> steps;
  };

  void read_fact(const std::string& line);
  void read_rule(const std::string& line);
  void read_step(const std::string& word, std::vector<Step>& out) const;
  [[nodiscard]] Test test_of(const std::string& text) const;

  std::vector<std::string> fact_lines_;
  std::vector<std::string> names_;
  std::vector<std::vector<std::string>> words_;
  std::vector<Rule> rules_;
};

}  // namespace gate_proof
