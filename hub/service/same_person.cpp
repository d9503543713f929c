#include "hub/service/same_person.hpp"

#include "hub/service/hold.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/view_households.hpp"
#include "hub/service/view_signals.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;

/// Whom an open signal of this kind is about.
Result<TwoPersons> two_of(store::Transaction& tx, const SameWish& wish) {
  const auto signal = store::find_signal(tx, wish.signal);
  if (!signal || signal->decided_at || signal->code != propose_same_person) {
    return base::fail(Kind::not_found, "no open signal of one person: " + wish.signal.text());
  }
  for (const auto& pair : candidates_in(tx, signal->household)) {
    if (pair.one.id == wish.one && pair.other.id == wish.other)
      return TwoPersons{pair.one, pair.other};
    if (pair.other.id == wish.one && pair.one.id == wish.other)
      return TwoPersons{pair.other, pair.one};
  }
  return base::fail(Kind::invalid, "/person: the signal is not about these two; see `signal show`");
}

using Deed = Result<> (*)(store::Transaction&, const Context&, const TwoPersons&, const Speaker&);

Result<> settle(Context& context, const SameWish& wish, const std::string& asker, Deed deed) {
  const auto book = context.book();
  if (officer_of(*book, asker) == nullptr) {
    return base::fail(Kind::forbidden, "only an officer of hub.yaml decides who is one person");
  }
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto two = two_of(tx, wish);
    if (!two) return two.error();
    return deed(tx, context, *two, {asker, "signal/" + wish.signal.text()});
  });
}

}  // namespace

Result<Shown> view_signal(store::Reader& reader, const Looker& looker, const store::SignalId& id,
                          const ViewSink& sink) {
  const auto signal = store::find_signal(reader, id);
  if (!signal) {
    return base::fail(Kind::not_found, "no signal " + id.text() + "; see `signal list`");
  }
  Shown shown{{"signal/" + id.text()}, {}};
  view_line_of(reader, *signal, sink);
  if (signal->code != propose_same_person) return shown;
  for (const auto& pair : candidates_in(reader, signal->household)) {
    if (!may_see(reader, pair.one.row, looker) || !may_see(reader, pair.other.row, looker))
      continue;
    ViewLine line("candidate");
    line.id("person", pair.one.id).id("other", pair.other.id).code("rule", name_of(pair.doubt.why));
    line.to(sink);
    shown.persons.push_back(pair.one.id);
    shown.persons.push_back(pair.other.id);
  }
  return shown;
}

Result<> confirm_same(Context& context, const SameWish& wish, const std::string& asker) {
  return settle(context, wish, asker, join_two);
}

Result<> reject_same(Context& context, const SameWish& wish, const std::string& asker) {
  return settle(context, wish, asker, part_two);
}

}  // namespace hub::service
