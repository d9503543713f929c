#include "hub/cli/normalize_count.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <ostream>
#include <string>

#include "hub/cli/note_words.hpp"
#include "hub/cli/table.hpp"
#include "hub/normalize/dirt.hpp"
#include "tsunagu/json/writer.hpp"
#include "tsunagu/text/row_stream.hpp"

namespace hub::cli {
namespace {

namespace text = tsunagu::text;
using normalize::Note;

constexpr std::size_t block_bytes = std::size_t{1} << 16;

std::string percent_of(std::uint64_t part, std::uint64_t whole) {
  std::array<char, 16> shown{};
  const double share =
      whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  std::snprintf(shown.data(), shown.size(), "%.1f", share);
  return shown.data();
}

template <class Use>
void each_met(const normalize::DirtCounter& counter, Use use) {
  for (std::size_t at = 0; at < normalize::note_count; ++at) {
    const auto note = static_cast<Note>(at);
    if (const auto rows = counter.counts().of(note); rows > 0) use(note, rows);
  }
}

void print_table(Console& console, const normalize::DirtCounter& counter) {
  const auto words = [&console](const Text& both) { return std::string(console.in_words(both)); };
  Table table({words({"行", "rows"}), "%", words({"種類", "kind"}), words({"内容", "meaning"})});
  each_met(counter, [&](Note note, std::uint64_t rows) {
    table.add({std::to_string(rows), percent_of(rows, counter.rows()), std::string(code_of(note)),
               words(words_of(note))});
  });
  console.out << words({"全行数:", "rows in all:"}) << ' ' << counter.rows() << '\n';
  table.print(console.out, console.columns);
}

void print_json(Console& console, const normalize::DirtCounter& counter) {
  std::string line;
  tsunagu::json::Writer json(line);
  json.begin_object();
  json.key("rows");
  json.raw(std::to_string(counter.rows()));
  json.key("kinds");
  json.begin_object();
  each_met(counter, [&json](Note note, std::uint64_t rows) {
    json.key(code_of(note));
    json.raw(std::to_string(rows));
  });
  json.end_object();
  json.end_object();
  console.out << line << '\n';
}

}  // namespace

void count_dirt(Console& console, const normalize::Tables& tables,
                const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return console.fail(Exit::failed, {"ファイルを読めません", "the file cannot be read"},
                        file.filename().string());
  }
  std::string block(block_bytes, '\0');
  const auto read = [&in, &block]() -> std::string_view {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    return {block.data(), static_cast<std::size_t>(in.gcount())};
  };
  text::RowStream rows(read, {text::Encoding::utf8, text::Encoding::cp932});
  normalize::DirtCounter counter(tables, rows.columns());
  while (const auto* row = rows.next())
    counter.add(*row);
  if (rows.problem()) {
    return console.fail(Exit::findings, {"表として読めません", "it is no table"},
                        rows.problem()->code + ": " + rows.problem()->text);
  }
  console.json ? print_json(console, counter) : print_table(console, counter);
}

}  // namespace hub::cli
