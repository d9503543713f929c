#include "hub/wording/wording.hpp"

#include <array>
#include <optional>

#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr std::size_t most_parts = 4;
using Parts = std::array<std::string_view, most_parts>;

constexpr Wording wordings[] = {
    // ids and arguments
    {"/*: is no id; ids look like *", "{1} に書かれたものはIDではありません。例: {2}"},
    {"/*: is missing", "{1} がありません"},
    {"/*: must be an absolute path", "{1} は絶対パスで指定してください"},
    {"/checkpoints: holds no checkpoint", "ファイルに区切り(署名)がありません"},
    {"nothing is signed yet", "まだ何も署名されていません。少し待って、もう一度試してください"},
    {"no signer is configured (hub.yaml, audit)",
     "署名者が設定されていません。hub.yaml の audit を書いてください"},
    {"signer *: *", "署名者({1})に接続できません: {2}"},
    {"the signer refused: *", "署名者が署名を拒みました: {1}"},
    {"the signer's answer is not what its key signs",
     "署名者の返事が、設定された鍵の署名ではありません"},
    {"the checkpoint does not fit a QR code", "区切りがQRコードに入りません"},
    {"the hub's answer is no signed checkpoint",
     "デーモンの返事が、署名された区切りではありません"},
    // resources and matches
    {"only an officer of hub.yaml matches persons with resources",
     "マッチングを扱えるのは、hub.yaml の職員(officers)だけです"},
    {"only an officer of hub.yaml keeps the registry of resources",
     "資源の台帳に書けるのは、hub.yaml の職員(officers)だけです"},
    {"there is no matching.yaml; see `config check`",
     "matching.yaml がありません。config check で確かめてください"},
    {"the gate refuses to tell this place of the person (*); ask for a consent that names it",
     "この資源に本人のことを伝えられません({1})。この資源を名指した同意を本人に求めてください"},
    {"no resource *; see `resource list`",
     "資源 {1} はありません。resource list で確かめてください"},
    {"no match *; see `match list`", "マッチング {1} はありません。match list で確かめてください"},
    {"the resource does not fit: *", "この資源の条件に合いません: {1}"},
    {"ask first, then say --checked: *",
     "要確認のことを確かめてから、--checked を付けてください: {1}"},
    {"the person is offered there already; see `match list`",
     "この人は、すでにこの資源に紹介されています。match list で確かめてください"},
    {"match * is *: that step does not follow",
     "マッチング {1} は {2} です。その段階へは進めません"},
    {"/side: is person or receiver", "side は person(本人)か receiver(受け入れ先)です"},
    {"/*: is no word of matching.yaml", "{1} に書かれたものは matching.yaml の言葉ではありません"},
    {"/town: is no town of this municipality", "町字が、この市町村にありません"},
    {"/record: is no resource", "書かれたものは資源ではありません"},
    {"/record: is not of the schema: *", "資源の書き方が違います: {1}"},
    {"cannot read *", "{1} を読めません"},
    {"/conditions: is no JSON", "条件がJSONとして読めません"},
    {"/conditions*: is no condition; see config/matching.yaml",
     "条件 {1} が読めません。書き方は config/matching.yaml にあります"},
    {"the resource is its source's: only additions can be edited",
     "この資源は元のデータのものです。書き足すことだけができます"},
    {"/places: is open, few, ask or none", "places は open、few、ask、none のどれかです"},
    {"/format: is hsds or csv", "format は hsds か csv です"},
    {"/decision: is taken_up or declined", "decision は taken_up か declined です"},
    {"/verb: the hub knows no such verb",
     "デーモンがこの命令を知りません。tsunagu とデーモンの版をそろえてください"},
    {"no case *; see `case list`", "ケース {1} はありません。case list で確かめてください"},
    {"no sitting *; see `sitting list`", "会議 {1} はありません。sitting list で確かめてください"},
    {"/body: the profile has no such body on that day",
     "その会議体は、その日には設定(forums.yaml)にありません"},
    {"/convener: body * is convened by *", "会議体 {1} を招集するのは {2} です"},
    {"/chair: body * is chaired by *", "会議体 {1} の座長は {2} です"},
    {"/chair: the profile knows no party of that code", "その座長の課・機関は設定にありません"},
    {"only an officer of hub.yaml who works for the convener or the secretariat of body * keeps "
     "its sittings",
     "会議体 {1} の招集者か事務局に属する職員(hub.yaml の officers)だけが扱えます"},
    {"the profile has no body * any more", "会議体 {1} は、設定にもうありません"},
    {"no person may be a topic of forum *", "会議体 {1} では、個人の情報を扱えません"},
    {"the item names none of the functions of forum *: choose one and record it with the item",
     "会議体 {1} は、その働きをもちません。forums.yaml の functions から選んで、議題に記録して"
     "ください"},
    {"* holds for a part of forum * only: record that it was declared so",
     "会議体 {2} のうち {1} になるのは一部だけです。その部分と宣言したなら --declared-part を付けて"
     "ください"},
    {"ground * is not in force then", "根拠 {1} は、いまは有効ではありません"},
    {"without consent the item of forum * can't be heard on *",
     "本人の同意がないため、会議体 {1} ではこの議題を {2} として扱えません。支援会議で扱うことを"
     "検討してください"},
    {"* may not convene *", "{1} は {2} を招集できません(legal_bases.yaml の conveners)"},
    {"the sitting hears that case on that ground already",
     "この会議には、そのケースがその根拠ですでに議題にあります"},
    {"/persons: nobody of this case's household", "このケースの世帯の人ではありません"},
    {"/persons: holds what is no id", "人のIDではないものがあります"},
    {"/name: is missing", "名前を書いてください"},
    {"/kind: what kind of recipient sits there is not known; name it",
     "その席の種類が分かりません。--kind で示してください"},
    {"/document: a pledge has a number", "誓約書の番号を --document で示してください"},
    {"/item: is none of this sitting's", "この会議の議題ではありません"},
    {"/secrecy: is law or pledge", "secrecy は law(法律)か pledge(誓約)です"},
    {"the seat was left before", "その席は、すでに外してあります"},
    {"no household *; see `household list`",
     "世帯 {1} はありません。household list で確かめてください"},
    {"no referral *; see `referral list`",
     "つなぎ {1} はありません。referral list で確かめてください"},
    {"no person *", "{1} という人はいません。household show で確かめてください"},
    {"/year: is no fiscal year, such as 2026", "年度ではありません。例: --year 2026"},
    {"no request *; see `request list`", "請求 {1} はありません。request list で確かめてください"},
    {"request * is overdue and can't be prolonged", "請求 {1} は期限を過ぎており、延長できません"},
    {"request * was prolonged or answered before", "請求 {1} は、すでに延長又は回答されています"},
    {"request * was answered before", "請求 {1} は、すでに回答されています"},
    {"nobody of that code waits to be told; see `request show *`",
     "その提供先に、まだ伝えていないものはありません。request show {1} で確かめてください"},
    {"/received: is no day such as 2026-04-10", "日付ではありません。例: 2026-04-10"},
    {"/received: is a day to come", "受付日が今日より後です"},
    {"/type: is disclosure, correction or stop",
     "type は disclosure(開示)、correction(訂正)、stop(利用停止)のどれかです"},
    {"/by: is self or representative", "by は self(本人)か representative(代理人)です"},
    {"/answer: is granted, partly or refused", "answer は granted、partly、refused のどれかです"},
    {"/items: the gate knows no item *", "「{1}」という情報の種類はありません"},
    {"no hold * in force; see `erase holds`",
     "有効な保全 {1} はありません。erase holds で確かめてください"},
    {"/list: is no list of `erase --dry-run`",
     "一覧の名ではありません。erase --dry-run で確かめてください"},
    {"/list: is of a day to come", "今日より後の日の一覧です"},
    {"the store holds another list by now; look at `erase --dry-run` and sign again",
     "一覧がその後変わりました。erase --dry-run で確かめ、署名し直してください"},
    {"the municipality has no retention.yaml, so nothing is erased",
     "市町村の retention.yaml がないため、何も消去しません"},
    {"/approvedBy: another person than the one who runs it",
     "承認する人は、実行する人とは別の人にしてください"},
    {"/month: is no month such as 2026-04", "月ではありません。例: 2026-04"},
    {"/for: is person, representative or officer",
     "for は person、representative、officer のどれかです"},
    {"no referral *", "つなぎ {1} はありません。referral list で確かめてください"},
    {"no arrival *; see `arrival list`",
     "届いたもの {1} はありません。arrival list で確かめてください"},
    {"no such source; see `source list`",
     "その記録の元はありません。source list で確かめてください"},
    {"no source * takes files here; see `source list`",
     "{1} は、ここでファイルを受け取る記録の元ではありません。source list で確かめてください"},
    {"no temporary folder can be made",
     "一時フォルダーを作れません。ディスクの空きと TMPDIR を確かめてください"},
    {"source * has no feed *", "記録の元 {1} に、種類 {2} はありません"},
    {"source * has several feeds: say which with --feed (*)",
     "記録の元 {1} には種類がいくつかあり、ファイルからは決められません。--feed "
     "で選んでください({2})"},
    {"source * is still starting: try again in a moment", "記録の元 {1} は起動中です"},
    {"source * could not be started; see `tsunagu doctor`", "記録の元 {1} を起動できません"},
    {"no open signal *; see `signal list`",
     "対応していない提案 {1} はありません。signal list で確かめてください"},
    {"no signal *; see `signal list`", "提案 {1} はありません。signal list で確かめてください"},
    {"no open signal of a pattern: *; see `signal list`",
     "世帯の型の、対応していない気づき {1} はありません。signal list で確かめてください"},
    {"no open proposal to convene: *; see `signal list`",
     "支援会議の招集の、対応していない提案 {1} はありません。signal list で確かめてください"},
    {"/signal: is of a pattern; use `signal take-up` or `signal decline`",
     "世帯の型の気づきです。signal take-up か signal decline を使ってください"},
    {"/signal: or /case, not both", "ケースか提案の、どちらか一つを書いてください"},
    {"/choice: is ask_consent or convene_shien_kaigi",
     "choice は ask_consent(同意を求める) か convene_shien_kaigi(支援会議を招集する) です"},
    {"/reason: is supported_already, not_true, not_now or other",
     "reason は supported_already(既に支援している)、not_true(当たらない)、"
     "not_now(今は見送る)、other(その他) のどれかです"},
    {"/purpose: say what for, by a code of purposes.yaml",
     "--purpose に、何のために見るかを purposes.yaml のコードで書いてください"},
    {"no open signal of one person: *", "同じ人かどうかの、対応していない確認 {1} はありません"},
    {"no open signal to hand over: *", "人が伝える、対応していない依頼 {1} はありません"},
    {"the signal names no referral", "この提案には、つなぎがありません"},
    {"/person: the signal is not about these two; see `signal show`",
     "この提案は、その二人のことではありません。signal show で確かめてください"},
    {"only the municipality's own staff works with signals and links",
     "提案や気づき、記録のつながりを扱えるのは、市町村の職員だけです"},
    {"only an officer of hub.yaml decides who is one person",
     "同じ人かどうかは、hub.yaml の officers にある市の担当者だけが決められます"},
    {"only an officer of hub.yaml decides who lives together",
     "世帯の一員かどうかは、hub.yaml の officers にある市の担当者だけが決められます"},
    {"/person: lives with nobody in that household",
     "その人は、その世帯で誰とも暮らしていません。household show で確かめてください"},
    {"nobody took the person out of a household", "その人を世帯から外した決定はありません"},
    {"both have referrals, consents or decisions of their own; they stay two",
     "二人とも、つなぎ・同意・決定を持っているため、一人にはできません"},
    {"an officer told records of the two apart; they stay two",
     "別の人だと職員が決めた記録があるため、一人にはできません"},
    {"no such record or person; see `link export`",
     "その記録、または人はありません。link export で確かめてください"},
    {"/other: is the same record", "同じ記録が二度書かれています"},
    {"/other: nobody is asked about these two; see `link review`",
     "その二人は、職員に聞いている二人ではありません。link review で確かめてください"},
    {"/other: is the same person; name two records of his",
     "その二つは同じ人です。分けるときは、その人の記録を二つ示してください(情報源/記録キー)"},
    {"no decision * that stands; see `link decisions`",
     "有効な決定 {1} はありません。link decisions で確かめてください"},
    {"nobody here links anew", "ここでは、つなぎ直しができません"},
    {"everything is being linked anew already", "いま、全部をつなぎ直しているところです"},
    {"stopped; run it again", "途中で止まりました。もう一度実行してください"},
    {"the referral is not held for a recipient",
     "つなぎ先の決まった、保留中のつなぎではありません"},
    {"the recipient has a system now; send it with `referral send`",
     "つなぎ先に受ける仕組みができました。referral send で送ってください"},
    {"the referral may not go now; `explain` says on which ground",
     "いまは伝えられません。根拠は explain で確かめてください"},
    {"no such partner is paused; see `partner list`",
     "その相手への送付は止まっていません。partner list で確かめてください"},
    {"no decision *", "判断 {1} はありません。decision list --all で確かめてください"},
    {"no finding *", "「害するおそれ」 {1} はありません。decision harms で確かめてください"},
    {"no person *", "人 {1} はありません。household show で確かめてください"},
    {"/person: nobody of this referral's household",
     "その人は、このつなぎの世帯の人ではありません"},
    {"/items: no such item: *", "{1} という項目はありません"},
    {"/objects: is support or sharing", "何への同意かは support か sharing です"},
    {"/outcome: is upheld or ended", "確認の結果は upheld か ended です"},
    {"/*: is none of the words for it", "{1} に書けない言葉です"},
    {"/*: is no day; write it as *", "{1} は日付ではありません。{2} のように書いてください"},
    {"/: holds a member that this verb does not know",
     "この命令が知らない項目があります。断ったことを記録しました"},
    // officers, consents
    {"/verb: is for who runs the machine, not for officers",
     "この命令は、機械を運用する者だけが使えます"},
    {"only an officer of hub.yaml with `decides` may take or review a decision",
     "判断と確認ができるのは、hub.yaml の officers に decides: true とある職員だけです"},
    {"only an officer of hub.yaml writes a consent down",
     "同意を記録できるのは、hub.yaml の officers にある職員だけです"},
    {"a decision names the officer who takes it", "判断には、判断する職員の名が要ります"},
    {"a decision names a ground of legal_bases.yaml that an officer can decide on, in force now",
     "職員が判断できる、いま有効な根拠(legal_bases.yaml)を示してください"},
    {"a decision gives its reason in writing", "判断には、文で書いた理由が要ります"},
    {"a decision names one person and one recipient",
     "判断は、ひとりの人とひとつの受け手について行います"},
    {"a decision names its items; tax, my number and the informant it can't open",
     "出す項目を示してください。税・個人番号・通報者の情報は、判断によっても出せません"},
    {"a decision names when it ends, later than now", "判断には、今より後の期限が要ります"},
    {"a decision for danger ends with the next day, any other with the fiscal year",
     "危険を理由とする判断は翌日まで、ほかの判断は年度末までです"},
    {"a review names the officer who looked", "確認には、確認する職員の名が要ります"},
    {"/ground: * opens nothing to *, a recipient of kind *",
     "根拠 {1} では、つなぎ先 {2} には何も出せません(受け手の種別: {3})。AGENCY "
     "は行政機関等だけ、INTERNAL は市の部署だけに使えます。explain "
     "で、開ける方法を確かめてください"},
    {"the data key is being rotated; `doctor` says how far",
     "データ鍵は、いま交換しているところです。残りは doctor で確かめられます"},
    {"only an officer of the desk that made the record releases it",
     "その記録を作った窓口の職員だけが、議題で使えるようにできます"},
    {"no agenda item *", "議題 {1} はありません。sitting show で確かめてください"},
    {"no release *", "解除 {1} はありません"},
    {"the release was ended before", "すでに取り消されています"},
    {"/kind: is opinion or youtai", "--kind は opinion か youtai です"},
    {"/kind: the item's ground takes no such release",
     "この議題の根拠では、そのように使うことはできません"},
    {"/document: the decision to release has a number",
     "要対協の解除には、決定の文書番号(--document)が要ります"},
    {"/record: is about nobody of this item", "この議題の人についての記録ではありません"},
    {"the signer makes no key: *", "署名者の鍵を作れません: {1}"},
    {"nobody here rotates keys", "ここではデータ鍵を交換できません"},
    {"/items: only what is granted partly has parts",
     "--items と --from は、一部を認める(partly)ときだけ使います"},
    {"/items: is missing: say which part is granted (items, recipients)",
     "どの一部を認めるかを --items か --from で示してください"},
    {"/items: more than the request asks for", "請求にない種類の情報です"},
    {"/recipients: only a stop is granted towards some",
     "--from は、利用停止の一部を認めるときだけ使います"},
    {"/recipients: the profile knows no such agency or section",
     "--from に、そのような機関・課・窓口はありません"},
    {"/until: is no later than the day on which it is due",
     "--until が、いまの期限より後の日ではありません"},
    {"stopped; begun again, it goes on where it was",
     "途中で止まりました。もう一度実行すれば、続きから進みます"},
    {"all 240 numbers of data keys are in use", "データ鍵の番号を使い切りました"},
    {"data key * was wrapped by line * of the master key file, and does not open with this file; "
     "put the right key file in place",
     "データ鍵 {1} はマスター鍵ファイルの {2} "
     "行目で包まれており、いまのファイルでは開けません。正しい鍵ファイルを置いてください"},
    {"no incident *; see `incident list`",
     "漏えい等 {1} はありません。incident list で確かめてください"},
    {"no incident *", "漏えい等 {1} はありません。incident list で確かめてください"},
    {"/link: name either it or the row", "--link か --disclosure のどちらか一つを示してください"},
    {"/link: no joined record *",
     "ID {1} の、つないだ記録はありません。household show で確かめてください"},
    {"/disclosure: no row * in the log", "記録番号 {1} はありません"},
    {"/disclosure: nothing went out by row *", "記録番号 {1} では、何も提供していません"},
    {"/disclosure: is no number of a row in the log", "記録番号ではありません。例: 128"},
    {"/step: is prompt_report, final_report, person_told, wrongful or closed",
     "step は prompt_report(速報)、final_report(確報)、person_told(本人への通知)、"
     "wrongful(不正の目的のおそれ)、closed(終結)"
     "のどれかです"},
    {"/known: is a day to come", "知った日が今日より後です"},
    {"/on: is a day to come", "日付が今日より後です"},
    {"that was noted before", "すでに記録されています"},
    {"no stop notice *", "利用停止の通知 {1} はありません。consent stops で確かめてください"},
    {"notice * was answered before", "通知 {1} には、すでに答えが記録されています"},
    {"whoever decided can't review his own decision", "自分の判断を自分で確認することはできません"},
    {"the decision has been reviewed", "この判断は、すでに確認されています"},
    {"the finding was ended before", "この「害するおそれ」は、すでに終わっています"},
    {"the referral has no recipient yet; choose one with `referral send --to`",
     "つなぎ先が決まっていません。referral send --to で選んでください"},
    {"/basis: says why somebody else may speak for the person",
     "本人のほかの人が言うときは、--basis にその根拠を書いてください"},
    {"/on: lies in the future", "言った日が未来の日です"},
    {"/object: only sharing has a scope", "範囲を示せるのは、情報共有(sharing)だけです"},
    {"/object: the form does not speak of it", "この同意書は、それについて述べていません"},
    {"/scope: says what is taken away; all of it is withdrawn",
     "狭める範囲を示してください。全部なら consent withdraw です"},
    {"/forums: no such row in legal_bases.yaml", "その根拠・会議は legal_bases.yaml にありません"},
    {"/purposes: no such row in purposes.yaml", "その目的は purposes.yaml にありません"},
    {"/recipients: no such agency, desk, operator or group",
     "その受け手(機関・窓口・運営者・グループ)はありません"},
    {"/form: no form of that code was in use then",
     "その日に使われていた、そのコードの同意書はありません"},
    {"/form: is missing; or name object, forums, recipients, purposes and items",
     "--form "
     "がありません。様式によらないときは、何に・会議・受け手・目的・項目をすべて示してください"},
    {"/consent: this person gave none of that id", "この人の、そのIDの同意はありません"},
    // what does not fit how things stand
    {"the source is paused already, or the hub has not started it yet",
     "すでに一時停止しているか、まだ始まっていません"},
    {"the source is not paused", "一時停止していません"},
    {"the hub reads this source itself", "この記録の元は、アダプターを使いません"},
    {"the adapter is not quarantined", "アダプターは隔離されていません"},
    {"the adapter is at work", "アダプターは処理中です"},
    {"the adapter is quarantined after repeated deaths; see `tsunagu doctor`, then release it",
     "アダプターは繰り返し異常終了し、隔離されています。doctor で確かめ、source release "
     "してください"},
    {"the adapter pauses after it died", "アダプターは異常終了し、再起動を待っています"},
    {"the adapter does not start: *", "アダプターを起動できません: {1}"},
    {"the adapter has no feed *", "アダプターに種類 {1} がありません"},
    {"this delivery ended the adapter's process repeatedly",
     "このファイルで、アダプターが繰り返し異常終了しました"},
    {"a protection register has no dry run", "支援措置の名簿は --dry-run では試せません"},
    {"arrival * is not the last of its feed that was applied with rejected rows",
     "届いたもの {1} は、読めなかった行を残して適用された最後のものではありません"},
    {"arrival * is not paused", "届いたもの {1} は、確認を待っていません"},
    {"referral * is *, neither held nor returned",
     "つなぎ {1} は保留でも返送でもありません(いまの状態: {2})"},
    {"/to: no desk of that code today; `referral show` names the candidates, `config show` all "
     "desks",
     "その窓口のコードは、今日の時点でありません。候補は referral show、全部は config show で"
     "確かめてください"},
    {"referral * is *, not held", "つなぎ {1} は保留ではありません(いまの状態: {2})"},
    {"nothing of this referral waits or was given up, or it is under way now; a held one goes with "
     "`referral send`",
     "このつなぎに、待っている送付も断念した送付もないか、いま送っているところです。保留のものは "
     "referral send です"},
    {"changed, but settled at the start: *; restart the daemon, or put it back",
     "動いている間は変えられない設定です: {1}。再起動するか、元に戻してください"},
    // files and disks
    {"the file's path must be absolute", "ファイルは絶対パスで指定してください"},
    {"the hub can't open the file: *; let its user read it, or move it",
     "デーモンがファイルを開けません({1})。デーモンの利用者が読めるようにするか、移してください"},
    {"it is no regular file", "通常のファイルではありません"},
    {"* exists already; a backup replaces nothing",
     "{1} はすでにあります。バックアップは何も上書きしません"},
    {"the hub can't write into *: *; let its user write there, or name another folder",
     "デーモンが {1} に書けません({2})。デーモンの利用者が書けるようにするか、別の場所にして"
     "ください"},
    {"back up to *: *", "{1} へのバックアップ: {2}"},
    {"secret file *: *", "秘密のファイル {1}: {2}"},
    {"the audit log of the backup ends at row *, but the checkpoint beside it was signed for * "
     "rows: "
     "it is older",
     "控えの監査記録は {1} 行目で終わりますが、並べて控えた区切りは {2} 行まで署名されています。"
     "この控えは区切りより古いものです。新しい控えを探してください"},
    {"the audit log of the backup is not the one that the checkpoint beside it was signed for",
     "控えの監査記録は、並べて控えた区切りが署名した記録ではありません"},
    {"* holds no checkpoint", "{1} に署名した区切りがありません"},
    {"data folder * is not empty; restore into a new one and switch over",
     "データフォルダー {1} が空ではありません。新しいフォルダーに復元してから切り替えてください"},
    {"data folder * is in use by another process; stop that one first",
     "データフォルダー {1} は別のプロセスが使っています。先に止めてください"},
    {"data folder *: *", "データフォルダー {1}: {2}"},
    {"*: the file is a database of another program", "{1}: 別のプログラムのデータベースです"},
    {"*: integrity check: *", "{1}: 壊れています({2})"},
    {"*: schema * is none that this program knows; install the version that wrote the backup",
     "{1}: このプログラムが知らない形式(schema {2})です。書いたときの版を入れてください"},
    {"*: the audit log is broken at row * (*)", "{1}: 監査記録が {2} 行目で壊れています({3})"},
    {"*: written with key *, but the key file holds key *; put the right key file in place",
     "{1}: 鍵 {2} で書かれていますが、鍵のファイルは {3} です。正しい鍵を置いてください"},
    {"*: database: *", "{1}: データベースとして開けません({2})"},
    {"copy to *: *", "{1} への複写: {2}"},
    {"can't write *: *", "{1} に書けません: {2}"},
    {"can't make *: *", "{1} を作れません: {2}"},
    {"the disk is full", "ディスクが一杯です"},
    // the daemon and its socket
    {"no daemon listens on *", "{1} でデーモンが待っていません"},
    {"not allowed to use *", "{1} を使う権限がありません"},
    {"the daemon ended the connection", "デーモンが接続を切りました"},
    {"the daemon's answer is not JSON", "デーモンの返事を読めません"},
    {"a socket's path has 1 to 107 bytes", "ソケットのパスは1から107バイトまでです"},
    {"too many clients; try again", "接続が多すぎます。もう一度お試しください"},
    {"the request is larger than allowed", "要求が大きすぎます"},
    {"the file has more bytes than arrival_bytes allows; see `limits`",
     "ファイルが arrival_bytes の上限を超えています。tsunagu limits で確かめてください"},
    {"the verb failed; see the log", "デーモンの中で失敗しました。ログを確かめてください"},
    {"too many reads wait; try again", "読出しが混み合っています。もう一度お試しください"},
    {"too many writes wait; try again", "書込みが混み合っています。もう一度お試しください"},
    {"a reader holds the log; try again", "読出しが終わるのを待っています。もう一度お試しください"},
    {"the store is closing", "デーモンが終了するところです"},
    {"the hub stops; what it has taken goes on at its start",
     "デーモンが終了します。受け取ったものは、次の起動のあとに続けます"},
    {"stopped while a file was kept", "ファイルを保管している途中で終了しました"},
    {"the store stopped: *", "保存が止まりました: {1}"},
    {"the client left", "依頼した側が切れました"},
    // the demonstration
    {"interrupted", "中断しました"},
    {"* is not empty and is no demonstration's folder; name another with --folder",
     "{1} は空でなく、デモのフォルダーでもありません。--folder で別の場所を指定してください"},
    {"* is not there (beside * or above it); `make demo` builds what the demonstration needs",
     "{1} がありません({2} にも、その上にも)。make demo が必要なものを作ります"},
    {"* ended: * (all of it: *)", "{1} が終了しました: {2} (全体: {3})"},
    {"the hub does not answer; see *", "デーモンが返事をしません。{1} を確かめてください"},
    {"process * does not end", "プロセス {1} が終わりません"},
    {"can't start *: *", "{1} を起動できません: {2}"},
    {"can't put the exports of * down: *", "{1} の出力を置けません: {2}"},
    {"no free port: *", "空いているポートがありません: {1}"},
    // the words of the command line, as CLI11 says what is wrong with them
    {"A subcommand is required", "コマンドを指定してください"},
    {"The following argument was not expected: *", "知らない引数です: {1}"},
    {"The following arguments were not expected: *", "知らない引数です: {1}"},
    {"*: File does not exist: *", "{1}: ファイルがありません: {2}"},
    {"*: File is actually a directory: *", "{1}: フォルダーです: {2}"},
    {"*: Value * not in range * to *", "{1}: {2} は {3} から {4} の間ではありません"},
    {"*: * not in {*}", "{1}: {2} は使えません。使えるもの: {3}"},
    {"*: * required * missing", "{1} の値がありません"},
    {"* is required", "{1} が必要です"},
    {"* requires *", "{1} には {2} も必要です"},
    {"* excludes *", "{1} と {2} は同時に使えません"},
    {"Could not convert: * = *", "{1} の値が正しくありません: {2}"},
};

/// What stands for each `*`, or nothing where the text is none of the pattern's.
std::optional<Parts> parts_of(std::string_view text, std::string_view pattern) {
  Parts parts;
  std::size_t count = 0;
  for (;;) {
    const auto star = pattern.find('*');
    const auto literal = pattern.substr(0, star);
    if (!text.starts_with(literal)) return std::nullopt;
    text.remove_prefix(literal.size());
    if (star == std::string_view::npos) {
      return text.empty() ? std::optional(parts) : std::nullopt;
    }
    pattern.remove_prefix(star + 1);
    const auto next = pattern.substr(0, pattern.find('*'));
    const auto end = next.empty() ? text.size() : text.find(next, 1);
    if (end == std::string_view::npos || end == 0 || count == most_parts) return std::nullopt;
    parts.at(count++) = text.substr(0, end);
    text.remove_prefix(end);
  }
}

std::string filled(std::string_view ja, const Parts& parts) {
  std::string out;
  for (std::size_t at = 0; at < ja.size(); ++at) {
    const bool mark = ja[at] == '{' && at + 2 < ja.size() && ja[at + 2] == '}';
    if (!mark) {
      out += ja[at];
      continue;
    }
    out += translated(Language::ja, parts.at(static_cast<std::size_t>(ja[at + 1] - '1')));
    at += 2;
  }
  return out;
}

}  // namespace

std::string translated(Language language, std::string_view text) {
  if (language == Language::en) return std::string(text);
  const std::span<const Wording> own(wordings);
  for (const auto table :
       {workshop_wordings(), own, support_wordings(), upgrade_wordings(), adapter_wordings(),
        adapter_fault_wordings(), count_wordings(), user_wordings(), demo_wordings(),
        process_wordings(), api_wordings(), partner_system_wordings(), system_wordings()}) {
    for (const auto& wording : table) {
      if (const auto parts = parts_of(text, wording.pattern)) return filled(wording.ja, *parts);
    }
  }
  return std::string(text);
}

}  // namespace hub::wording
