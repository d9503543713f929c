// The predicate form asked of what is only partly known: yes, no, or nobody knows yet (要確認).
// Where everything is known it answers as `judge` does (predicate.hpp). Pure; any thread.
#pragma once

#include "hub/domain/predicate.hpp"

namespace hub::domain {

/// In the order of strictness.
enum class Answer : std::uint8_t { yes, unknown, no };

/// What is known of one field; borrowed. Known, with nothing said: it is known that there is none.
struct Heard {
  std::span<const std::string> words{};
  std::optional<WholeRange> number{};
  bool known = false;
};

/// Whoever can be asked about the fields of a vocabulary.
class Hearing {
 public:
  Hearing() = default;
  Hearing(const Hearing&) = delete;
  Hearing& operator=(const Hearing&) = delete;
  virtual ~Hearing() = default;
  [[nodiscard]] virtual Heard hear(std::uint8_t field) const = 0;
};

struct Conditioned {
  Answer answer = Answer::no;
  FieldSet by = 0;  ///< what keeps it from being a yes
};

Conditioned ask(const Predicate& predicate, const Hearing& hearing);

}  // namespace hub::domain
