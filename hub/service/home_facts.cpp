#include "hub/service/home_facts.hpp"

#include <algorithm>
#include <map>

#include "hub/linkage/pattern.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/protect.hpp"
#include "hub/service/received.hpp"
#include "hub/service/source_labels.hpp"
#include "hub/service/told_of.hpp"
#include "hub/store/records.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

constexpr std::size_t most_records = 512;  // of one person in one system
constexpr std::string_view caregiver = "CAREGIVER";

/// What patterns ask of a source; nothing for one that counts for nothing.
struct Teller {
  std::string field;
  std::string owner;
  bool youtai = false;
};

/// The field of a partner's first desk: a sheet that it sent by webhook.
std::optional<Teller> teller_of_partner(const profile::Profile& profile, std::string_view code) {
  const auto* partner = profile::find_partner(profile, code);
  if (partner == nullptr || partner->desks.empty()) return std::nullopt;
  const auto* desk = profile::find_desk(profile, partner->desks.front().code);
  if (desk == nullptr || desk->fields.empty()) return std::nullopt;
  return Teller{desk->fields.front().code, desk->agency.code, false};
}

std::optional<Teller> teller_of(const profile::Profile& profile, std::string_view source) {
  if (source.starts_with(webhook_source))
    return teller_of_partner(profile, source.substr(webhook_source.size()));
  const auto* known = profile::find_source(profile, source);
  if (known == nullptr || known->provenance == profile::Provenance::tax) return std::nullopt;
  return Teller{known->field.code, known->owner.code,
                known->provenance == profile::Provenance::youtai};
}

class HomeReading {
 public:
  HomeReading(store::Reader& reader, const normalize::Tables& tables, const Book& book,
              base::UtcMillis at)
      : reader_(reader), tables_(tables), book_(book), at_(at) {}

  Home read(store::HouseholdRow household) {
    for (const auto& member : store::members_of(reader_, household))
      add(member);
    for (auto& said : said_)
      place(said);
    return std::move(home_);
  }

 private:
  /// A statement whose other side may be a member that is read later.
  struct Saying {
    linkage::ToldOfPair told;
    std::string person_key;
    store::FeedRow feed;
    std::string name{};  ///< else of whom it is said
  };

  void add(const store::Member& member) {
    const auto person = store::read_person(reader_, member.person);
    if (!person) return;
    linkage::HomeMember out;
    out.person = person->id;
    out.sure = member.strength >= store::Strength::deterministic;
    died_ = false;
    owners_.clear();
    names_.emplace_back();
    place_ = home_.persons.size();
    const auto sayings = said_.size();
    const auto links = store::linked_records(reader_, member.person);
    for (const auto& link : links)
      add_link(link, out);
    if (died_) {
      names_.pop_back();
      return said_.resize(sayings);
    }
    hide_listed(links);
    home_.facts.members.push_back(std::move(out));
    home_.persons.push_back(member.person);
    home_.owners.push_back(owners_);
  }

  /// The section for residents, whose register it is, alone; before any source's own flag.
  void hide_listed(const std::vector<store::LinkedRecord>& links) {
    std::vector<crypto::Token> tokens;
    for (const auto& link : links)
      tokens.insert(tokens.end(), link.tokens.begin(), link.tokens.end());
    for (const auto& entry : protections_of(reader_, tokens, at_)) {
      if (entry.side != store::Side::hidden) continue;
      const auto& code = book_.profile.municipality.protection_register.source.code;
      const auto* source = profile::find_source(book_.profile, code);
      owners_ = {source == nullptr ? code : source->owner.code};
      return;
    }
  }

  void add_link(const store::LinkedRecord& link, linkage::HomeMember& member) {
    const auto key = person_in(link.tokens);
    if (!key) return;
    const bool sure = link.link.strength >= store::Strength::deterministic;
    std::vector<ToldOf> told;
    std::optional<Teller> teller;
    for (const auto row : store::records_with(reader_, *key, most_records)) {
      const auto stored = store::read_record(reader_, row);
      if (!stored || stored->removed) continue;
      teller = teller_by(stored->source);
      told.push_back(told_by(*stored));
      hear(told.back(), teller, *stored, sure);
    }
    if (!teller) return;
    hear_of_callers(told, sure);
    member.told.push_back(summed(told, *teller, sure));
  }

  [[nodiscard]] ToldOf told_by(const store::StoredRecord& stored) const {
    const auto record = stored.body ? read_body(*stored.body) : std::nullopt;
    return record ? told_of(*record, at_) : told_of(static_cast<domain::RecordKind>(stored.kind));
  }

  /// Who hides does so whoever says it, tax or not.
  void hear(const ToldOf& told, const std::optional<Teller>& teller,
            const store::StoredRecord& stored, bool sure) {
    if (told.hidden) owners_.insert(teller ? teller->owner : std::string());
    died_ = died_ || told.died;
    if (!teller) return;
    names_.back().insert(told.names.begin(), told.names.end());
    for (const auto& relative : told.relatives) {
      said_.push_back({{place_, std::nullopt, relative.relationship, relative.age, relative.role,
                        relative.cohabiting, sure},
                       relative.person_key,
                       stored.feed});
    }
  }

  /// Who came is what he says he is; and whoever came about how to care for somebody, cares.
  void hear_of_callers(const std::vector<ToldOf>& told, bool sure) {
    for (const auto& one : told) {
      if (!one.caller) continue;
      linkage::ToldOfPair said{place_, std::nullopt, one.caller->relationship};
      if (!is_over(one, told) && is_about_caring(one, told))
        said.role = domain::HouseholdRole::carer;
      said.sure = sure;
      said_.push_back({std::move(said), {}, {}, one.caller->name});
    }
  }

  static bool is_about_caring(const ToldOf& consultation, const std::vector<ToldOf>& all) {
    return std::any_of(all.begin(), all.end(), [&](const ToldOf& other) {
      return !consultation.key.empty() && other.consultation_key == consultation.key &&
             std::find(other.concerns.begin(), other.concerns.end(), caregiver) !=
                 other.concerns.end();
    });
  }

  static linkage::ToldOfMember summed(const std::vector<ToldOf>& told, const Teller& teller,
                                      bool sure) {
    linkage::ToldOfMember out;
    out.field = teller.field;
    out.sure = sure;
    out.youtai = teller.youtai;
    for (const auto& one : told) {
      out.youtai = out.youtai || one.youtai;
      if (one.born) out.born = one.born;
      if (one.sex != linkage::Sex::unknown) out.sex = one.sex;
      if (is_over(one, told)) continue;
      out.knows = out.knows || one.asks;
      const auto add = [](const auto& from, auto& to) {
        to.insert(to.end(), from.begin(), from.end());
      };
      add(one.concerns, out.concerns);
      add(one.care_levels, out.care_levels);
      add(one.certificates, out.certificates);
      add(one.support_categories, out.support_categories);
    }
    return out;
  }

  /// What belongs to a consultation ends with it.
  static bool is_over(const ToldOf& one, const std::vector<ToldOf>& all) {
    if (one.over || one.consultation_key.empty()) return one.over;
    return std::any_of(all.begin(), all.end(), [&one](const ToldOf& other) {
      return other.over && !other.key.empty() && other.key == one.consultation_key;
    });
  }

  void place(Saying& said) {
    if (!said.name.empty()) return place_named(said);
    if (!said.person_key.empty()) {
      const auto id = store::record_id(reader_.keys(), said.feed,
                                       number_of(domain::RecordKind::person), said.person_key);
      const auto head = store::find_record(reader_, said.feed, id);
      const auto link = head ? store::link_of(reader_, head->row) : std::nullopt;
      if (!link) return;
      const auto at = std::find(home_.persons.begin(), home_.persons.end(), link->person);
      if (at == home_.persons.end()) return;
      said.told.who = static_cast<std::size_t>(at - home_.persons.begin());
      said.told.sure = said.told.sure && link->strength >= store::Strength::deterministic;
    }
    home_.facts.pairs.push_back(std::move(said.told));
  }

  /// By the one other member of that name: never for sure.
  void place_named(Saying& said) {
    const auto spellings = spellings_of(said.name);
    const auto is_said = [&](const std::string& name) {
      const auto own = spellings_of(name);
      return std::any_of(own.begin(), own.end(),
                         [&](const auto& one) { return spellings.contains(one); });
    };
    for (std::size_t at = 0; at < names_.size(); ++at) {
      if (at == said.told.focus || std::none_of(names_[at].begin(), names_[at].end(), is_said))
        continue;
      if (said.told.who) return;
      said.told.who = at;
    }
    said.told.sure = false;
    if (said.told.who) home_.facts.pairs.push_back(std::move(said.told));
  }

  /// As keys, of kanji or kana, since each desk writes a name in its own way.
  [[nodiscard]] std::set<std::string> spellings_of(std::string_view name) const {
    std::set<std::string> keys{normalize::name_key(name, tables_.variants).key,
                               normalize::kana_key(name).key};
    keys.erase(std::string());
    return keys;
  }

  const std::optional<Teller>& teller_by(store::SourceId source) {
    const auto [known, fresh] = tellers_.try_emplace(source);
    if (fresh) known->second = teller_of(book_.profile, store::name_of_source(reader_, source));
    return known->second;
  }

  store::Reader& reader_;
  const normalize::Tables& tables_;
  const Book& book_;
  base::UtcMillis at_;
  std::map<store::SourceId, std::optional<Teller>> tellers_;
  Home home_;
  std::vector<Saying> said_;
  std::vector<std::set<std::string>> names_;  // of each member; they go no further
  // of the member that is being read
  std::size_t place_ = 0;
  std::set<std::string> owners_;
  bool died_ = false;
};

}  // namespace

Home read_home(store::Reader& reader, const normalize::Tables& tables, const Book& book,
               store::HouseholdRow household, base::UtcMillis at) {
  if (store::persons_in(reader, household).size() > linkage::most_members_of_pattern) return {};
  return HomeReading(reader, tables, book, at).read(household);
}

Home seen_by(const Home& home, const std::string& section) {
  Home seen;
  std::vector<std::optional<std::size_t>> places;
  for (std::size_t at = 0; at < home.persons.size(); ++at) {
    const auto& owners = home.owners[at];
    const bool there = owners.empty() || (!section.empty() && owners.contains(section));
    places.push_back(there ? std::optional(seen.persons.size()) : std::nullopt);
    if (!there) continue;
    seen.facts.members.push_back(home.facts.members[at]);
    seen.persons.push_back(home.persons[at]);
    seen.owners.push_back(owners);
  }
  for (auto told : home.facts.pairs) {
    const auto focus = places[told.focus];
    if (!focus || (told.who && !places[*told.who])) continue;
    told.focus = *focus;
    if (told.who) told.who = places[*told.who];
    seen.facts.pairs.push_back(std::move(told));
  }
  return seen;
}

}  // namespace hub::service
