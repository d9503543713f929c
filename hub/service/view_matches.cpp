#include "hub/service/view_matches.hpp"

#include "hub/service/case_party.hpp"
#include "hub/service/match_terms.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/own_use.hpp"
#include "hub/service/resource_facts.hpp"
#include "hub/service/resource_recipient.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using tsunagu::json::View;

/// A word of its own: a decision can be `ended` too.
std::string state_word(domain::MatchStatus status) {
  return "match_" + std::string(domain::name_of(status));
}

void put(store::Reader& reader, const store::Match& match, ViewLine& line) {
  line.id("match", match.id).id("person", match.person_id).id("resource", match.resource);
  const auto stored = store::find_resource(reader, match.resource);
  const auto facts = stored ? resource_facts(*stored) : std::nullopt;
  if (facts) line.text("name", facts->name);
  line.code("state", state_word(match.status)).time("madeAt", match.made_at);
  line.text("personDue", match.person_due).text("receiverDue", match.receiver_due);
}

/// Who offered the person works on it; so does the municipality's own staff.
Holding holding_of(const Book& book, const store::Match& match, std::string_view asker) {
  const bool own = match.made_by == asker || municipal_officer(book, asker) != nullptr;
  return own ? Holding::yes : Holding::no;
}

std::vector<std::string> words_of(View list) {
  std::vector<std::string> words;
  for (const View word : list)
    words.emplace_back(word.text());
  return words;
}

void put_kept(std::string_view json, bool rules_changed, const ViewSink& sink) {
  const auto parsed = tsunagu::json::parse_untrusted(json);
  if (!parsed.ok()) return;
  const View root = parsed.root();
  ViewLine kept("offered");
  kept.count("score", root.find("score").integer()).list("asked", words_of(root.find("asked")));
  kept.list("told", words_of(root.find("told"))).flag("rulesChanged", rules_changed);
  for (const View need : root.find("needs")) {
    if (need.is(tsunagu::json::Type::array)) {
      kept.list(need.key(), words_of(need));
    } else {
      kept.text(need.key(), need.text());
    }
  }
  kept.to(sink);
  for (const View reason : root.find("reasons")) {
    ViewLine line("reason");
    line.code("part", "part_" + std::string(reason.find("part").text()))
        .count("points", reason.find("points").integer());
    line.count("of", reason.find("of").integer()).flag("known", reason.find("known").boolean());
    line.to(sink);
  }
}

}  // namespace

Result<Shown> view_matches(store::Reader& reader, const Book& book, const MatchLook& look,
                           const ViewSink& sink) {
  const auto officer = matching_officer(book, look.asker);
  if (!officer) return officer.error();
  Shown shown;
  const ListLook list{look.asker, look.at, look.at_most};
  const auto until = look.due ? base::jst_date(look.at) : std::string();
  for (const auto& match : store::list_matches(reader, until, rows_to_read(list))) {
    if (shown.persons.size() == look.at_most) break;
    if (!works_on_match(reader, book, match, look.asker, look.at)) continue;
    ViewLine line("match");
    put(reader, match, line);
    line.to(sink);
    shown.objects.push_back("match/" + match.id.text());
    shown.persons.push_back(match.person_id);
  }
  return shown;
}

Result<Shown> view_match(store::Reader& reader, const Book& book, const store::MatchId& id,
                         const MatchLook& look, const ViewSink& sink) {
  const auto officer = matching_officer(book, look.asker);
  if (!officer) return officer.error();
  const auto match = match_for(reader, book, id, look.asker, look.at);
  if (!match) return match.error();
  ViewLine line("match");
  put(reader, *match, line);
  line.to(sink);
  const auto about =
      about_person(reader, {match->person, match->person_id}, domain::Subject::focus);
  const auto disclosure =
      own_use(reader, book, about, **officer, holding_of(book, *match, look.asker),
              domain::Item::statement, look.at);
  const bool changed =
      !book.profile.matching || store::rules_of(reader, *match) != book.profile.matching->text;
  if (const auto kept = disclosure.clear(match->body)) put_kept(kept->value(), changed, sink);
  for (const auto& event : store::events_of(reader, *match)) {
    ViewLine one("event");
    one.time("at", event.at).code("by", event.actor).code("state", state_word(event.status));
    one.code("side", event.side);
    if (const auto said = disclosure.clear(event.body)) one.text("text", said->value());
    one.to(sink);
  }
  return Shown{{"match/" + id.text()},
               {match->person_id},
               {std::string(domain::name_of(domain::Item::statement))}};
}

Result<Shown> view_shortages(store::Reader& reader, const Book& book, std::string_view asker,
                             const ViewSink& sink) {
  const auto officer = matching_officer(book, asker);
  if (!officer) return officer.error();
  for (const auto& shortage : store::list_shortages(reader)) {
    const auto* area = profile::find_area(book.profile, shortage.area);
    ViewLine line("shortage");
    line.text("type", shortage.kind).text("area", shortage.area);
    line.text("areaName", area == nullptr ? std::string() : area->name);
    line.count("persons", shortage.persons).time("since", shortage.first);
    line.to(sink);
  }
  return Shown{};
}

}  // namespace hub::service
