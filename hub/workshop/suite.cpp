#include "hub/workshop/suite.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "hub/workshop/trial.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"
#include "tsunagu/text/encoding.hpp"

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;
namespace json = tsunagu::json;
using base::Kind;
using base::Result;

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string setting_of(const Subject& subject, std::string_view key) {
  for (const auto& [name, value] : subject.settings())
    if (name == key) return value;
  return {};
}

/// What was given beside the plan, which names only files of the project: the mapping as the
/// adapter got it, and settings of the desk that tries it. A list is its key several times.
std::string settings_json(const tsunagu::wire::Settings& given) {
  std::map<std::string, std::vector<std::string>> by_key;
  for (const auto& [key, value] : given)
    by_key[key].push_back(value);
  std::string out;
  json::Writer writer(out);
  writer.begin_object();
  for (const auto& [key, values] : by_key) {
    writer.key(key);
    if (values.size() > 1) writer.begin_array();
    for (const std::string& value : values)
      writer.string(value);
    if (values.size() > 1) writer.end_array();
  }
  writer.end_object();
  return out;
}

std::string_view layout_of(const fs::path& file) {
  const std::string ending = file.extension().string();
  if (ending == ".csv" || ending == ".CSV") return "csv";
  if (ending == ".tsv") return "tsv";
  return ending == ".jsonl" ? "json_lines" : "other";
}

/// What a mapping says; else a table begins with its header.
std::int64_t header_line(const Subject& subject, std::string_view layout) {
  const auto mapping = json::parse_untrusted(setting_of(subject, "mapping"));
  if (mapping.ok()) return mapping.root().find("header").integer();
  return layout == "csv" || layout == "tsv" ? 1 : 0;
}

/// A mapping reads every feed of the adapter `table` alike; any other adapter has its own.
std::vector<std::string> feeds_of(Subject& subject, const fs::path& file) {
  if (setting_of(subject, "mapping").empty())
    return {subject.feed_of(file.filename().string(), text_of(file))};
  std::vector<std::string> all;
  for (const auto& feed : subject.manifest().feeds)
    all.push_back(feed.name);
  return all;
}

void add_sample(json::Writer& writer, const Subject& subject, const std::string& feed,
                const fs::path& file) {
  const auto layout = layout_of(file);
  writer.begin_object();
  writer.key("feed");
  writer.string(feed);
  writer.key("file");
  writer.string(fs::absolute(file).string());
  const RawText raw(text_of(file), subject.encodings(feed));
  if (tsunagu::text::encoding_named(raw.encoding())) {
    writer.key("encoding");
    writer.string(raw.encoding());
  }
  writer.key("layout");
  writer.string(layout);
  writer.key("header_line");
  writer.integer(header_line(subject, layout));
  writer.end_object();
}

std::string plan_of(Subject& subject, const std::vector<fs::path>& deliveries) {
  std::string out;
  json::Writer writer(out);
  writer.begin_object();
  writer.key("samples");
  writer.begin_array();
  for (const fs::path& file : deliveries)
    for (const std::string& feed : feeds_of(subject, file))
      add_sample(writer, subject, feed, file);
  writer.end_array();
  writer.end_object();
  return out;
}

/// Stands for a suite that did not come to its report.
constexpr const char* no_suite =
    "<testsuite name=\"conformance\" tests=\"1\" errors=\"1\">\n"
    "  <testcase classname=\"conformance\" name=\"suite\"><error message=\"the suite did not "
    "run\"/></testcase>\n</testsuite>\n";

/// The suites of a report without what stands around them.
std::string inside(const std::string& report) {
  const auto begin = report.find("<testsuite ");
  return begin == std::string::npos ? no_suite : report.substr(begin);
}

}  // namespace

Result<std::unique_ptr<SuiteRun>> SuiteRun::prepare(Subject& subject, const fs::path& project) {
  std::string name = (fs::temp_directory_path() / "tsunagu-suite-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    return base::fail(Kind::internal, "no temporary folder can be made");
  const fs::path given = project / "conformance.json";
  const fs::path plan = fs::exists(given) ? fs::absolute(given) : fs::path(name) / "plan.json";
  std::unique_ptr<SuiteRun> run(new SuiteRun(subject, name, plan));
  std::ofstream(run->folder_ / "settings.json", std::ios::binary) << settings_json(subject.given());
  if (fs::exists(given)) return run;
  const auto files = deliveries_in(project / "testdata");
  if (!files) return files.error();
  std::ofstream(plan, std::ios::binary) << plan_of(subject, *files);
  return run;
}

SuiteRun::~SuiteRun() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::vector<std::string> SuiteRun::arguments(profile::Language language) const {
  std::vector<std::string> out{subject_.adapter().string(),
                               "--plan",
                               plan_.string(),
                               "--settings",
                               (folder_ / "settings.json").string(),
                               "--junit",
                               (folder_ / "junit.xml").string(),
                               "--lang",
                               language == profile::Language::ja ? "ja" : "en"};
  if (!subject_.data_dir().empty()) {
    out.emplace_back("--data");
    out.push_back(subject_.data_dir().string());
  }
  return out;
}

std::string SuiteRun::report() const {
  return text_of(folder_ / "junit.xml");
}

std::string junit_of(const std::string& id, const std::vector<GoldenResult>& golden,
                     const std::string& suite) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + inside(junit(id, golden)) +
         inside(suite) + "</testsuites>\n";
}

}  // namespace hub::workshop
