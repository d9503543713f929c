// A manifest that says too little.
#include "tsunagu/adapter.hpp"

class NoManifest final : public tsunagu::Adapter {
 public:
  static constexpr std::string_view manifest = R"({"id": "no_manifest", "colour": "red"})";
  explicit NoManifest(const tsunagu::Config&) {}
  tsunagu::Outcome decode(tsunagu::Input&, tsunagu::Sink&) override {
    return tsunagu::Outcome::done();
  }
};
TSUNAGU_ADAPTER(NoManifest);
