#include "hub/cli/limit_words.hpp"

#include "hub/cli/word_table.hpp"

namespace hub::cli {
namespace {

constexpr CodeWord reasons[] = {
    {"header_bytes", "要求行とヘッダーの全体"},
    {"header_fields", "1つの要求のヘッダーの数"},
    {"header_timeout_ms", "ヘッダー全体を受け取るまで"},
    {"webhook_body_bytes", "受信するWebhookの本文"},
    {"other_body_bytes", "そのほかの要求の本文"},
    {"body_timeout_ms", "本文全体を受け取るまで"},
    {"connections", "同時に受け付ける接続"},
    {"connections_per_peer", "1つのアドレスからの接続"},
    {"reserved_connections", "知っている相手のために空けておく接続"},
    {"request_queue",
     "処理を待てる要求。超えると503。1つの相手のWebhookはその半分まで、超えると429"},
    {"keep_alive_idle_ms", "要求のない接続を保つ時間"},
    {"drain_ms", "止まるとき、受け付けた要求に答えきるまで"},
    {"accept_pause_ms", "記述子が足りないとき、次に受け付けるまで"},
    {"admin_clients", "管理ソケットの同時の接続"},
    {"admin_timeout_ms", "管理の要求を1つ送りきるまで"},
    {"json_depth", "外から来るJSONの入れ子"},
    {"json_integer", "JSONの整数の大きさ(2^53)"},
    {"webhook_window_s", "Webhookの時刻のずれ"},
    {"webhook_key_bytes_least", "署名の鍵の最短の長さ"},
    {"webhook_keys_per_partner", "同時に有効な鍵(入れ替えのため)"},
    {"webhook_id_bytes", "webhook-id の長さ"},
    {"connect_timeout_ms", "相手に接続するまで"},
    {"transfer_timeout_ms", "1回の送付の全体"},
    {"answer_bytes", "相手の返事"},
    {"in_flight_per_partner", "1つの相手への同時の送付"},
    {"in_flight_in_all", "すべての相手への同時の送付"},
    {"outbox_look_ms", "送付待ちを見る間隔"},
    {"arrival_bytes", "届いたファイル1つ"},
    {"frame_bytes", "ハブとアダプターの間の1つの枠"},
    {"record_bytes", "アダプターの記録1件"},
    {"cell_bytes", "表の1つのセル"},
    {"rejects_kept", "1つのファイルから残す読めない行。残りは数だけ"},
    {"adapter_start_ms", "アダプターが使えるようになるまで"},
    {"adapter_idle_ms", "処理中のアダプターが黙っていてよい時間"},
    {"adapter_exchange_ms", "1つのファイルの処理"},
    {"adapter_output_least", "入力によらずアダプターが出してよい量"},
    {"adapter_output_ratio", "入力1バイトごとに加えて出してよい量"},
    {"push_bytes", "1つの知らせからアダプターが書くファイルの合計"},
    {"push_files", "1つの知らせからアダプターが書くファイルの数"},
    {"adapter_memory_bytes", "アダプターのプロセスのアドレス空間"},
    {"adapter_cpu_s", "アダプターの1つのプロセスのCPU時間"},
    {"adapter_deaths_to_quarantine", "続けてこの回数異常終了すると隔離"},
    {"adapter_first_pause_ms", "最初の再起動まで"},
    {"adapter_longest_pause_ms", "再起動までの最長"},
    {"quiet_ms", "置かれたファイルが変わらずにいるべき時間"},
    {"apply_chunk_records", "1つのトランザクションで適用する件数"},
    {"poll_first_pause_ms", "取得に失敗したあと、次に試すまでの時間"},
    {"poll_longest_pause_ms", "取得先が Retry-After で求められる待ち時間の上限"},
    {"poll_transfer_ms", "取得の応答一回にかけてよい時間"},
    {"apply_chunk_ms", "要求のある間、まとめての適用が書込みを占める時間"},
    {"apply_quiet_chunk_ms", "要求のない間の、同じ時間"},
    {"apply_quiet_after_ms", "要求がないとみなすまで"},
    {"config_file_bytes", "1つの設定ファイル"},
    {"config_problems", "1回の検査で挙げる問題。残りは数だけ"},
    {"register_age_ms", "支援措置の名簿が有効な時間"},
    {"gate_line_bytes", "gate decide の事実の1行"},
    {"normalize_line_bytes", "normalize - の1行"},
    {"writer_queue", "書込みを待てる仕事。超えると503"},
    {"readers", "読出し専用の接続"},
    {"reader_wait_ms", "空いた接続を待つ時間。超えると断る"},
};

constexpr CodeWord units[] = {
    {"bytes", "バイト"},     {"fields", "個"},   {"ms", "ミリ秒"}, {"s", "秒"},
    {"connections", "接続"}, {"requests", "件"}, {"levels", "段"}, {"keys", "個"},
    {"deliveries", "件"},    {"rows", "行"},     {"files", "個"},  {"deaths", "回"},
    {"records", "件"},       {"problems", "件"}, {"jobs", "件"},
};

}  // namespace

std::string_view why_in_japanese(std::string_view name) {
  return word_in(reasons, name, {});
}

std::string_view unit_in_japanese(std::string_view unit) {
  return word_in(units, unit, unit);
}

}  // namespace hub::cli
