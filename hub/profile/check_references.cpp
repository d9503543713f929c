#include <algorithm>

#include "hub/profile/checks.hpp"
#include "hub/profile/nearest.hpp"

namespace hub::profile {
namespace {

using Codes = std::vector<std::string_view>;

template <class T>
void append_codes(const std::vector<T>& all, Codes& out) {
  for (const T& one : all)
    out.push_back(one.code);
}

template <class T>
Codes codes_of(const std::vector<T>& all) {
  Codes out;
  append_codes(all, out);
  return out;
}

/// One kind of thing that can be named, with its name for messages.
struct Kind {
  Text what;
  Codes codes;
};

class References {
 public:
  References(const Profile& profile, Problems& problems) : problems_(problems) {
    sections = {{"課", "section"}, codes_of(profile.municipality.sections)};
    fields = {{"分野", "field"}, codes_of(profile.municipality.fields)};
    operators = {{"実施機関", "operator"}, codes_of(profile.operators)};
    agencies = {{"支援機関", "agency"}, codes_of(profile.agencies)};
    desks = {{"窓口", "desk"}, codes_of(profile.desks)};
    areas = {{"地域", "area"}, codes_of(profile.areas)};
    forums = {{"会議", "forum"}, codes_of(profile.forums)};
    tables = {{"構成員の表", "member table"}, codes_of(profile.tables)};
    sources = {{"記録の元", "source"}, codes_of(profile.sources)};
    partners = {{"相手", "partner"}, codes_of(profile.partners)};
    parties = {{"課・実施機関・支援機関・窓口", "section, operator, agency or desk"}, {}};
    for (const Kind* kind : {&sections, &operators, &agencies, &desks})
      parties.codes.insert(parties.codes.end(), kind->codes.begin(), kind->codes.end());
  }

  void want(const Kind& kind, const Ref& ref) {
    const bool known =
        std::find(kind.codes.begin(), kind.codes.end(), ref.code) != kind.codes.end();
    if (known || ref.code.empty()) return;
    problems_.add(ref.at, "bad_reference",
                  {"「" + ref.code + "」という" + kind.what.ja + "はありません。",
                   "there is no " + kind.what.en + " \"" + ref.code + "\""},
                  nearest(ref.code, kind.codes));
  }
  void want(const Kind& kind, const std::optional<Ref>& ref) {
    if (ref) want(kind, *ref);
  }
  void want(const Kind& kind, const std::vector<Ref>& refs) {
    for (const Ref& ref : refs)
      want(kind, ref);
  }

  Kind sections, fields, operators, agencies, desks, areas, forums, tables, sources, partners,
      parties;

 private:
  Problems& problems_;
};

void check_people(const Profile& profile, References& refs) {
  for (const Agency& agency : profile.agencies) {
    refs.want(refs.operators, agency.run_by);
    refs.want(refs.sections, agency.section);
    refs.want(refs.agencies, agency.succeeds);
  }
  for (const Desk& desk : profile.desks) {
    refs.want(refs.agencies, desk.agency);
    refs.want(refs.fields, desk.fields);
    refs.want(refs.areas, desk.areas);
    refs.want(refs.sections, desk.section);
    refs.want(refs.desks, desk.succeeds);
  }
}

void check_ways(const Profile& profile, References& refs) {
  for (const Route& route : profile.routes) {
    refs.want(refs.fields, route.field);
    refs.want(refs.desks, route.desks);
  }
  for (const Coordinator& coordinator : profile.coordinators)
    refs.want(refs.desks, coordinator.desk);
  for (const Appointment& appointment : profile.appointments)
    refs.want(refs.parties, appointment.home);
}

void check_meetings(const Profile& profile, References& refs) {
  for (const Forum& forum : profile.forums) {
    refs.want(refs.parties, forum.convener);
    refs.want(refs.parties, forum.chair);
    refs.want(refs.parties, forum.secretariat);
    refs.want(refs.tables, forum.tables);
    refs.want(refs.forums, forum.overlaps);
  }
  for (const MemberTable& table : profile.tables)
    for (const MemberCategory& category : table.categories)
      for (const Member& member : category.members)
        refs.want(refs.parties, member.party);
}

void check_exchanges(const Profile& profile, References& refs) {
  for (const Source& source : profile.sources) {
    refs.want(refs.fields, source.field);
    refs.want(refs.parties, source.owner);
    for (const Feed& feed : source.feeds)
      refs.want(refs.partners, feed.partner);
  }
  for (const Partner& partner : profile.partners) {
    refs.want(refs.parties, partner.party);
    refs.want(refs.desks, partner.desks);
  }
  refs.want(refs.sources, profile.municipality.protection_register.source);
}

}  // namespace

void check_references(const Profile& profile, Problems& problems) {
  References refs(profile, problems);
  check_people(profile, refs);
  check_ways(profile, refs);
  check_meetings(profile, refs);
  check_exchanges(profile, refs);
}

}  // namespace hub::profile
