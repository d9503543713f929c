#include "hub/service/link.hpp"

#include <algorithm>

#include "hub/service/claim.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/weigh.hpp"
#include "hub/store/households.hpp"
#include "hub/store/link_words.hpp"
#include "hub/store/record_facts.hpp"
#include "hub/store/signals.hpp"

namespace hub::service {
namespace {

using store::PersonRow;
using store::RecordRow;
using Records = std::set<RecordRow>;

/// A person record and those about it, the oldest first.
constexpr std::size_t most_records = 64;
/// What is kept open for the next piece of a delivery, of about 170 bytes each.
constexpr std::size_t most_packed = 24'576;

/// Somebody hidden is in no block, so that nobody is drawn to her; a record that hides no more is
/// again. With other weights a name may be parted otherwise.
Keys renew_blocks(store::Transaction& tx, OpenRecords& open, RecordRow record) {
  Keys keys;
  const auto place = open.place_of(record);
  if (!place) return keys;
  const auto before = store::tokens_of(tx, record);
  keys.blocks = blocks_of(tx.keys(), open.population().rows_of(*place));
  std::copy_if(before.begin(), before.end(), std::back_inserter(keys.tokens),
               [](crypto::Token token) { return !is_kind(MatchKind::block, token); });
  for (const auto& block : keys.blocks)
    keys.tokens.push_back(block.token);
  std::sort(keys.tokens.begin(), keys.tokens.end());
  if (keys.tokens != before) store::replace_tokens(tx, record, keys.tokens);
  return keys;
}

/// One call of Linking::link.
class Relinking {
 public:
  Relinking(store::Transaction& tx, OpenRecords open, std::string_view by)
      : tx_(tx),
        open_(open),
        weighing_(open_),
        edges_(tx, open_.weights().settings),
        claims_(tx, edges_, by) {}

  void weigh(const std::vector<MovedRecord>& moved) {
    for (const auto& one : moved)
      arrive(one);
    for (const auto& one : moved) {
      weigh(one.row);
      if (!one.before.empty()) weighing_.look_behind(one.before, weighing_.keys_of(one.row).tokens);
    }
    weigh_again(Records(weighing_.near_limits()));
  }

  template <class Rows>
  void weigh_again(const Rows& records) {
    for (const auto record : records) {
      if (!touched_.contains(record)) weigh(record);
    }
  }

  void settle() {
    Records seeds;
    for (const auto record : touched_)
      seeds.merge(edges_.part_of(record));
    for (const auto record : touched_)
      change_edges(record);
    edges_.forget();
    for (const auto record : touched_) {
      seeds.merge(edges_.part_of(record));
      add_companions(record, seeds);
    }
    settle(seeds);
  }

  template <class Rows>
  [[nodiscard]] std::vector<PersonRow> persons_of(const Rows& records) const {
    auto persons = claims_.moved();
    for (const auto person : emptied_)
      persons.erase(person);
    for (const auto record : records) {
      if (const auto person = claims_.owner_of(record)) {
        persons.insert(*person);
      } else if (const auto link = store::link_of(tx_, record)) {
        persons.insert(link->person);  // whose record is gone
      }
    }
    return {persons.begin(), persons.end()};
  }

 private:
  void weigh(RecordRow record) {
    after_[record] = weighing_.edges_of(record);
    touched_.insert(record);
  }

  /// A record that was gone comes back to its person, who may have become somebody else's.
  void add_companions(RecordRow record, Records& seeds) {
    const auto link = store::link_of(tx_, record);
    if (!link) return;
    for (const auto& other : store::links_of(tx_, link->person)) {
      if (!seeds.contains(other.record) && open_.place_of(other.record))
        seeds.merge(edges_.part_of(other.record));
    }
  }

  void arrive(const MovedRecord& one) {
    auto keys = renew_blocks(tx_, open_, one.row);
    const auto place = open_.place_of(one.row);
    weighing_.moved(keys.tokens, place ? open_.population().rows_of(*place).size() : 0);
    weighing_.moved(one.before, most_names_of_record);
    weighing_.know(one.row, std::move(keys));
  }

  /// Between two that are touched, the first writes for both.
  void change_edges(RecordRow record) {
    const auto written = [&](const store::LinkEdge& edge) {
      return edge.other < record && touched_.contains(edge.other);
    };
    auto before = edges_.of(record);
    auto& after = after_[record];
    std::erase_if(before, written);
    std::erase_if(after, written);
    for (auto& edge : after) {
      if (!edges_.is_bond(edge)) continue;
      const auto same = std::find_if(before.begin(), before.end(), [&](const store::LinkEdge& one) {
        return one.other == edge.other && one.bond == edge.bond && one.score == edge.score;
      });
      if (same != before.end()) edge.doubt = same->doubt;  // judged again below
    }
    store::change_edges(tx_, record, before, after);
  }

  /// Each part is settled for itself; then all persons at once, for one may go from part to part.
  void settle(const Records& seeds) {
    std::vector<std::vector<RecordRow>> groups;
    std::vector<Settled> all;
    auto open = seeds;
    for (const auto record : seeds) {
      if (!open.contains(record)) continue;
      const auto part = edges_.part_of(record);
      for (const auto member : part)
        open.erase(member);
      if (part.size() == 1 && !open_.place_of(record)) continue;  // it is gone
      all.push_back(settle_records(open_, edges_, part, tx_.now()));
      groups.insert(groups.end(), all.back().persons.begin(), all.back().persons.end());
    }
    claims_.settle(groups);
    for (const auto& settled : all)
      ask(settled);
    leave_none_behind();
  }

  /// Bonds that join nobody are asked about, unless somebody answered already.
  void ask(const Settled& settled) {
    for (std::size_t group = 0; group < settled.persons.size(); ++group) {
      for (const auto record : settled.persons[group])
        ask_about(record, settled, settled.persons[group]);
    }
  }

  void ask_about(RecordRow record, const Settled& settled, const std::vector<RecordRow>& group) {
    for (const auto& edge : std::vector(edges_.of(record))) {
      if (edge.other < record || !edges_.is_bond(edge)) continue;
      const auto doubt = doubt_about(record, edge.other, settled, group);
      if (doubt != edge.doubt) store::set_doubt(tx_, record, edge.other, doubt);
    }
  }

  [[nodiscard]] std::optional<std::uint8_t> doubt_about(RecordRow one, RecordRow other,
                                                        const Settled& settled,
                                                        const std::vector<RecordRow>& group) const {
    if (claims_.person_of(one) == claims_.person_of(other)) return std::nullopt;
    if (std::binary_search(group.begin(), group.end(), other))
      return static_cast<std::uint8_t>(Why::matters);
    const auto asked =
        std::find_if(settled.asked.begin(), settled.asked.end(), [&](const Asked& pair) {
          return (pair.one == one && pair.other == other) ||
                 (pair.one == other && pair.other == one);
        });
    if (asked == settled.asked.end()) return std::nullopt;
    return static_cast<std::uint8_t>(asked->doubt);
  }

  /// Nobody lives anywhere without a record.
  void leave_none_behind() {
    for (const auto person : claims_.moved()) {
      if (!store::links_of(tx_, person).empty()) continue;
      emptied_.insert(person);
      for (const auto household : store::households_of(tx_, person))
        store::undo_member(tx_, household, person, by_rule);
    }
  }

  store::Transaction& tx_;
  OpenRecords open_;
  Weighing weighing_;
  Edges edges_;
  Claims claims_;
  Records touched_;
  std::set<PersonRow> emptied_;
  std::map<RecordRow, std::vector<store::LinkEdge>> after_;
};

}  // namespace

/// What was opened for the records before, unless anything changed that it rests on.
OpenRecords Linking::open(store::Transaction& tx) {
  const auto facts = store::state_of_facts(tx);
  auto weights = context_.weights();
  const bool hides_others = hidden_.look(tx, tx.now());
  if (hides_others || facts != facts_ || weights != weights_ || packed_.places.size() > most_packed)
    packed_ = {};
  facts_ = facts;
  weights_ = std::move(weights);
  return {tx, *weights_, hidden_, packed_};
}

std::vector<PersonRow> Linking::link(store::Transaction& tx, const std::vector<MovedRecord>& moved,
                                     std::string_view by) {
  if (moved.empty()) return {};
  Relinking relinking(tx, open(tx), by);
  relinking.weigh(moved);
  relinking.settle();
  Records records;
  for (const auto& one : moved)
    records.insert(one.row);
  return relinking.persons_of(records);
}

std::vector<PersonRow> Linking::link_again(store::Transaction& tx,
                                           const std::vector<RecordRow>& records) {
  Relinking relinking(tx, open(tx), by_rule);
  relinking.weigh_again(records);
  relinking.settle();
  return relinking.persons_of(Records());
}

void Linking::renew_blocks(store::Transaction& tx, const std::vector<RecordRow>& records) {
  auto opened = open(tx);
  for (const auto record : records)
    (void)service::renew_blocks(tx, opened, record);
}

std::optional<store::Link> person_behind(store::Reader& reader, crypto::Token token) {
  for (const auto row : store::records_with(reader, token, most_records)) {
    if (auto link = store::link_of(reader, row)) return link;
  }
  return std::nullopt;
}

std::vector<Doubtful> doubts_of(store::Reader& reader, PersonRow person) {
  std::vector<Doubtful> doubts;
  for (const auto& link : store::links_of(reader, person)) {
    for (const auto& edge : store::edges_of(reader, link.record)) {
      if (!edge.doubt || store::are_split(reader, link.record, edge.other)) continue;
      const auto other = store::link_of(reader, edge.other);
      if (!other || other->person == person) continue;
      const Doubtful doubt{other->person, static_cast<Why>(*edge.doubt), edge.score, link.record,
                           edge.other};
      const auto known = std::find_if(doubts.begin(), doubts.end(), [&](const Doubtful& one) {
        return one.person == other->person;
      });
      if (known == doubts.end()) {
        doubts.push_back(doubt);
      } else if (doubt.score > known->score) {
        *known = doubt;
      }
    }
  }
  return doubts;
}

void ask_whether_same(store::Transaction& tx, PersonRow person) {
  if (doubts_of(tx, person).empty()) return;
  for (const auto household : store::households_of(tx, person))
    store::raise_signal(tx, propose_same_person, household, {});
}

}  // namespace hub::service
