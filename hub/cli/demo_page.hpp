// A page of text, of the demonstration and of a sitting's papers: headings, paragraphs and lists as
// wide as the terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace hub::cli {

class Page {
 public:
  /// Borrows the stream.
  Page(std::ostream& out, std::size_t columns);

  void title(std::string_view text);
  /// 「１　届いたもの」
  void heading(std::string_view text);
  void paragraph(std::string_view text);
  /// A line of a list; what is wrapped stands under the text.
  void item(std::string_view text, std::string_view mark = "・");
  /// Somebody else's screen behind a bar: its first lines, and the last.
  void quote(std::string_view text, std::size_t most_lines);
  /// A word and what it says, the words in one column.
  void entry(std::string_view word, std::string_view text);
  /// The same of something to copy: on one line, however long.
  void command(std::string_view word, std::string_view text);
  [[nodiscard]] std::ostream& out() { return out_; }

 private:
  void lines(std::string_view first, std::string_view next, std::string_view text);

  std::ostream& out_;
  std::size_t columns_;
};

}  // namespace hub::cli
