// Tables: no crash, limits hold, lines rise, and blocks of any size give what the whole gives. The
// first byte chooses the separator and the size of the blocks.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tsunagu/text/csv_writer.hpp"
#include "tsunagu/text/row_stream.hpp"
#include "tsunagu/text/table.hpp"

namespace {

namespace text = tsunagu::text;

void require(bool ok) {
  if (!ok) std::abort();
}

constexpr std::size_t cell_bytes = 24;
constexpr std::size_t row_bytes = 64;
constexpr std::size_t row_cells = 8;

void describe(const text::Row& row, std::string& seen) {
  require(row.size() <= row_cells);
  for (const auto& cell : row.cells()) {
    require(cell.text.size() <= cell_bytes && cell.present);
    seen += std::string(cell.text) + (cell.quoted ? "\x01" : "\x02");
  }
  if (row.problem()) seen += row.problem()->code;
  seen += std::to_string(row.line()) + "\n";
}

std::string read(std::string_view text, text::TableFormat format, std::size_t size) {
  text::TableReader reader(format);
  std::string seen;
  std::uint64_t line = 0;
  const auto drain = [&] {
    while (const auto* row = reader.next()) {
      require(row->line() > line);
      line = row->line();
      describe(*row, seen);
    }
  };
  for (; !text.empty(); text.remove_prefix(std::min(size, text.size()))) {
    reader.feed(text.substr(0, size));
    drain();
  }
  reader.finish();
  drain();
  return seen + (reader.problem() ? reader.problem()->text : "");
}

void through_a_stream(std::string_view bytes, std::uint64_t header_line) {
  text::RowStream rows([bytes]() mutable { return std::exchange(bytes, {}); },
                       {text::Encoding::utf8, text::Encoding::cp932}, {}, header_line);
  text::CsvWriter writer;
  while (const auto* row = rows.next()) {
    for (const auto& cell : row->cells())
      writer.cell(cell.text);
    writer.end_row();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const text::TableFormat format{.separator = (data[0] & 1U) != 0 ? '\t' : ',',
                                 .cell_bytes = cell_bytes,
                                 .row_bytes = row_bytes,
                                 .row_cells = row_cells};
  require(read(text, format, 1 + data[0] / 2U) == read(text, format, text.size() + 1));
  through_a_stream(text, data[0] % 4U);
  return 0;
}
