// What every command writes to, in the operator's language, with the documented exit codes.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "hub/base/failure.hpp"
#include "hub/wording/wording.hpp"

namespace hub::cli {

using wording::Language;
using wording::translated;

/// `ja` for LC_ALL, LC_MESSAGES or LANG (the first that is set) beginning with "ja", else `en`.
Language language_of_environment();

/// Exit codes of the `tsunagu` command. They are part of its contract.
enum class Exit : int {
  ok = 0,
  findings = 1,     ///< the command worked and found something wrong (a check, a denied gate)
  usage = 2,        ///< the words of the command line
  unreachable = 3,  ///< no daemon answers
  refused = 4,      ///< the daemon or the file system said no
  failed = 5,       ///< anything else
};

Exit exit_of(base::Kind kind) noexcept;

/// One sentence in both languages of the command line.
struct Text {
  std::string_view ja;
  std::string_view en;
};

/// Borrowed streams and the choices that hold for all commands. One thread.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Language language = Language::en;
  bool json = false;              ///< --json: one JSON value a line instead of text
  bool terminal = false;          ///< out is a terminal: progress bars and colour
  std::string program_path = {};  ///< where this program stands, to find share/ and its siblings
  int exit_code = 0;              ///< set by the command that ran
  std::size_t columns = 0;        ///< of the terminal; 0: none, lines may be as long as they are

  [[nodiscard]] std::string_view in_words(const Text& text) const {
    return language == Language::ja ? text.ja : text.en;
  }
  /// "error: …" on err, or with --json `{"kind":"error","text":…}` there; and the exit code.
  void fail(Exit code, const Text& what, std::string_view detail = {});
  void fail(const base::Failure& failure);

 private:
  void say_error(Exit code, std::string_view kind, std::string_view text);
};

/// How wide running text is: the terminal, at most 100 columns; 80 where there is none.
std::size_t text_columns(const Console& console);

}  // namespace hub::cli
