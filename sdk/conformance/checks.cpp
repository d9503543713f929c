#include "sdk/conformance/checks.hpp"

#include <array>

namespace tsunagu::conformance {
namespace {

constexpr std::array<Check, 21> checks{{
    {"manifest", "マニフェストが読め、全ての受け口に見本がある",
     "the manifest is whole, and each feed has a sample", manifest_is_whole},
    {"settings", "使えない設定を、理由を示して断る", "bad settings are refused with a message",
     bad_settings_are_refused},
    {"samples", "見本が読め、記録が共通の形をしている",
     "the samples decode, and the records have the common form", samples_decode},
    {"schema", "全ての記録が、共通の様式（JSON Schema）に合う",
     "every record is as the documents of the case schema say", records_are_of_the_schema},
    {"record_keys", "全ての記録に、情報源の番号がある", "no record without a source key",
     records_have_keys},
    {"same_bytes", "同じバイト列からは同じ記録", "same bytes, same records",
     same_bytes_same_records},
    {"any_bytes", "どんなバイト列でも落ちない", "any bytes never crash it", any_bytes_do_no_harm},
    {"truncated", "途中で切れたファイルから、ない記録を作らない",
     "a truncated delivery makes no record up", truncated_input},
    {"doubled", "同じ行が二度あっても、別の記録にならない",
     "a row that stands there twice is no second record", doubled_rows},
    {"reordered", "行の順が変わっても、別の記録にならない",
     "rows in another order are the same records", reordered_rows},
    {"deliveries", "全件・差分・追加と順序が、マニフェストのとおり",
     "full, delta, append and the order are what the manifest says", deliveries_are_as_declared},
    {"key_scope", "番号の有効範囲が、マニフェストのとおり",
     "keys last as long as the manifest says", keys_last},
    {"unknown_columns", "知らない列は、残すか知らせる", "unknown columns are kept or reported",
     unknown_columns},
    {"unknown_codes", "知らないコードは、残すか知らせる", "unknown codes are kept or reported",
     unknown_codes},
    {"labels", "税・要対協・通告者・住所秘匿の印が付く",
     "tax, 要対協, informant and hidden address are marked where the source holds them",
     held_labels},
    {"my_number", "個人番号を通さない", "no 個人番号 gets through", no_my_number},
    {"cancellation", "止めるよう言われたら止まり、次を読める",
     "it stops when told, and reads the next", stops_when_told},
    {"push", "回答を書き出し、扱えないものは理由を示して断る",
     "it pushes, and refuses with a reason what it can't", pushes},
    {"health", "調子を尋ねられたら、コードと説明で答える",
     "asked how it is, it answers in codes and words", tells_how_it_is},
    {"extensions", "マニフェストの拡張が使え、見本の種類を取り違えない",
     "the extensions of the manifest work, and no sample is taken for another feed",
     extensions_hold},
    {"bounds", "時間とメモリーの範囲に収まる", "it stays within time and memory", stays_in_bounds},
}};

}  // namespace

std::span<const Check> all_checks() {
  return checks;
}

}  // namespace tsunagu::conformance
