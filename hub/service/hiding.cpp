#include "hub/service/hiding.hpp"

#include "hub/service/entry.hpp"
#include "hub/service/house.hpp"
#include "hub/service/link.hpp"
#include "hub/service/patterns.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/protections.hpp"
#include "hub/store/settings.hpp"

namespace hub::service {
namespace {

using base::Result;

constexpr std::size_t most_records = 64;
constexpr std::string_view looked_at = "protections_turned";  // the day

Result<std::string> day_before(Context& context) {
  return context.db.read([](store::Reader& reader) -> Result<std::string> {
    return store::read_setting(reader, looked_at).value_or("");
  });
}

Result<> turn(store::Transaction& tx, const Context& context, const std::string& before,
              const std::string& today) {
  const auto turned = store::protections_turned(tx, before, today);
  store::note_setting(tx, looked_at, today);
  if (turned.empty()) return {};
  Records concerned;
  for (const auto entry : turned)
    add_bearers(tx, store::tokens_of(tx, entry, store::Side::hidden), concerned);
  settle_hiding(tx, context, concerned, concerned);
  tx.audit(entry_of(system_actor, "register.turned", "register/" + today));
  return {};
}

}  // namespace

void add_bearers(store::Reader& reader, const std::vector<crypto::Token>& tokens,
                 Records& records) {
  for (const auto token : tokens) {
    const auto more = store::records_with(reader, token, most_records);
    records.insert(more.begin(), more.end());
  }
}

void settle_hiding(store::Transaction& tx, const Context& context, const Records& named,
                   const Records& concerned) {
  std::vector<store::PersonRow> touched;
  for (const auto record : named) {
    if (const auto link = store::link_of(tx, record)) touched.push_back(link->person);
  }
  std::vector<MovedRecord> moved;
  for (const auto record : concerned) {
    if (store::link_of(tx, record)) moved.push_back({record, store::tokens_of(tx, record)});
  }
  const auto persons = Linking(context).link(tx, moved);
  touched.insert(touched.end(), persons.begin(), persons.end());
  settle_homes(tx, context, touched);
  weigh_again(tx, context.tables, *context.book(), touched);
}

Result<> turn_protections(Context& context) {
  const auto before = day_before(context);
  if (!before) return before.error();
  const auto today = base::jst_date(context.clock.now());
  if (*before == today) return {};
  return context.db.write(
      [&](store::Transaction& tx) -> Result<> { return turn(tx, context, *before, today); });
}

}  // namespace hub::service
