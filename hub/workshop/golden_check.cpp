#include "hub/workshop/golden_check.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "sdk/wire/xml.hpp"
#include "tsunagu/testing/golden.hpp"

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;

/// In the SDK's own words, so that a vendor's golden test and this one read the same files.
tsunagu::testing::Decoded as_decoded(const Outcome& outcome) {
  tsunagu::testing::Decoded decoded;
  decoded.status = outcome.summary.refusal ? TSUNAGU_REFUSED : TSUNAGU_OK;
  for (const Line& line : outcome.records)
    decoded.records.push_back({line.json, line.number});
  decoded.rejects = outcome.rejects;
  decoded.warnings = outcome.warnings;
  if (outcome.summary.refusal) decoded.refusal = *outcome.summary.refusal;
  decoded.rows = outcome.summary.rows;
  decoded.order_key = outcome.summary.order_key;
  return decoded;
}

std::string compare(const fs::path& path, const std::string& got, bool refresh) {
  if (refresh) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << got;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return path.filename().string() + " is not there\n";
  const std::string wanted{std::istreambuf_iterator<char>(file), {}};
  return tsunagu::testing::detail::difference(path, wanted, got);
}

}  // namespace

base::Result<std::vector<fs::path>> deliveries_in(const fs::path& testdata) {
  if (!fs::is_directory(testdata / "in"))
    return base::fail(base::Kind::not_found, "no deliveries to test with: testdata/in is missing");
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(testdata / "in"))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

base::Result<std::vector<GoldenResult>> check_golden(Subject& subject, const fs::path& testdata,
                                                     bool refresh) {
  const auto files = deliveries_in(testdata);
  if (!files) return files.error();
  std::vector<GoldenResult> results;
  for (const fs::path& file : *files) {
    const std::string name = file.filename().string();
    const auto bytes = read_delivery(file);
    if (!bytes) return bytes.error();
    const auto outcome = subject.decode(*bytes, name);
    if (!outcome) return outcome.error();
    const auto decoded = as_decoded(*outcome);
    const fs::path expected = testdata / "expected" / name;
    results.push_back(
        {name, compare(expected.string() + ".jsonl", tsunagu::testing::jsonl(decoded), refresh) +
                   compare(expected.string() + ".rejects", tsunagu::testing::problems(decoded),
                           refresh)});
  }
  return results;
}

std::string junit(const std::string& suite, const std::vector<GoldenResult>& results) {
  const auto failures = std::count_if(results.begin(), results.end(),
                                      [](const GoldenResult& one) { return !one.differs.empty(); });
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" +
                    tsunagu::wire::in_xml(suite) + "\" tests=\"" + std::to_string(results.size()) +
                    "\" failures=\"" + std::to_string(failures) + "\">\n";
  for (const GoldenResult& one : results) {
    out += "  <testcase classname=\"golden\" name=\"" + tsunagu::wire::in_xml(one.name) + "\"";
    out += one.differs.empty() ? "/>\n"
                               : ">\n    <failure>" + tsunagu::wire::in_xml(one.differs) +
                                     "</failure>\n  </testcase>\n";
  }
  return out + "</testsuite>\n";
}

}  // namespace hub::workshop
