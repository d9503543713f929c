#include "hub/profile/source.hpp"

#include <array>
#include <charconv>

namespace hub::profile {
namespace {

constexpr std::array<Word<SourceKind>, 2> kinds{
    {{"field", SourceKind::field}, {"protection_register", SourceKind::protection_register}}};
constexpr std::array<Word<Transport>, 3> transports{{{"drop_folder", Transport::drop_folder},
                                                     {"poll", Transport::poll},
                                                     {"webhook", Transport::webhook}}};
constexpr std::array<Word<Scope>, 3> scopes{{{"keys_only", Scope::keys_only},
                                             {"consented_rows", Scope::consented_rows},
                                             {"all_rows", Scope::all_rows}}};
constexpr std::array<Word<Provenance>, 3> provenances{
    {{"none", Provenance::none}, {"tax", Provenance::tax}, {"youtai", Provenance::youtai}}};
constexpr std::array<std::string_view, 5> eras{"明治", "大正", "昭和", "平成", "令和"};

void read_era(const Entry& entry, Problems& problems, EraDigit& out) {
  Node digit;
  digit.kind = Node::Kind::scalar;
  digit.text = entry.key;
  digit.at = entry.at;
  read(digit, problems, out.digit);
  read(entry.value, problems, out.era);
  for (const std::string_view era : eras)
    if (out.era == era) return;
  report_unknown_word(entry.value, problems, eras);
}

using SettingList = std::vector<std::pair<std::string, std::string>>;

void flatten(const std::string& key, const Node& node, SettingList& out) {
  if (node.kind == Node::Kind::scalar) out.emplace_back(key, node.text);
  for (const Node& item : node.items)
    flatten(key, item, out);
  for (const Entry& entry : node.entries)
    flatten(key.empty() ? entry.key : key + "." + entry.key, entry.value, out);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> config_settings(const Source& source) {
  SettingList out;
  flatten({}, source.config, out);
  return out;
}

static std::span<const Word<SourceKind>> words_of(WordsFor<SourceKind>) {
  return kinds;
}
std::span<const Word<Transport>> words_of(WordsFor<Transport>) {
  return transports;
}
std::span<const Word<Scope>> words_of(WordsFor<Scope>) {
  return scopes;
}
std::span<const Word<Provenance>> words_of(WordsFor<Provenance>) {
  return provenances;
}

static void read(const Node& node, Problems& problems, Feed& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("name", out.name), need("transport", out.transport), may("folder", out.folder),
            may("files", out.files), may("drop_back", out.drop_back), may("url", out.url),
            may("addresses", out.addresses), may("every_s", out.every_s),
            may("credential", out.credential), may("ca", out.ca), may("partner", out.partner),
            may("encodings", out.encodings)});
}

static void read(const Node& node, Problems& problems, IntakeBasis& out) {
  out.at = node.at;
  read_map(
      node, problems,
      {need("ground", out.ground), need("organ", out.organ), need("decided_by", out.decided_by),
       need("decided_on", out.decided_on), need("document_number", out.document_number)});
}

void read(const Node& node, Problems& problems, Brake& out) {
  read_map(
      node, problems,
      {may("gone_percent", out.gone_percent), may("changed_percent", out.changed_percent),
       may("rejected_percent", out.rejected_percent), may("least_records", out.least_records)});
}

/// `era_digits: {1: 大正, 2: 昭和}`
static void read(const Node& node, Problems& problems, std::vector<EraDigit>& out) {
  if (node.kind != Node::Kind::map)
    return report_shape(node, problems, {"「数字: 元号」の組", "a map of digits and eras"});
  for (const Entry& entry : node.entries)
    read_era(entry, problems, out.emplace_back());
}

static void read(const Node& node, Problems& problems, Source& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code),
            need("name", out.name),
            may("kind", out.kind),
            may("adapter", out.adapter),
            need("field", out.field),
            need("owner", out.owner),
            need("feeds", out.feeds),
            may("intake_basis", out.intake_basis),
            need("scope", out.scope),
            may("provenance", out.provenance),
            may("era_digits", out.era_digits),
            may("brake", out.brake),
            may("adapter_limits", out.adapter_limits),
            may("signed_only", out.signed_only),
            may("may_push", out.may_push),
            may("numbers", out.numbers),
            may("config", out.config),
            may("note", out.note),
            may("from", out.period.from),
            may("until", out.period.until)});
}

void read(const Node& node, Problems& problems, Sources& out) {
  read_map(node, problems, {need("sources", out.sources)});
}

}  // namespace hub::profile
