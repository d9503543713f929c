#include "hub/verify/words.hpp"

#include <cstdlib>
#include <ostream>
#include <string>

namespace hub::verify {
namespace {

struct Text {
  std::string_view ja;
  std::string_view en;
};

std::string_view in(Language language, const Text& text) {
  return language == Language::ja ? text.ja : text.en;
}

constexpr Text usage = {
    R"(使い方: tsunagu-verify 記録 --key 公開鍵 [--key 公開鍵]… [--checkpoints ファイル]…
監査記録を最初の行から最後の行まで確かめ、最初の誤りの行を示します。読むだけで、何も書きません。
  記録           データベースの控え(tsunagu backup)、または tsunagu audit export の出力
  --key          署名者の公開鍵(名前+鍵番号+base64)、またはそれが書かれたファイル
  --checkpoints  別に控えてある区切り(署名)のファイル。署名者の journal の出力でもよい。
                 記録.checkpoint(控えと並んで作られる)は、あれば必ず使う
  --lang         ja または en
終了コード: 0 正しい  1 改変あり  2 使い方の誤り  3 読めない  4 鎖は正しいが、署名で証明された行がない
)",
    R"(usage: tsunagu-verify LOG --key KEY [--key KEY]… [--checkpoints FILE]…
Walks the audit log from its first row to its last and names the first bad row. Reads only.
  LOG            a copy of the database (tsunagu backup), or what tsunagu audit export wrote
  --key          the signer's public key (name+key id+base64), or a file that holds it
  --checkpoints  a file of checkpoints kept elsewhere; the signer's journal will do.
                 LOG.checkpoint (tsunagu backup leaves it beside the backup) is read in any case
  --lang         ja or en
exit codes: 0 intact  1 tampered  2 usage  3 unreadable  4 the chain holds, but no signature proves a row
)"};

Text words_of(Fault::What what) {
  switch (what) {
    case Fault::What::gap:
      return {"行が欠けているか、場所が違います", "the row is missing, or stands elsewhere"};
    case Fault::What::edited:
      return {"行が前の行とつながりません", "the row does not fit the one before"};
    case Fault::What::contents:
      return {"内容がこの行のものではありません", "the contents are not this row's"};
    case Fault::What::taken:
      return {"内容がなく、消去の記録もありません",
              "the contents are gone, and no row tells of their erasure"};
    case Fault::What::cut:
      return {"ここから後の行が切り取られています", "rows from here on were cut off"};
    case Fault::What::rewritten:
      return {"署名されたときの行ではありません(この範囲のどこかから書き換え)",
              "not the rows that were signed: rewritten from somewhere in this range"};
    case Fault::What::checkpoint:
      return {"記録の中の区切りの署名が、示された鍵のものではありません",
              "a checkpoint in the log was signed by none of the given keys"};
  }
  return {};
}

void line(std::ostream& out, std::string_view name, std::int64_t value) {
  out << name << ": " << value << '\n';
}

std::string rows_of(const Fault& fault) {
  const std::string row = std::to_string(fault.row);
  return fault.until > fault.row ? row + "-" + std::to_string(fault.until) : row;
}

}  // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return std::string_view(value).substr(0, 2) == "ja" ? Language::ja : Language::en;
  }
  return Language::en;
}

void print_usage(std::ostream& out, Language language) {
  out << in(language, usage);
}

void print_report(std::ostream& out, Language language, const Report& report) {
  const auto say = [&](const Text& text) { return in(language, text); };
  line(out, say({"確かめた行", "rows that hold"}), report.rows);
  line(out, say({"内容を消去済みの行", "of these, contents erased"}), report.erased);
  line(out, say({"正しい署名の区切り", "checkpoints that fit"}), report.checkpoints);
  line(out, say({"署名で証明された行", "rows proved by a signature"}), report.proved);
  line(out, say({"最も長い無記録(秒)", "longest silence (seconds)"}), report.silence_ms / 1000);
  if (report.silence_row > 0)
    line(out, say({"無記録が終わった行", "silence ended by row"}), report.silence_row);
  if (report.fault) {
    out << say({"誤りの行: ", "bad row: "}) << rows_of(*report.fault) << '\n'
        << say(words_of(report.fault->what)) << '\n';
  } else if (report.checkpoints == 0) {
    out << say({"鎖は正しいが、署名で証明された行がありません",
                "the chain holds, but no signature proves a row"})
        << '\n';
  } else {
    out << say({"正しい", "intact"}) << '\n';
  }
}

}  // namespace hub::verify
