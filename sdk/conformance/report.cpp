#include "sdk/conformance/report.hpp"

#include <algorithm>

#include "sdk/wire/xml.hpp"

namespace tsunagu::conformance {
namespace {

using std::chrono::steady_clock;

Finding run(const Check& check, Bench& bench) {
  try {
    return check.run(bench);
  } catch (const Broken& broken) {
    return {Verdict::failed, broken.why()};
  }
}

Finding judged(const Check& check, Finding finding, const Plan& plan) {
  const auto quirk = plan.quirks.find(std::string(check.id));
  if (quirk == plan.quirks.end()) return finding;
  if (finding.verdict == Verdict::failed) return {Verdict::quirk, same(quirk->second)};
  return {Verdict::failed,
          {"quirks にあるが、今は満たしています。計画から外してください",
           "the plan declares a quirk that is none any more; take it out"}};
}

Words word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return {"適合", "pass "};
    case Verdict::failed:
      return {"不適", "FAIL "};
    case Verdict::quirk:
      return {"例外", "quirk"};
    case Verdict::idle:
      return {"対象外", "n/a  "};
  }
  return {};
}

std::string indented(const std::string& text) {
  std::string out = "       ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "       ";
  }
  return out + '\n';
}

std::string seconds(std::chrono::milliseconds took) {
  const std::string millis = std::to_string(took.count() % 1000);
  return std::to_string(took.count() / 1000) + "." + std::string(3 - millis.size(), '0') + millis;
}

std::size_t count(const std::vector<Result>& results, Verdict verdict) {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(),
                    [&](const Result& one) { return one.finding.verdict == verdict; }));
}

std::string case_of(const std::string& adapter, const Result& one, bool japanese) {
  const Words title{one.check->ja, one.check->en};
  std::string out = "  <testcase classname=\"" + wire::in_xml(adapter) + "." +
                    std::string(one.check->id) + "\" name=\"" + wire::in_xml(title.in(japanese)) +
                    "\" time=\"" + seconds(one.took) + "\"";
  const std::string text = wire::in_xml(one.finding.text.in(japanese));
  if (one.finding.verdict == Verdict::passed) return out + "/>\n";
  if (one.finding.verdict == Verdict::failed) {
    return out + ">\n    <failure message=\"" + text + "\"/>\n  </testcase>\n";
  }
  return out + ">\n    <skipped message=\"" + text + "\"/>\n  </testcase>\n";
}

}  // namespace

std::vector<Result> run_all(Bench& bench) {
  std::vector<Result> results;
  for (const Check& check : all_checks()) {
    const auto begin = steady_clock::now();
    Finding finding = judged(check, run(check, bench), bench.plan());
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - begin);
    results.push_back({&check, std::move(finding), took});
  }
  return results;
}

bool all_good(const std::vector<Result>& results) {
  return count(results, Verdict::failed) == 0;
}

std::string as_text(const std::string& adapter, const std::vector<Result>& results, bool japanese) {
  std::string out = adapter + "\n";
  for (const Result& one : results) {
    const Words title{one.check->ja, one.check->en};
    out += word_of(one.finding.verdict).in(japanese) + "  " + std::string(one.check->id) + "  " +
           title.in(japanese) + '\n';
    if (one.finding.verdict != Verdict::passed) out += indented(one.finding.text.in(japanese));
  }
  const auto number = [&](Verdict verdict) { return std::to_string(count(results, verdict)); };
  const Words sum{
      "適合 " + number(Verdict::passed) + "、不適 " + number(Verdict::failed) + "、例外 " +
          number(Verdict::quirk) + "、対象外 " + number(Verdict::idle) + "\n",
      number(Verdict::passed) + " passed, " + number(Verdict::failed) + " failed, " +
          number(Verdict::quirk) + " quirks, " + number(Verdict::idle) + " not applicable\n"};
  return out + sum.in(japanese);
}

std::string as_junit(const std::string& adapter, const std::vector<Result>& results,
                     bool japanese) {
  std::chrono::milliseconds took{0};
  for (const Result& one : results)
    took += one.took;
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" +
                    wire::in_xml(adapter) + "\" tests=\"" + std::to_string(results.size()) +
                    "\" failures=\"" + std::to_string(count(results, Verdict::failed)) +
                    "\" skipped=\"" +
                    std::to_string(count(results, Verdict::quirk) + count(results, Verdict::idle)) +
                    "\" time=\"" + seconds(took) + "\">\n";
  for (const Result& one : results)
    out += case_of(adapter, one, japanese);
  return out + "</testsuite>\n";
}

}  // namespace tsunagu::conformance
