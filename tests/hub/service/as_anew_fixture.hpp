// What comes by chance, in an order that the test's parameter is the seed of.
#pragma once

#include <random>

#include "hub/store/record_facts.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {

class AsAnew : public ServiceFixture, public testing::WithParamInterface<int> {
 protected:
  std::size_t below(std::size_t end) { return random_() % end; }
  bool percent(std::size_t share) { return below(100) < share; }

  [[nodiscard]] static std::string gone(const std::string& kind, const std::string& key) {
    return record("removal", "x" + key,
                  R"("targetKind":")" + kind + R"(","targetKey":")" + key + '"');
  }
  std::vector<store::RecordRow> held() {
    return look([](store::Reader& reader) { return store::rows_with_facts(reader); });
  }

 private:
  std::mt19937_64 random_{static_cast<std::uint64_t>(GetParam())};
};

}  // namespace hub::service
