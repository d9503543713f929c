#include <algorithm>
#include <array>

#include "hub/profile/draft.hpp"

namespace hub::profile {
namespace {

/// The usual fields of work; another one gets a code of its own.
struct KnownField {
  std::string_view word;
  std::string_view code;
  std::string_view name;
};
constexpr KnownField known_fields[] = {
    {"総合", "sogo", "総合相談"},   {"高齢", "kaigo", "高齢"},
    {"介護", "kaigo", "高齢"},      {"障がい", "shogai", "障がい"},
    {"障害", "shogai", "障がい"},   {"母子保健", "boshi", "母子保健"},
    {"子ども", "kodomo", "子ども"}, {"こども", "kodomo", "子ども"},
    {"子育て", "kodomo", "子ども"}, {"児童", "kodomo", "子ども"},
    {"困窮", "konkyu", "生活困窮"},
};

constexpr std::string_view whole_area = "zenshi";
constexpr std::string_view to_fill_in = "未記入";

/// Always in quotes, so that no cell can mean anything to YAML.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// Things of one kind in the order in which the list names them, each with its code: `kikan-3`.
class Named {
 public:
  explicit Named(std::string_view prefix) : prefix_(prefix) {}

  std::string code_of(const std::string& name) {
    const auto found = std::find(names_.begin(), names_.end(), name);
    const auto at = static_cast<std::size_t>(found - names_.begin());
    if (found == names_.end()) names_.push_back(name);
    return prefix_ + "-" + std::to_string(at + 1);
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::string prefix_;
  std::vector<std::string> names_;
};

class Writer {
 public:
  explicit Writer(const Draft& draft) : draft_(draft) {
    for (const DraftDesk& desk : draft.desks)
      add(desk);
    if (sections_.names().empty()) sections_.code_of("福祉課(担当課の名前に直す)");
  }

  std::vector<std::pair<std::string, std::string>> files() {
    return {{"profile.yaml", profile()}, {"agencies.yaml", agencies()},
            {"areas.yaml", areas()},     {"forums.yaml", forums()},
            {"sources.yaml", sources()}, {"partners.yaml", partners()}};
  }

 private:
  struct FieldCode {
    std::string code;
    std::string name;
  };
  /// A desk beside the codes that its row came to.
  struct Coded {
    const DraftDesk* desk;
    std::string code;
    std::vector<std::string> fields;
  };

  void add(const DraftDesk& desk) {
    Coded coded{&desk, "madoguchi-" + std::to_string(desks_.size() + 1), {}};
    for (const auto& word : desk.fields) {
      const auto code = field_code(word);
      if (std::find(coded.fields.begin(), coded.fields.end(), code) == coded.fields.end())
        coded.fields.push_back(code);
    }
    desks_.push_back(std::move(coded));
    agencies_.code_of(desk.agency);
    operators_.code_of(operator_of(desk));
    if (!desk.section.empty()) sections_.code_of(desk.section);
    if (!desk.area.empty()) areas_.code_of(desk.area);
  }

  std::string field_code(const std::string& word) {
    FieldCode field{"bunya-" + std::to_string(fields_.size() + 1), word};
    for (const auto& known : known_fields) {
      if (word.find(known.word) == std::string::npos) continue;
      field = {std::string(known.code), std::string(known.name)};
      break;
    }
    for (const auto& one : fields_)
      if (one.code == field.code || one.name == field.name) return one.code;
    fields_.push_back(field);
    return field.code;
  }

  [[nodiscard]] std::string operator_of(const DraftDesk& desk) const {
    return desk.operator_name.empty() ? draft_.place.name : desk.operator_name;
  }
  [[nodiscard]] bool is_own(const std::string& name) const { return name == draft_.place.name; }

  static std::string filled(const std::string& value) {
    return in_quotes(value.empty() ? to_fill_in : std::string_view(value));
  }

  std::string profile() const {
    std::string out =
        "# " + draft_.place.name +
        " — 下書き。「未記入」のところと、# の行が言うところを、実施計画を見て直す。\n"
        "# 直すたびに tsunagu config check "
        "で確かめる。書き方の手本は、ほかの市町村のフォルダーにある。\n"
        "code: " +
        in_quotes(draft_.place.code) + "  # 全国地方公共団体コード(総務省)\n" +
        "name: " + in_quotes(draft_.place.name) + "\nkana: " + in_quotes(draft_.place.kana) +
        "\nprefecture: " + in_quotes(draft_.place.prefecture) + "\nplan:\n" +
        "  # 計画の表紙から。section はまとめた課、from は計画の始まる日(例 2026-04-01)。\n" +
        "  title: " + filled(draft_.plan_title) + "\n  edition: " + filled(draft_.plan_edition) +
        "\nprotection_register:\n"
        "  # 住民課から支援措置の名簿を受けるようになったら、sources.yaml に書き、source: "
        "そのコード に替える。\n"
        "  absent_because: 名簿の受け方がまだ決まっていない\n"
        "# 分野。計画の包括的相談支援の表から。コードは記録の元(sources.yaml)からも引く。\n"
        "fields:\n";
    for (const auto& field : fields_)
      out += "  - {code: " + field.code + ", name: " + in_quotes(field.name) + "}\n";
    out +=
        "# 課。部の名前は department に。税の情報を持つ課には holds_tax_data: true を付ける。\n"
        "sections:\n";
    for (std::size_t i = 0; i < sections_.names().size(); ++i)
      out += "  - {code: ka-" + std::to_string(i + 1) +
             ", name: " + in_quotes(sections_.names()[i]) + "}\n";
    return out +
           "# この自治体でのことば。計画が別の名前で呼ぶものがあれば、例のように書く。\n"
           "# labels:\n"
           "#   - {term: coordinator, text: 多機関協働事業者の呼び名}\n"
           "#   - {term: j_kaigi, text: 重層的支援会議の呼び名}\n"
           "#   - {term: shien_kaigi, text: 支援会議の呼び名}\n";
  }

  std::string agencies() {
    std::string out =
        "# "
        "支援機関と窓口。窓口の一覧から作った。コードは、意味の分かる英字に直してよい(引くところも)"
        "。\n"
        "# 実施機関。kind は "
        "市、社会福祉協議会、社会福祉法人、医療、会社、NPO・団体、公的機関、住民の組織。\n"
        "operators:\n";
    for (const auto& name : std::vector(operators_.names()))
      out += "  - {code: " + operators_.code_of(name) + ", name: " + in_quotes(name) +
             ", kind: " + in_quotes(kind_of(name)) + "}\n";
    out += "# 場所や係。所在地は address、直営なら運営する課を section に。\nagencies:\n";
    for (const auto& name : std::vector(agencies_.names()))
      out += agency(name);
    out +=
        "# 窓口は、106条の4第2項の働きひとつ。対象者は target、主な内容は content、設置形態は "
        "base_type\n"
        "# (基本型、統合型、地域型)、拠点の数は bases "
        "に、計画の実施体制の表から書き足す。\ndesks:\n";
    for (const auto& desk : desks_)
      out += desk_entry(desk);
    return out;
  }

  std::string_view kind_of(const std::string& name) const {
    for (const auto& desk : draft_.desks)
      if (operator_of(desk) == name && !desk.operator_kind.empty()) return desk.operator_kind;
    return "市";
  }

  std::string agency(const std::string& name) {
    const auto desk = std::find_if(draft_.desks.begin(), draft_.desks.end(),
                                   [&](const DraftDesk& one) { return one.agency == name; });
    std::string out = "  - {code: " + agencies_.code_of(name) + ", name: " + in_quotes(name) +
                      ", operator: " + operators_.code_of(operator_of(*desk));
    if (is_own(operator_of(*desk)) && !desk->section.empty())
      out += ", section: " + sections_.code_of(desk->section);
    if (!desk->address.empty()) out += ", address: " + in_quotes(desk->address);
    return out + "}\n";
  }

  std::string desk_entry(const Coded& coded) {
    const DraftDesk& desk = *coded.desk;
    std::string out = "  - code: " + coded.code +
                      "\n    agency: " + agencies_.code_of(desk.agency) +
                      "\n    programme: " + in_quotes(desk.programme) + "\n    fields: [";
    for (const auto& field : coded.fields)
      out += (field == coded.fields.front() ? "" : ", ") + field;
    out += "]\n    statute: " + std::string(desk.statute_word) + "\n    mode: ";
    if (desk.mode_word.empty()) {
      out += is_own(operator_of(desk)) ? "直営" : "委託";
      out += "  # 一覧に書かれていない。計画で確かめる";
    } else {
      out += desk.mode_word;
    }
    out += "\n    areas: [" +
           (desk.area.empty() ? std::string(whole_area) : areas_.code_of(desk.area)) + "]\n";
    if (!desk.section.empty()) out += "    section: " + sections_.code_of(desk.section) + "\n";
    return out + "    plan: " + filled(desk.plan) + "\n";
  }

  std::string areas() {
    std::string out =
        "# "
        "地域と道筋。町字は「町字の表」(アドレス・ベース・レジストリ)の書き方で。計画が言うものは "
        "source: plan、\n"
        "# こちらの見立ては source: "
        "assumption。1つの層(layer)の中で、町字は1つの地域にだけ入る。\nareas:\n"
        "  - {code: " +
        std::string(whole_area) + ", name: 全域, whole: true}\n";
    for (const auto& name : std::vector(areas_.names()))
      out += area(name);
    out +=
        "# どの分野の相談が、どの窓口に行くか。いくつも並べると、候補を示して人が選ぶ。\nroutes:";
    std::string routes;
    for (const auto& field : fields_)
      routes += route(field.code);
    out += routes.empty() ? " []\n" : "\n" + routes;
    out +=
        "# 多機関協働(第5号)の担い手。2つで分け合うなら、受け持ちを share "
        "に書く。\ncoordinators:\n";
    for (std::size_t i = 0; i < desks_.size(); ++i)
      if (desks_[i].desk->statute == StatuteItem::i5)
        out += "  - {code: takikan-" + std::to_string(i + 1) + ", desk: " + desks_[i].code + "}\n";
    return out +
           "# "
           "相談支援包括化推進員、地域福祉コーディネーターなど。人は書かず、所属と数だけを書く。\n"
           "# appointments:\n"
           "#   - {code: suishin-1, title: 相談支援包括化推進員, home: ka-1, count: 1, plan: "
           "計画の箇所}\n";
  }

  std::string area(const std::string& name) {
    std::string out = "  - code: " + areas_.code_of(name) + "\n    name: " + in_quotes(name) +
                      "\n    layer: 計画の対象地域\n    towns:\n";
    std::vector<std::string> seen;
    for (const auto& desk : draft_.desks) {
      if (desk.area != name) continue;
      for (const auto& town : desk.towns) {
        if (std::find(seen.begin(), seen.end(), town) != seen.end()) continue;
        seen.push_back(town);
        out += "      - {name: " + in_quotes(town) + ", source: plan}\n";
      }
    }
    return out;
  }

  std::string route(const std::string& field) const {
    std::string to;
    for (const auto& desk : desks_) {
      const bool serves =
          std::find(desk.fields.begin(), desk.fields.end(), field) != desk.fields.end();
      if (serves && takes_consultations(desk.desk->statute))
        to += (to.empty() ? "" : ", ") + desk.code;
    }
    return to.empty() ? "" : "  - {field: " + field + ", desks: [" + to + "]}\n";
  }

  /// The section of the desk that coordinates, or the first one: a municipality convenes 支援会議.
  std::string municipal() {
    for (const auto& desk : draft_.desks)
      if (desk.statute == StatuteItem::i5 && !desk.section.empty())
        return sections_.code_of(desk.section);
    return "ka-1";
  }

  std::string forums() {
    const auto coordinator = std::find_if(desks_.begin(), desks_.end(), [](const Coded& one) {
      return one.desk->statute == StatuteItem::i5;
    });
    return "# "
           "会議。計画の会議の章から、名前、招集する者、議長、時機、構成員を書き直す。1つの会議体が"
           "両方の働きを\n"
           "# 持つなら、functions を2つ並べ、choice: per_item か by_consent を書く。\n"
           "forums:\n"
           "  - code: juso-kaigi\n"
           "    name: 重層的支援会議\n"
           "    functions:\n"
           "      - {basis: J-KAIGI, when: 本人の同意のあるケース}\n"
           "    convener: " +
           coordinator->code +
           "\n    sittings:\n"
           "      - {sitting: 随時, frequency: 未記入}  # 定例なら frequency: 月1回, every: P1M\n"
           "    triggers: [create, change, evaluate, close]\n"
           "    secrecy: {basis: 各機関の守秘義務。受託者は社会福祉法106条の4第5項, binds: "
           "出席者（誓約により）}\n"
           "    plan: 未記入\n"
           "  - code: shien-kaigi\n"
           "    name: 支援会議\n"
           "    functions:\n"
           "      - {basis: SHIEN-KAIGI, when: 本人の同意のないケース}\n"
           "    convener: " +
           municipal() +
           "  # 市町村が招集する(社会福祉法106条の6)\n"
           "    sittings:\n"
           "      - {sitting: 随時, frequency: 未記入}\n"
           "    triggers: [share]\n"
           "    secrecy: {basis: 社会福祉法106条の6第5項, binds: "
           "会議の事務に従事する者及び従事していた者}\n"
           "    plan: 未記入\n"
           "# 構成員の表。計画の表をそのまま写し、forums の tables から引く。\n"
           "tables: []\n"
           "#  - code: juso\n"
           "#    name: 構成員\n"
           "#    plan: 計画の箇所\n"
           "#    categories:\n"
           "#      - name: 庁内\n"
           "#        members:\n"
           "#          - {name: 福祉課, party: ka-1, profession: true, kind: municipal}\n";
  }

  std::string sources() const {
    return "# "
           "記録の元。受ける根拠(intake_basis)"
           "が決まったものから、1つずつ書き足す。アダプターが読む受け口の名前は\n"
           "# plugins の README に、表ならば plugins/table/README.md にある。\n"
           "sources: []\n"
           "#  - code: kaigo\n"
           "#    name: 総合相談記録\n"
           "#    adapter: kaigo\n"
           "#    field: " +
           fields_.front().code +
           "\n#    owner: ka-1\n"
           "#    scope: all_rows        # keys_only か consented_rows "
           "なら、根拠はもっと狭くてよい\n"
           "#    feeds:\n"
           "#      - {name: consultations, transport: drop_folder, folder: kaigo, files: "
           "\"*.csv\", encodings: [cp932]}\n"
           "#    intake_basis: {ground: 個人情報保護法69条2項2号, organ: 提供する機関, decided_by: "
           "決めた職, decided_on: "
           "2026-04-01, document_number: 文書番号}\n";
  }

  static std::string partners() {
    return "# Webhookの相手。秘密は名前だけを書き、中身は secrets "
           "に置く(hub.yaml)。いなければ空のままでよい。\n"
           "partners: []\n"
           "#  - code: takikan\n"
           "#    name: 多機関協働の担い手のシステム\n"
           "#    party: kikan-1\n"
           "#    desks: [madoguchi-1]\n"
           "#    delivers: {kinds: [referrals, answers], keys: [takikan-webhook-in]}\n"
           "#    receives: {url: https://相手のホスト/hooks/tsunagu, addresses: [192.0.2.1], keys: "
           "[takikan-webhook-out]}\n";
  }

  const Draft& draft_;
  std::vector<FieldCode> fields_;
  std::vector<Coded> desks_;
  Named agencies_{"kikan"};
  Named operators_{"jisshi"};
  Named sections_{"ka"};
  Named areas_{"chiiki"};
};

}  // namespace

std::vector<std::pair<std::string, std::string>> files_of(const Draft& draft) {
  return Writer(draft).files();
}

}  // namespace hub::profile
