// What alters rows: each alteration leaves the suite knowing what must not happen.
#include <algorithm>

#include "sdk/conformance/checks.hpp"
#include "sdk/conformance/keys.hpp"
#include "tsunagu/adapter.h"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/text/refused_numbers.hpp"

namespace tsunagu::conformance {
namespace {

constexpr std::size_t most_rows = 24;
constexpr std::string_view strange_name = "x_unknown";
constexpr std::string_view strange_value = "zz9strange";
/// Twelve digits with a right check digit; no person's: numbers of 個人番号 begin with any digit,
/// and this one is the standard's own example.
constexpr std::string_view my_number = "123456789018";

bool altered(const Sample& sample) {
  return sample.layout != Layout::other;
}

bool shows(const Decoded& decoded, std::string_view text) {
  return std::any_of(decoded.records.begin(), decoded.records.end(), [&](const Taken& taken) {
    return taken.json.find(text) != std::string::npos;
  });
}

/// More was said than of the unaltered sample, or the whole was refused.
bool reported(const Decoded& decoded, const Decoded& before) {
  return decoded.refusal || decoded.said() > before.said();
}

/// A warning inside a record counts as said.
bool warned_in_records(const Decoded& decoded, const Decoded& before) {
  const auto count = [](const Decoded& all) {
    std::size_t found = 0;
    for (const Taken& taken : all.records) {
      for (std::size_t at = 0; (at = taken.json.find("\"code\":", at)) != std::string::npos; ++at)
        ++found;
    }
    return found;
  };
  return count(decoded) > count(before);
}

/// The number stands in the text, and not so that the hub, which looks at every text of a record,
/// would find it.
bool disguises(json::View value, bool& found, std::string& digits) {
  if (value.is(json::Type::string)) {
    found = found || text::find_refused_number(value.text()).has_value();
    std::string here;
    for (const char c : value.text()) {
      if (c >= '0' && c <= '9') here += c;
    }
    digits += here + ' ';
  }
  for (const json::View child : value)
    disguises(child, found, digits);
  return !found && digits.find(my_number) != std::string::npos;
}

bool lets_through(const Decoded& decoded) {
  json::Reader reader;
  for (const Taken& taken : decoded.records) {
    const json::Parsed parsed = reader.parse(taken.json);
    bool found = false;
    std::string digits;
    if (parsed.ok() && disguises(parsed.root(), found, digits)) return true;
  }
  return false;
}

/// The same records by kind and key; a delivery may be refused, with a reason.
bool same_records(const Decoded& decoded, const Keys& known) {
  return ended_well(decoded) && (decoded.refusal || keys_of(decoded) == known);
}

template <class Alter>
Finding rows_make_the_same_records(Bench& bench, Alter alter) {
  Faults faults;
  for (const Sample& sample : bench.samples()) {
    const auto guest = bench.start(sample.settings);
    const Sheet sheet = bench.sheet_of(sample);
    const Keys known = keys_of(bench.whole(sample));
    const std::size_t end = std::min(sheet.end_of_data(), sheet.first_data() + most_rows);
    for (std::size_t row = sheet.first_data(); row < end; ++row) {
      const Decoded decoded = guest->decode(offer_of(sample, alter(sheet, row)));
      if (same_records(decoded, known)) continue;
      const std::string number = std::to_string(row + 1);
      faults.add(
          name_of(sample) + Words{" " + number + " 行目", " row " + number},
          {"元のファイルにない番号の記録が出るか、あった記録が出ないか、断る理由がありません",
           "gives a record under a key that the file does not have, lacks one that it has, or "
           "gives no reason"});
    }
  }
  return faults.finding();
}

void try_cells(Bench& bench, Guest& guest, const Sample& sample, Faults& faults) {
  const Sheet sheet = bench.sheet_of(sample);
  const std::size_t row = sheet.first_data();
  if (row >= sheet.size()) return;
  for (std::size_t cell = 0; cell < sheet.cells(row); ++cell) {
    const Decoded decoded = guest.decode(offer_of(sample, sheet.with_cell(row, cell, my_number)));
    if (decoded.refusal || !lets_through(decoded)) continue;
    const std::string number = std::to_string(cell + 1);
    faults.add(name_of(sample), {number + " 番目の欄の個人番号が、ハブに見えない形で記録に出ます",
                                 "a 個人番号 in cell " + number +
                                     " comes out in a record so that the hub can't see it"});
  }
}

}  // namespace

Finding doubled_rows(Bench& bench) {
  return rows_make_the_same_records(
      bench, [](const Sheet& sheet, std::size_t row) { return sheet.doubled(row); });
}

Finding reordered_rows(Bench& bench) {
  return rows_make_the_same_records(bench, [](const Sheet& sheet, std::size_t row) {
    return sheet.swapped(row, sheet.end_of_data() - 1);
  });
}

Finding unknown_columns(Bench& bench) {
  Faults faults;
  bool asked = false;
  for (const Sample& sample : bench.samples()) {
    if (!altered(sample)) continue;
    asked = true;
    const std::string bytes = bench.sheet_of(sample).with_column(strange_name, strange_value);
    const Decoded decoded = bench.start(sample.settings)->decode(offer_of(sample, bytes));
    if (shows(decoded, strange_value) || reported(decoded, bench.whole(sample))) continue;
    faults.add(name_of(sample),
               {"知らない列が、黙って捨てられます", "an unknown column is dropped without a word"});
  }
  if (asked) return faults.finding();
  return {Verdict::idle, {"列のある見本がありません", "no sample with a layout"}};
}

Finding unknown_codes(Bench& bench) {
  Faults faults;
  bool asked = false;
  for (const Sample& sample : bench.samples()) {
    for (const Exchange& exchange : sample.unknown_codes) {
      asked = true;
      const std::string bytes = bench.sheet_of(sample).with(exchange);
      const Decoded decoded = bench.start(sample.settings)->decode(offer_of(sample, bytes));
      const Decoded& before = bench.whole(sample);
      const Words where = name_of(sample) + same(": " + exchange.find + " → " + exchange.put);
      if (bytes == sample.bytes) {
        faults.add(where, {"見本にない語です", "the sample does not hold that word"});
      } else if (!shows(decoded, exchange.put) && !reported(decoded, before) &&
                 !warned_in_records(decoded, before)) {
        faults.add(where, {"知らないコードが、黙って捨てられます",
                           "an unknown code is dropped without a word"});
      }
    }
  }
  if (asked) return faults.finding();
  return {Verdict::idle, {"計画に unknown_codes がありません", "the plan names no unknown_codes"}};
}

Finding no_my_number(Bench& bench) {
  Faults faults;
  bool asked = false;
  for (const Sample& sample : bench.samples()) {
    if (!altered(sample)) continue;
    asked = true;
    const auto guest = bench.start(sample.settings);
    try_cells(bench, *guest, sample, faults);
    if (sample.layout != Layout::json_lines && sample.header_line == 0) continue;
    const Sheet sheet = bench.sheet_of(sample);
    const Decoded column =
        guest->decode(offer_of(sample, sheet.with_column("個人番号", my_number)));
    if (column.refusal || !shows(column, my_number)) continue;
    faults.add(name_of(sample),
               {"個人番号の列が、記録に出ます", "a column of 個人番号 comes out in a record"});
  }
  if (asked) return faults.finding();
  return {Verdict::idle, {"列のある見本がありません", "no sample with a layout"}};
}

}  // namespace tsunagu::conformance
