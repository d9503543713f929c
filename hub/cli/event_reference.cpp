#include "hub/cli/event_reference.hpp"

#include <ostream>

#include "hub/domain/followed_event.hpp"

namespace hub::cli {

void write_event_reference(std::ostream& out) {
  out << "# 相手のシステムに知らせる出来事\n\n"
         "相手(partners.yaml)の `receives.events` "
         "に種類(family)を書くと、その相手につないだケースの"
         "出来事が、\n起きた順に一度ずつ届く(Standard Webhooks 1.0 の署名、CloudEvents "
         "1.0)。書かなけれ"
         "ば届かない。届くのはIDと\n種類だけで、中身は `url` "
         "に、APIキーで取りに来る。送るたびに情報共有"
         "の判定(gate)を受け、同意が撤回されたあとや、\n相手がつなぎを返したあとは届かない("
         "その知らせは "
         "`tsunagu.referral.stop_use`)。取りに来るなら\n`GET /api/v1/events`。この頁は `tsunagu "
         "event "
         "list --markdown` が書いたもので、同じであることを試験で確かめている。\n\n"
         "| 種類 | `type` | 出来事 | |\n| --- | --- | --- | --- |\n";
  for (const auto& one : domain::followed_events())
    out << "| " << name_of(one.family) << " | `" << one.type << "` | " << one.ja << " | " << one.en
        << " |\n";
}

}  // namespace hub::cli
