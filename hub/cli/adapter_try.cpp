#include "hub/cli/adapter_try.hpp"

#include <ostream>

#include "hub/cli/adapter_try_json.hpp"
#include "hub/cli/adapter_try_links.hpp"
#include "hub/cli/profile_language.hpp"
#include "hub/workshop/trial.hpp"

namespace hub::cli {
namespace {

using workshop::Outcome;
using workshop::TriedField;
using workshop::TriedRecord;

void step(Console& console, const Text& name) {
  console.out << "  " << console.in_words(name) << '\n';
}

Text word_of(domain::Decision decision) {
  switch (decision) {
    case domain::Decision::allow:
      return {"出る", "goes"};
    case domain::Decision::mask:
      return {"伏せる", "is masked"};
    case domain::Decision::deny:
      break;
  }
  return {"出ない", "stays"};
}

void print_verdict(Console& console, const Text& when, const domain::Verdict& verdict) {
  console.out << "  " << console.in_words(when) << ": "
              << console.in_words(word_of(verdict.decision));
  if (verdict.decision != domain::Decision::allow)
    console.out << " (" << name_of(verdict.reason) << ')';
}

void print_field(Console& console, const TriedField& field) {
  console.out << "    " << field.pointer << " = " << field.value << "  [";
  bool first = true;
  field.labels.each([&](domain::Item item) {
    console.out << (first ? "" : " ") << name_of(item);
    first = false;
  });
  console.out << ']';
  print_verdict(console, {"同意あり", "with consent"}, field.consented);
  print_verdict(console, {"同意なし", "without"}, field.unconsented);
  console.out << '\n';
}

void print_keys(Console& console, const TriedRecord& record) {
  step(console, {"4 照合キー(ハブが正規化して作る)", "4 match keys (as the hub normalizes)"});
  for (const auto& key : record.match_keys) {
    console.out << "    " << key.pointer << " → "
                << (key.key.empty() ? console.in_words({"作れません", "none can be made"})
                                    : key.key)
                << '\n';
  }
}

void print_record(Console& console, const Outcome& outcome, const TryStep& tried,
                  const workshop::RawText& raw) {
  const auto& [line, record, links] = tried;
  console.out << console.in_words({"■ 行 ", "■ line "}) << line.number << '\n';
  step(console, {"1 届いた行(文字コードと文字)", "1 the line as delivered, and its encoding"});
  console.out << "    " << raw.encoding() << ": " << raw.line(line.number) << '\n';
  step(console, {"2 アダプターが作った記録", "2 the record that the adapter made"});
  console.out << "    " << outcome.feed << " → " << (record.kind ? name_of(*record.kind) : "?")
              << ' ' << record.key << '\n';
  step(console, {"3 共通の様式に合うか", "3 held against the case schema"});
  for (const std::string& error : record.errors)
    console.out << "    × " << error << '\n';
  if (record.errors.empty()) console.out << "    ○\n";
  if (!record.match_keys.empty()) {
    print_keys(console, record);
    step(console,
         {"5 名寄せ: このファイルの中で比べる相手(ハブでは、すでに持つ人すべてと比べます)",
          "5 linking: whom in this file it is held beside (the hub holds it beside all it knows)"});
    print_links(console, links);
  }
  step(console, {"6 情報提供の判断(重層的支援会議で、ほかの機関に)",
                 "6 what the gate would say (to another agency at a meeting by consent)"});
  for (const TriedField& field : record.fields)
    print_field(console, field);
}

void print_problem(Console& console, const Text& what, const tsunagu::Problem& problem) {
  console.out << console.in_words(what) << ' ' << problem.line;
  if (!problem.column.empty()) console.out << ' ' << problem.column;
  console.out << ": " << problem.reason << " (" << problem.code << ")\n";
}

void print_problems(Console& console, const Outcome& outcome) {
  for (const auto& problem : outcome.rejects)
    print_problem(console, {"読めない行", "rejected line"}, problem);
  for (const auto& problem : outcome.warnings)
    print_problem(console, {"注意 行", "warning, line"}, problem);
  if (outcome.summary.refusal)
    print_problem(console, {"このファイルは取り込めません 行", "the whole file is refused, line"},
                  *outcome.summary.refusal);
}

void print_counts(Console& console, const Outcome& outcome) {
  console.out << console.in_words({"行 ", "rows "}) << outcome.summary.rows
              << console.in_words({" 記録 ", " records "}) << outcome.records.size()
              << console.in_words({" 読めない行 ", " rejects "}) << outcome.rejects.size()
              << console.in_words({" 注意 ", " warnings "}) << outcome.warnings.size()
              << console.in_words({"。何も書き込んでいません。", "; nothing was written"}) << '\n';
}

/// What the steps of a record need beside it. Borrows all.
struct Tools {
  const workshop::Subject& subject;
  const normalize::Tables& tables;
  const workshop::LinkBasis& basis;
  const std::string& bytes;
};

void print_records(Console& console, const TryWish& wish, const Tools& tools,
                   const Outcome& outcome) {
  const workshop::RawText raw(tools.bytes, tools.subject.encodings(outcome.feed));
  const workshop::FileLinks in_file(tools.basis, tools.tables, outcome.records);
  std::size_t shown = 0;
  for (const workshop::Line& line : outcome.records) {
    if (wish.line != 0 && line.number != wish.line) continue;
    if (shown++ == wish.records) break;
    const auto tried = try_record(line, tools.subject.manifest(), outcome.feed,
                                  tools.subject.settings(), tools.tables);
    const auto links = in_file.of(tried);
    const TryStep one{line, tried, links};
    console.json ? print_json(console, outcome, one, raw)
                 : print_record(console, outcome, one, raw);
  }
}

void print_outcome(Console& console, const TryWish& wish, const Tools& tools,
                   const Outcome& outcome) {
  console.json ? print_json_basis(console, tools.basis) : print_basis(console, tools.basis);
  print_records(console, wish, tools, outcome);
  if (console.json) {
    print_json_end(console, outcome);
  } else {
    print_problems(console, outcome);
    print_counts(console, outcome);
  }
  if (!outcome.rejects.empty() || outcome.summary.refusal)
    console.exit_code = static_cast<int>(Exit::findings);
}

/// A new hub's, where no configuration is named.
base::Result<workshop::LinkBasis> basis_of(const TryWish& wish) {
  if (wish.config.empty()) return workshop::LinkBasis{};
  return workshop::link_basis_of(wish.config);
}

}  // namespace

void try_delivery(Console& console, const TryWish& wish) {
  const auto folder = normalize::find_data_folder(console.program_path);
  if (!folder) return console.fail(folder.error());
  const auto tables = normalize::Tables::load(*folder);
  if (!tables) return console.fail(tables.error());
  const auto basis = basis_of(wish);
  if (!basis) return console.fail(basis.error());
  const auto bytes = workshop::read_delivery(wish.file);
  if (!bytes) return console.fail(bytes.error());
  const auto subject =
      workshop::Subject::open(wish.subject, console.program_path, in_profile(console.language));
  if (!subject) return console.fail(subject.error());
  const std::string name = std::filesystem::path(wish.file).filename().string();
  const auto outcome = (*subject)->decode(*bytes, name);
  if (!outcome) return console.fail(outcome.error());
  print_outcome(console, wish, {**subject, *tables, *basis, *bytes}, *outcome);
}

}  // namespace hub::cli
