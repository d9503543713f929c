#include <algorithm>
#include <set>

#include "sdk/conformance/checks.hpp"
#include "sdk/conformance/keys.hpp"
#include "tsunagu/adapter.h"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/text/refused_numbers.hpp"

namespace tsunagu::conformance {
namespace {

constexpr std::string_view schema_version = "1";

Words at_line(const Sample& sample, std::uint64_t line) {
  const std::string number = std::to_string(line);
  return name_of(sample) + Words{" " + number + " 行目", " line " + number};
}

/// Every record of every sample that is an object; what is none is told by `samples`.
template <class Look>
void each_record(Bench& bench, Look look) {
  json::Reader reader;
  for (const Sample& sample : bench.samples()) {
    for (const Taken& taken : bench.whole(sample).records) {
      const json::Parsed parsed = reader.parse(taken.json);
      if (parsed.ok()) look(sample, taken, parsed.root());
    }
  }
}

void judge_form(Bench& bench, const Sample& sample, const Taken& taken, Faults& faults) {
  const json::Parsed parsed = json::parse_untrusted(taken.json);
  const Words where = at_line(sample, taken.line);
  if (!parsed.ok()) return faults.add(where, same(parsed.failure().text()));
  const std::string kind(parsed.root().find("kind").text());
  const auto& writes = bench.manifest().writes;
  if (std::find(writes.begin(), writes.end(), kind) == writes.end()) {
    faults.add(where, Words{"writes にない種類です: ", "a kind that `writes` does not name: "} +
                          same(kind));
  }
  if (parsed.root().find("schemaVersion").text() != schema_version) {
    faults.add(where, {"schemaVersion が \"1\" ではありません", "schemaVersion is not \"1\""});
  }
}

/// Persons and places keep their numbers; what is counted at a desk starts anew.
bool is_numbered(std::string_view kind) {
  return kind != "person" && kind != "household_hint" && kind != "resource";
}

/// Four digits of a western year, or a letter and two digits of an era's: 2026-117, R08-00031.
bool names_a_year(std::string_view key) {
  const auto digit = [&](std::size_t at) {
    return at < key.size() && key[at] >= '0' && key[at] <= '9';
  };
  for (std::size_t at = 0; at < key.size(); ++at) {
    const bool century = key.substr(at, 2) == "19" || key.substr(at, 2) == "20";
    if (century && digit(at + 2) && digit(at + 3)) return true;
    const bool letter = key[at] >= 'A' && key[at] <= 'Z';
    if (letter && digit(at + 1) && digit(at + 2) && !digit(at + 3)) return true;
  }
  return false;
}

bool marks(json::View record, std::string_view item) {
  for (const json::View label : record.find("labels")) {
    if (label.find("item").text() == item) return true;
  }
  for (const json::View secret : record.find("confidentialInformation")) {
    if (item == "hidden_address" && secret.find("kind").text() != "informant") return true;
    if (item == "informant" && secret.find("kind").text() == "informant") return true;
  }
  return false;
}

/// A row may lack anything: it is rejected then, or its records have a kind and a key all the same.
void empty_each_cell(Bench& bench, const Sample& sample, Faults& faults) {
  const Sheet sheet = bench.sheet_of(sample);
  const std::size_t row = sheet.first_data();
  if (row >= sheet.end_of_data()) return;
  const auto guest = bench.start(sample.settings);
  for (std::size_t cell = 0; cell < sheet.cells(row); ++cell) {
    const Keys keys = keys_of(guest->decode(offer_of(sample, sheet.with_cell(row, cell, ""))));
    const bool whole = std::all_of(keys.begin(), keys.end(), [](const auto& one) {
      return !one.first.empty() && !one.second.empty();
    });
    const std::string number = std::to_string(cell + 1);
    if (!whole)
      faults.add(name_of(sample),
                 {number + " 番目の欄が空だと、recordKey のない記録が出ます",
                  "gives a record without a recordKey where cell " + number + " is empty"});
  }
}

}  // namespace

Finding samples_decode(Bench& bench) {
  Faults faults;
  for (const Sample& sample : bench.samples()) {
    const Decoded& decoded = bench.whole(sample);
    if (decoded.status != TSUNAGU_OK) {
      const std::string why = decoded.refusal ? decoded.refusal->code : std::string("?");
      faults.add(name_of(sample), Words{"読めません: ", "is not read: "} + same(why));
    } else if (decoded.records.empty()) {
      faults.add(name_of(sample), {"記録が一件も出ません", "gives no record"});
    }
    for (const Taken& taken : decoded.records)
      judge_form(bench, sample, taken, faults);
  }
  return faults.finding();
}

Finding records_have_keys(Bench& bench) {
  Faults faults;
  each_record(bench, [&](const Sample& sample, const Taken& taken, json::View record) {
    if (record.find("recordKey").text().empty()) {
      faults.add(at_line(sample, taken.line), {"recordKey がありません", "has no recordKey"});
    }
  });
  for (const Sample& sample : bench.samples())
    if (sample.layout != Layout::other) empty_each_cell(bench, sample, faults);
  return faults.finding();
}

Finding keys_last(Bench& bench) {
  Faults faults;
  bool asked = false;
  each_record(bench, [&](const Sample& sample, const Taken& taken, json::View record) {
    const wire::Feed* feed = bench.feed_of(sample);
    if (feed == nullptr || feed->key_scope != wire::KeyScope::fiscal_year) return;
    if (!is_numbered(record.find("kind").text())) return;
    asked = true;
    if (names_a_year(record.find("recordKey").text())) return;
    faults.add(at_line(sample, taken.line),
               {"番号は年度ごとに振り直されるのに、recordKey に年度がありません",
                "numbers start anew each fiscal year, and recordKey names none"});
  });
  if (asked) return faults.finding();
  return {Verdict::idle,
          {"どの受け口も、番号は振り直されないと宣言", "every feed says that keys last"}};
}

Finding held_labels(Bench& bench) {
  const auto& manifest = bench.manifest();
  std::set<std::string> wanted(manifest.holds.begin(), manifest.holds.end());
  for (const wire::LabelRule& rule : manifest.labels)
    wanted.erase(rule.item);  // the hub puts it there whatever the record says
  each_record(bench, [&](const Sample&, const Taken&, json::View record) {
    for (auto item = wanted.begin(); item != wanted.end();)
      item = marks(record, *item) ? wanted.erase(item) : std::next(item);
  });
  Faults faults;
  for (const std::string& item : wanted) {
    faults.add(same(item), {"情報源が持つと宣言しているのに、印の付いた記録が見本から出ません",
                            "the manifest says that the source holds it, and no record of the "
                            "samples is so marked"});
  }
  if (!manifest.holds.empty()) return faults.finding();
  return {Verdict::idle,
          {"情報源は、どれも持たないと宣言", "the manifest says that the source holds none"}};
}

}  // namespace tsunagu::conformance
