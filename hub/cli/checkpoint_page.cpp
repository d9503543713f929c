#include "hub/cli/checkpoint_page.hpp"

#include <qrencode.h>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "hub/cli/html.hpp"

namespace hub::cli {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr int quiet_zone = 4;  // modules; ISO/IEC 18004

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>監査記録の区切り</title>
<style>
@page { size: A4; margin: 20mm }
body { font-family: "Noto Sans CJK JP", "IPAexGothic", sans-serif; max-width: 170mm; margin: 0 auto; line-height: 1.6 }
h1 { font-size: 16pt; border-bottom: 1px solid }
table { border-collapse: collapse; width: 100% }
th { text-align: left; font-weight: normal; width: 42mm; vertical-align: top; padding: 1mm 0 }
td { font-family: monospace; word-break: break-all; padding: 1mm 0 }
pre { border: 1px solid; padding: 3mm; font-size: 9pt; white-space: pre-wrap; word-break: break-all }
svg { width: 70mm; height: 70mm; display: block; margin: 4mm auto }
.seal td { border: 1px solid; height: 22mm; width: 33%; vertical-align: top; font-family: inherit }
small { color: #333 }
</style></head><body>
<h1>監査記録の区切り <small>Audit log checkpoint</small></h1>
<p>この紙は、下の行までの監査記録がこの時点でこのとおりであったことを、署名によって証明するものです。印刷した日に日付と印を記入し、この機械とは別の場所に保管してください。</p>
)";

constexpr std::string_view tail =
    R"(<p><small>確かめ方: QRコードを読み取った文字(または上の枠の文字)をファイルに保存し、<br>
<code>tsunagu-verify バックアップ --key 公開鍵 --checkpoints ファイル</code> を実行します。枠の文字は一字でも違えば確かめられません。</small></p>
<table class="seal"><tr><td>印刷日</td><td>確認者</td><td>印</td></tr></table>
</body></html>
)";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    lines.push_back(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.size(), lines.back().size() + 1));
  }
  return lines;
}

void put_row(std::ostream& out, std::string_view name, std::string_view value) {
  out << "<tr><th>" << name << "</th><td>" << escaped(value) << "</td></tr>\n";
}

}  // namespace

Result<std::string> qr_code(std::string_view text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
      QRcode_free);
  if (!code) return fail(Kind::too_large, "the checkpoint does not fit a QR code");
  const std::string side = std::to_string(code->width + 2 * quiet_zone);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
                    "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" " +
                    "fill=\"#fff\"/><path d=\"";
  for (int row = 0; row < code->width; ++row) {
    for (int column = 0; column < code->width; ++column) {
      if ((code->data[row * code->width + column] & 1) == 0) continue;
      svg += "M" + std::to_string(column + quiet_zone) + "," + std::to_string(row + quiet_zone) +
             "h1v1h-1z";
    }
  }
  return svg + "\"/></svg>\n";
}

Result<> write_page(std::ostream& out, const SignedCheckpoint& checkpoint) {
  const auto code = qr_code(checkpoint.note);
  if (!code) return code.error();
  const auto lines = lines_of(checkpoint.note);
  if (lines.size() < 5) return fail(Kind::corrupt, "the hub's answer is no signed checkpoint");
  out << head << "<table>\n";
  put_row(out, "記録の名 / log", lines[0]);
  put_row(out, "行の数 / rows", lines[1]);
  put_row(out, "最後の行 / hash", lines[2]);
  put_row(out, "公開鍵 / public key", checkpoint.key);
  put_row(out, "印刷 / printed", checkpoint.printed_at);
  out << "</table>\n" << *code << "<pre>" << escaped(checkpoint.note) << "</pre>\n" << tail;
  return {};
}

}  // namespace hub::cli
