#include "hub/cli/doctor_words.hpp"

#include <algorithm>
#include <iterator>

namespace hub::cli {
namespace {

constexpr Finding unknown{
    "",
    Severity::warning,
    {"知らない所見です: {subject}", "an unknown finding: {subject}"},
    {"デーモンがこのコマンドより新しいようです。", "the daemon seems newer than this command"},
    {"tsunagu を更新してください。", "update tsunagu"}};

constexpr Finding findings[] = {
    {"config_wrong",
     Severity::error,
     {"設定に {count} 件の問題があります: {subject}", "{count} problems in {subject}"},
     {"次の起動や再読込みはできません。動いているデーモンは前の設定のままです。",
      "the daemon will not start or reload with it; a running one keeps the old settings"},
     {"tsunagu config check で場所と直し方を確かめてください。",
      "see `tsunagu config check` for where and how"}},
    {"key_unusable",
     Severity::error,
     {"鍵を使えません: {subject}", "the key can't be used: {subject}"},
     {"鍵がないと、保存した情報は読めません。", "without the key nothing stored can be read"},
     {"所有者をデーモンの利用者に、モードを 0600 にしてください。",
      "give it to the daemon's user, with mode 0600"}},
    {"key_missing",
     Severity::error,
     {"鍵がありません: {subject}", "the key is missing: {subject}"},
     {"データはあるのに鍵がないため、デーモンは起動しません。",
      "there are data but no key, so the daemon will not start"},
     {"控えてある master.key を戻してください。", "put the kept copy of master.key back"}},
    {"daemon_unreachable",
     Severity::error,
     {"デーモンに接続できません", "no daemon answers"},
     {"取込みも送付も止まっています。", "nothing is taken in and nothing is delivered"},
     {"systemctl status 'tsunagu-hub@*' と journalctl -u 'tsunagu-hub@*' を見てください。",
      "see `systemctl status 'tsunagu-hub@*'` and `journalctl -u 'tsunagu-hub@*'`"}},
    {"disk_low",
     Severity::error,
     {"ディスクの空きが {count} MiB しかありません", "only {count} MiB of disk are free"},
     {"一杯になると、届いたものを受け付けなくなります(保存済みのものは無事です)。",
      "when it is full nothing more is accepted; what is stored is safe"},
     {"空きを増やしてください。古いバックアップは移せます。",
      "make room; old backups may be moved elsewhere"}},
    {"reload_refused",
     Severity::error,
     {"最後の設定の再読込みに失敗しました", "the last reload was refused"},
     {"前の設定のまま動いています。", "the daemon works with the old settings"},
     {"tsunagu config check で直してから、もう一度読み込ませてください。",
      "correct it by `tsunagu config check`, then reload"}},
    {"audit_unsigned",
     Severity::warning,
     {"監査記録の {count} 行が署名されていません", "{count} rows of the audit log are not signed"},
     {"署名者が応答していません。行は残りますが、この間の改変は署名では見つかりません。",
      "the signer does not answer; a change of these rows would not show by a signature"},
     {"systemctl status 'tsunagu-signer@*' と journalctl -t tsunagu-signer を見てください。",
      "see `systemctl status 'tsunagu-signer@*'` and `journalctl -t tsunagu-signer`"}},
    {"adapter_quarantined",
     Severity::error,
     {"アダプターが隔離されています: {subject}", "an adapter is quarantined: {subject}"},
     {"繰り返し異常終了したため、この元からの取込みが止まっています。ほかには影響しません。",
      "it died too often; this source stands still, the others go on"},
     {"source list で原因を確かめ、直したら source release してください。",
      "see its fault in `source list`, correct it, then `source release`"}},
    {"adapter_refused",
     Severity::error,
     {"アダプターを起動できません: {subject}", "an adapter can't be started: {subject}"},
     {"設定かファイルに誤りがあります。", "its settings or its file are wrong"},
     {"source list で内容を確かめ、設定を直して再読込みしてください。",
      "see its fault in `source list`, correct the settings, then reload"}},
    {"adapter_backing_off",
     Severity::warning,
     {"アダプターが異常終了し、再起動を待っています: {subject}",
      "an adapter died and waits to be started again: {subject}"},
     {"自動で再起動します。受け取ったものは失われません。",
      "it is started again by itself; nothing that was received is lost"},
     {"続くときは source list で原因を確かめてください。",
      "if it goes on, see its fault in `source list`"}},
    {"source_paused",
     Severity::warning,
     {"取込みが一時停止しています: {subject}", "a source is paused: {subject}"},
     {"人が止めました。届いたものは溜まります。", "somebody paused it; what comes waits"},
     {"よければ source resume で再開してください。", "resume it with `source resume`"}},
    {"arrival_paused",
     Severity::warning,
     {"届いたものが確認を待っています: {subject}", "a delivery waits for a person: {subject}"},
     {"変わる量が多すぎるか、新しいものより古いため、適用していません。",
      "it would change too much, or is older than what stands"},
     {"arrival show で確かめ、arrival release か arrival discard してください。",
      "look with `arrival show`, then `arrival release` or `arrival discard`"}},
    {"number_quarantined",
     Severity::warning,
     {"個人番号などを含むため破棄したものが {count} 件あります",
      "{count} deliveries were destroyed for a refused number"},
     {"出力に個人番号が混じっています(番号法20条)。",
      "an export holds numbers that may not be kept (番号法20条)"},
     {"reject quarantine で場所を確かめ、出力の設定から外してください。",
      "see `reject quarantine`, and take the column out of the export"}},
    {"register_missing",
     Severity::error,
     {"支援措置の名簿がまだ届いていません: {subject}",
      "the protection register never came: {subject}"},
     {"誰の居所も出せないため、つなぎはすべて保留になります。",
      "no whereabouts may be told, so every referral is held"},
     {"名簿をこの記録の元に入れてください。", "deliver the register to this source"}},
    {"register_old",
     Severity::error,
     {"支援措置の名簿が {count} 日前のものです: {subject}",
      "the protection register is {count} days old: {subject}"},
     {"3日を過ぎると、居所にかかわる判断ができなくなります。",
      "after three days nothing about whereabouts can be decided"},
     {"新しい名簿を入れてください。", "deliver a newer register"}},
    {"partner_paused",
     Severity::error,
     {"相手への送付を止めています: {subject}", "delivery to a partner is paused: {subject}"},
     {"この相手あてのものは溜まります。ほかには影響しません。",
      "what is for this partner waits; the others go on"},
     {"相手に確かめ、直ったら partner resume してください。",
      "ask the partner; when it is mended, `partner resume`"}},
    {"partner_failing",
     Severity::warning,
     {"相手への送付が {count} 回続けて失敗しています: {subject}",
      "{count} tries in a row failed: {subject}"},
     {"約3日のあいだ自動で試します。", "it is tried again for about three days"},
     {"partner list で理由を確かめてください。", "see the reason in `partner list`"}},
    {"orders_waiting",
     Severity::note,
     {"送付待ちが {count} 件あります", "{count} orders wait to be sent"},
     {"順番か、次に試す時を待っています。", "they wait for their turn or their next try"},
     {"急ぐときは referral retry してください。", "`referral retry` sends one at once"}},
    {"referrals_held",
     Severity::note,
     {"保留のつなぎが {count} 件あります", "{count} referrals are held"},
     {"同意がないなどのため、出していません。", "without consent, for one, nothing goes out"},
     {"referral list --state held と explain で理由を確かめてください。",
      "see `referral list --state held` and `explain`"}},
    {"request_overdue",
     Severity::error,
     {"期限を過ぎた開示・訂正・利用停止の請求が {count} 件あります",
      "{count} requests of persons are overdue"},
     {"30日(延長後は60日)以内に決定しなければなりません(個人情報保護法83条、94条、102条)。",
      "they must be decided within 30 days, 60 when prolonged"},
     {"request list で確かめ、決定して request answer してください。",
      "see `request list`, decide, then `request answer`"}},
    {"request_due",
     Severity::warning,
     {"期限まで7日以内の請求が {count} 件あります", "{count} requests are due within 7 days"},
     {"期限内であれば、1回だけ30日延長できます。",
      "while in time, each can be prolonged once by 30 days"},
     {"request list で確かめ、request answer か request prolong してください。",
      "see `request list`, then `request answer` or `request prolong`"}},
    {"holders_untold",
     Severity::warning,
     {"訂正・利用停止をまだ伝えていない提供先が {count} 件あります",
      "{count} holders of a copy are not told yet of a correction or stop"},
     {"古い情報が使われ続けるおそれがあります。", "they may go on using what is wrong"},
     {"request show と consent stops で確かめ、人が伝えたら request told か consent stopped "
      "してください。",
      "see `request show` and `consent stops`; once told by hand, `request told` or `consent "
      "stopped`"}},
    {"incident_overdue",
     Severity::warning,
     {"期限を過ぎた漏えい等の対応が {count} 件あります",
      "{count} incidents have a step that is overdue"},
     {"委員会への報告と本人への通知には期限があります(個人情報保護法68条、施行規則44条・45条)。",
      "the report and the notice to the person have their dates"},
     {"incident list で確かめ、終えたら incident done してください。",
      "see `incident list`; once done, `incident done`"}},
    {"signals_open",
     Severity::note,
     {"対応していない提案が {count} 件あります", "{count} proposals wait for an answer"},
     {"同意を求める、支援会議を招集するなどの提案です。",
      "to ask for consent, to convene a meeting, …"},
     {"signal list で確かめ、担当職員に伝えてください。",
      "see `signal list`, and tell the officer in charge"}},
};

}  // namespace

const Finding& finding_for(std::string_view code) {
  const auto at = std::find_if(std::begin(findings), std::end(findings),
                               [code](const Finding& one) { return one.code == code; });
  return at == std::end(findings) ? unknown : *at;
}

std::string_view name_of(Severity severity) noexcept {
  constexpr std::string_view names[] = {"note", "warning", "error"};
  return names[static_cast<int>(severity)];
}

std::string filled(std::string_view text, std::string_view subject, std::string_view count) {
  std::string out(text);
  constexpr std::string_view subject_mark = "{subject}";
  constexpr std::string_view count_mark = "{count}";
  if (const auto at = out.find(count_mark); at != std::string::npos) {
    out.replace(at, count_mark.size(), count);
  }
  if (const auto at = out.find(subject_mark); at != std::string::npos) {
    out.replace(at, subject_mark.size(), subject);
  }
  return out;
}

}  // namespace hub::cli
