// Linked without the version script, a C++ module exports more than its table.
#include <string>
#include <vector>

#include "tsunagu/adapter.hpp"

class OpenSymbols final : public tsunagu::Adapter {
 public:
  static constexpr std::string_view manifest = "{}";
  explicit OpenSymbols(const tsunagu::Config&) {}
  tsunagu::Outcome decode(tsunagu::Input&, tsunagu::Sink& sink) override {
    std::vector<std::string> words(3, "{}");
    for (const std::string& word : words)
      sink.record(word);
    return tsunagu::Outcome::done();
  }
};
TSUNAGU_ADAPTER(OpenSymbols);
