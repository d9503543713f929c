#include "sdk/conformance/checks.hpp"
#include "sdk/conformance/schema.hpp"
#include "tsunagu/json/parse.hpp"

namespace tsunagu::conformance {

/// What is no JSON at all is told by `samples`.
Finding records_are_of_the_schema(Bench& bench) {
  if (bench.target().schema_dir.empty()) {
    return {Verdict::idle,
            {"共通の様式の文書がありません（--schema）", "no documents to judge by (--schema)"}};
  }
  const Schemas schemas(bench.target().schema_dir);
  Faults faults;
  json::Reader reader;
  for (const Sample& sample : bench.samples()) {
    for (const Taken& taken : bench.whole(sample).records) {
      const json::Parsed parsed = reader.parse(taken.json);
      if (!parsed.ok()) continue;
      const std::string line = std::to_string(taken.line);
      if (const auto fault = schemas.fault_of(parsed.root()))
        faults.add(name_of(sample) + Words{" " + line + " 行目", " line " + line}, same(*fault));
    }
  }
  return faults.finding();
}

}  // namespace tsunagu::conformance
