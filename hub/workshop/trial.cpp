#include "hub/workshop/trial.hpp"

#include <algorithm>

#include "hub/codec/labels.hpp"
#include "hub/domain/shapes.hpp"
#include "hub/normalize/address_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/normalize/phone_key.hpp"
#include "sdk/wire/label_rule.hpp"
#include "tsunagu/json/check.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::workshop {
namespace {

namespace json = tsunagu::json;
namespace text = tsunagu::text;
using domain::YesNo;
using json::View;

constexpr YesNo yes_no(bool yes) {
  return yes ? YesNo::yes : YesNo::no;
}

/// Another agency's seat at a lawful 重層的支援会議 about this person.
domain::Facts facts_of(domain::Item item, bool consented, bool hidden) {
  domain::Facts facts;
  facts.item = item;
  facts.subject = domain::Subject::focus;
  facts.forum_class = domain::ForumClass::consent_seated;
  facts.consent = consented ? domain::ConsentStatus::given : domain::ConsentStatus::never_asked;
  facts.holder = YesNo::no;
  facts.covers_forum = facts.covers_recipient = facts.covers_purpose = yes_no(consented);
  facts.covers_label = yes_no(consented && item != domain::Item::tax);
  facts.consent_stale = YesNo::no;
  facts.seat = domain::SeatState::bound;
  facts.convener_lawful = facts.in_scope = facts.needed = YesNo::yes;
  facts.recipient_kind = domain::RecipientKind::contractor;
  facts.address_hidden = yes_no(hidden);
  facts.recipient_near = facts.address_clearance = facts.harm = YesNo::no;
  facts.officer_decision = domain::OfficerDecision::none;
  facts.opinion_for_item = facts.youtai_released = YesNo::no;
  return facts;
}

domain::Verdict verdict_of(domain::Labels labels, bool consented, bool hidden) {
  std::vector<domain::Verdict> verdicts;
  for (std::size_t i = 0; i < domain::item_count; ++i) {
    const auto item = static_cast<domain::Item>(i);
    if (labels.has(item)) verdicts.push_back(decide(facts_of(item, consented, hidden)));
  }
  return strictest(verdicts);
}

/// What of a record is no datum about anybody.
bool is_form(std::string_view name) {
  return name == "kind" || name == "schemaVersion" || name == "labels" || name == "warnings";
}

class Tried {
 public:
  Tried(View root, TriedRecord& out, codec::RecordLabels labels)
      : root_(root), out_(out), labels_(std::move(labels)) {
    for (const View one : root.find("confidentialInformation"))
      hidden_ = hidden_ || one.exists();
  }

  void walk() {
    for (const View member : root_)
      if (!is_form(member.key())) take(member, "/" + std::string(member.key()));
  }

 private:
  void take(View value, const std::string& pointer) {
    if (value.is(json::Type::object))
      for (const View member : value)
        take(member, pointer + "/" + std::string(member.key()));
    if (value.is(json::Type::array)) {
      std::size_t at = 0;
      for (const View element : value)
        take(element, pointer + "/" + std::to_string(at++));
    }
    if (!value.is(json::Type::object) && !value.is(json::Type::array)) leaf(value, pointer);
  }

  void leaf(View value, const std::string& pointer) {
    const auto labels = labels_.at(pointer);
    out_.fields.push_back({pointer, written(value), labels, verdict_of(labels, true, hidden_),
                           verdict_of(labels, false, hidden_)});
  }

  static std::string written(View value) {
    if (value.is(json::Type::string)) return std::string(value.text());
    if (value.is(json::Type::boolean)) return value.boolean() ? "true" : "false";
    return value.is(json::Type::integer) ? std::to_string(value.integer()) : "";
  }

  View root_;
  TriedRecord& out_;
  codec::RecordLabels labels_;
  bool hidden_ = false;
};

/// What the hub would make of the record's own labels and of the manifest's.
codec::RecordLabels labels_of(domain::RecordKind kind, View root,
                              const tsunagu::wire::Manifest& manifest, const std::string& feed,
                              const tsunagu::wire::Settings& settings) {
  codec::RecordLabels labels(kind, root, {});
  for (const auto& rule : manifest.labels) {
    if (!rule.kind.empty() && rule.kind != name_of(kind)) continue;
    if (holds_for(rule, settings, feed)) labels.add(rule.pointer, domain::item_from(rule.item));
  }
  return labels;
}

void add_keys(View root, const normalize::Tables& tables, TriedRecord& out) {
  const auto add = [&](const std::string& pointer, std::string key) {
    out.match_keys.push_back({pointer, std::move(key)});
  };
  std::size_t at = 0;
  for (const View name : root.find("names")) {
    const std::string pointer = "/names/" + std::to_string(at++);
    add(pointer + "/fullName", name_key(name.find("fullName").text(), tables.variants).key);
    if (const View kana = name.find("fullNameKana"); kana.exists())
      add(pointer + "/fullNameKana", normalize::kana_key(kana.text()).key);
  }
  if (const View born = root.at_pointer("/dateOfBirth/date"); born.exists())
    add("/dateOfBirth", std::string(born.text()));
  at = 0;
  for (const View address : root.find("addresses"))
    add("/addresses/" + std::to_string(at++),
        address_key(address.find("fullAddress").text(), tables).key);
  at = 0;
  for (const View contact : root.find("contacts"))
    add("/contacts/" + std::to_string(at++),
        normalize::phone_key(contact.find("value").text()).key);
}

}  // namespace

TriedRecord try_record(const Line& line, const tsunagu::wire::Manifest& manifest,
                       const std::string& feed, const tsunagu::wire::Settings& settings,
                       const normalize::Tables& tables) {
  TriedRecord out;
  const auto parsed = json::parse_untrusted(line.json);
  if (!parsed.ok()) {
    out.errors.push_back(parsed.failure().text());
    return out;
  }
  const View root = parsed.root();
  out.key = root.find("recordKey").text();
  out.kind = domain::record_kind_from(root.find("kind").text());
  if (!out.kind) {
    out.errors.emplace_back("/kind: no kind of the case schema");
    return out;
  }
  const auto problems = json::check(root, domain::shape_of(*out.kind), json::Unknown::warn);
  for (const auto& error : problems.errors())
    out.errors.push_back(error.line());
  if (*out.kind == domain::RecordKind::person) add_keys(root, tables, out);
  Tried(root, out, labels_of(*out.kind, root, manifest, feed, settings)).walk();
  return out;
}

RawText::RawText(const std::string& delivery, text::EncodingSet encodings) {
  text::Decoder decoder(encodings);
  const auto decoded = decoder.feed(delivery);
  if (!decoded) return;
  text_ = *decoded;
  if (const auto rest = decoder.finish()) text_ += *rest;
  encoding_ = decoder.encoding() ? name_of(*decoder.encoding()) : "ascii";
}

std::string_view RawText::line(std::uint64_t number) const {
  std::string_view rest = text_;
  for (std::uint64_t i = 1; i < number; ++i) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  auto line = number == 0 ? std::string_view() : rest.substr(0, rest.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace hub::workshop
