// What is wrong in a configuration file: where, what, and what to write instead, in Japanese and in
// English. Everything that reads configuration collects problems, so that one run shows them all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hub::profile {

/// Line and column count from 1; line 0 means the file as a whole.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

/// A sentence in both languages.
struct Text {
  std::string ja;
  std::string en;
};

enum class Language { ja, en };

struct Problem {
  Place at;
  std::string code;        ///< stable snake_case word: unknown_key, bad_reference, …
  Text text;               ///< what is wrong and what to do
  std::string suggestion;  ///< the nearest right word, or empty
};

/// Collects up to `limits::config_problems`; further ones are counted, not kept. One thread.
class Problems {
 public:
  void add(const Place& at, std::string_view code, Text text, std::string suggestion = {});
  [[nodiscard]] bool empty() const noexcept { return kept_.empty(); }
  [[nodiscard]] const std::vector<Problem>& all() const noexcept { return kept_; }
  [[nodiscard]] std::size_t dropped() const noexcept { return dropped_; }
  /// By file, line and column, as a reader walks through them.
  void sort();

 private:
  std::vector<Problem> kept_;
  std::size_t dropped_ = 0;
};

/// `forums.yaml:12:5: unknown key "chiar" … (did you mean "chair"?)`
std::string render(const Problem& problem, Language language);

}  // namespace hub::profile
