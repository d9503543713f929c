#include "tsunagu/text/table.hpp"

#include <algorithm>
#include <cstring>

namespace tsunagu::text {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

constexpr std::uint64_t every_byte = 0x0101010101010101ULL;

/// Not zero where one of the eight bytes is below `bound` (which is at most 80).
constexpr std::uint64_t any_below(std::uint64_t word, std::uint64_t bound) {
  return (word - every_byte * bound) & ~word & (every_byte * 0x80);
}

constexpr std::uint64_t any_equal(std::uint64_t word, char c) {
  return any_below(word ^ (every_byte * static_cast<unsigned char>(c)), 1);
}

/// Bytes at the front that are no quote, line end, NUL or separator, eight at a time; other control
/// characters are looked at one by one.
std::size_t plain_run(std::string_view text, char separator) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((any_below(word, 0x20) | any_equal(word, '"') | any_equal(word, separator)) != 0) break;
  }
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"' || is_line_end(c) || c == '\0' || c == separator) break;
  }
  return at;
}

Problem problem_at(const char* code, std::uint64_t line, std::size_t column, const char* text) {
  return {.code = code,
          .text = std::to_string(line) + "行目・" + std::to_string(column) + "列目: " + text,
          .line = line,
          .column = column};
}

}  // namespace

TableReader::TableReader(TableFormat format) : format_(format) {}

void TableReader::feed(std::string_view utf8) {
  block_ = utf8;
  at_ = 0;
}

void TableReader::finish() {
  finished_ = true;
}

const Row* TableReader::next() {
  if (row_whole_) clear_row();
  while (at_ < block_.size() && !row_whole_)
    step();
  if (row_whole_) return deliver();
  if (finished_ && !problem_) end_file();
  return row_whole_ ? deliver() : nullptr;
}

void TableReader::step() {
  const char c = block_[at_];
  if (after_cr_) {
    after_cr_ = false;
    if (c == '\n') {
      if (state_ == State::quoted) take("\n");
      ++at_;
      return;
    }
  }
  switch (state_) {
    case State::cell_start:
      return at_cell_start(c);
    case State::bare:
      return in_bare(c);
    case State::quoted:
      return in_quoted(c);
    case State::quote_in_quoted:
      return after_quote(c);
  }
}

void TableReader::at_cell_start(char c) {
  cell_line_ = line_;
  cell_quoted_ = c == '"';
  state_ = cell_quoted_ ? State::quoted : State::bare;
  if (cell_quoted_) ++at_;
}

void TableReader::in_bare(char c) {
  if (ends_cell(c)) return;
  if (c == '"' || c == '\0') {
    c == '"' ? fail_row("table.stray_quote", "引用符の位置が正しくありません")
             : fail_row("table.nul", "NUL文字があります");
    ++at_;
    return;
  }
  take(run_of_text());
}

void TableReader::in_quoted(char c) {
  if (c == '"') {
    state_ = State::quote_in_quoted;
    ++at_;
  } else if (is_line_end(c)) {
    count_line_inside(c);
  } else if (c == '\0') {
    fail_row("table.nul", "NUL文字があります");
    ++at_;
  } else {
    take(run_of_text());
  }
}

void TableReader::after_quote(char c) {
  if (c == '"') {
    state_ = State::quoted;
    return take(block_.substr(at_, 1));
  }
  if (ends_cell(c)) return;
  fail_row("table.stray_quote", "閉じた引用符のあとに文字があります");
  state_ = State::bare;
}

bool TableReader::ends_cell(char c) {
  if (c == format_.separator) {
    end_cell();
    ++at_;
    // The cell behind a separator exists even where nothing follows.
    state_ = State::cell_start;
    return true;
  }
  if (!is_line_end(c)) return false;
  end_line(c);
  return true;
}

/// Up to the next character that may mean something. UTF-8's other bytes are all above 7F.
std::string_view TableReader::run_of_text() const noexcept {
  const auto rest = block_.substr(at_);
  const char separator = state_ == State::quoted ? '"' : format_.separator;
  return rest.substr(0, plain_run(rest, separator));
}

/// A cell over a limit is dropped whole, however it was cut into blocks.
void TableReader::take(std::string_view text) {
  if (text.data() == block_.data() + at_) at_ += text.size();
  if (cell_dropped_) return;
  const auto cell_room = format_.cell_bytes - (buffer_.size() - cell_begin_);
  const auto row_room = format_.row_bytes - buffer_.size();
  if (text.size() <= std::min(cell_room, row_room)) {
    buffer_ += text;
    return;
  }
  cell_dropped_ = true;
  buffer_.resize(cell_begin_);
  cell_room <= row_room ? fail_row("table.cell_too_long", "セルが長すぎます（上限を超えました）")
                        : fail_row("table.row_too_long", "行が長すぎます（上限を超えました）");
}

void TableReader::end_cell() {
  if (extents_.size() < format_.row_cells) {
    extents_.push_back({cell_begin_, buffer_.size(), cell_quoted_});
  } else {
    buffer_.resize(cell_begin_);
    fail_row("table.row_too_long", "列が多すぎます（上限を超えました）");
  }
  cell_begin_ = buffer_.size();
  cell_quoted_ = false;
  cell_dropped_ = false;
}

void TableReader::end_line(char c) {
  end_cell();
  after_cr_ = c == '\r';
  ++at_;
  ++line_;
  row_whole_ = true;
}

void TableReader::count_line_inside(char c) {
  after_cr_ = c == '\r';
  ++line_;
  take(block_.substr(at_, 1));
}

void TableReader::fail_row(const char* code, const char* text) {
  if (!row_problem_) row_problem_ = problem_at(code, cell_line_, extents_.size() + 1, text);
}

void TableReader::end_file() {
  if (state_ == State::quoted) {
    problem_ = problem_at("table.quote_never_closed", cell_line_, extents_.size() + 1,
                          "ここで開いた引用符が、ファイルの終わりまで閉じていません");
  } else if (state_ != State::cell_start || !extents_.empty()) {
    end_cell();
    row_whole_ = true;
  }
}

void TableReader::clear_row() {
  buffer_.clear();
  extents_.clear();
  row_problem_.reset();
  cell_begin_ = 0;
  state_ = State::cell_start;
  row_whole_ = false;
  row_line_ = line_;
}

const Row* TableReader::deliver() {
  cells_.clear();
  const std::string_view text = buffer_;
  for (const auto& extent : extents_)
    cells_.push_back({text.substr(extent.begin, extent.end - extent.begin), extent.quoted, true});
  row_ = Row(row_line_, cells_, row_problem_ ? &*row_problem_ : nullptr);
  return &row_;
}

}  // namespace tsunagu::text
