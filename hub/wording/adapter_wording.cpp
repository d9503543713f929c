#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    {"*: its signature * is gone; install its package again, or let the source be read without one "
     "by `source accept`",
     "{1} の署名({2})がなくなっています。配布されたものを入れ直すか、署名なしで使うなら source "
     "accept としてください"},
    {"the package's publisher is not among the trusted keys",
     "発行者の鍵が、信頼する鍵(--publishers)にありません"},
    {"the package's signature is not its publisher's", "署名が、発行者のものではありません"},
    {"the package's module is not the one that was signed",
     "中身が、署名されたものと違います。もう一度受け取ってください"},
    {"*: nobody signed it, and signed_only is set; install a publisher's package of it",
     "{1} には署名がありません(signed_only "
     "で署名を求めています)。発行者が署名したものを入れてくださ"
     "い"},
    {"*: what its publisher signed was changed; install its package again",
     "{1} の署名が書き換えられています。配布されたものを入れ直してください"},
    {"*: is not the module that its publisher signed; install its package again",
     "{1} は、発行者が署名したものではありません。配布されたものを入れ直してください"},
    {"*: its signature is of the adapter *; install its own package",
     "{1} の署名は、別のアダプター({2})のものです。このアダプターの配布物を入れてください"},
    {"*: its publisher * is not trusted; put that key into the file that hub.yaml names as "
     "publishers, if you trust it",
     "{1} の発行者 {2} は、信頼する発行者ではありません。信頼するなら、hub.yaml の publishers の"
     "ファイルにその鍵を加えてください"},
    {"*: is not what read the source before the restore (SHA-256 *); install that version, or take "
     "this one by `source accept`",
     "{1} は、復元の前に使っていたもの(SHA-256 {2})と違います。その版を入れるか、いまのもので"
     "よければ source accept としてください"},
    {"*: is no signature of an adapter", "{1} は、アダプターの署名ではありません"},
    {"the kept module * is not what it was", "保管していたアダプター {1} が、元のものと違います"},
    {"nothing is held against the source's adapter",
     "この記録の元のアダプターには、署名や復元のことで止めているものがありません"},
};

}  // namespace

std::span<const Wording> adapter_wordings() {
  return wordings;
}

}  // namespace hub::wording
