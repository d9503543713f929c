#include "hub/service/release.hpp"

#include <algorithm>

#include "hub/domain/person_request.hpp"
#include "hub/service/about.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/officers.hpp"
#include "hub/store/incidents.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::ForumClass;
using store::ReleaseKind;

/// At the desk that made the record, or elsewhere in its agency, section or operator.
bool works_at(const profile::Profile& profile, const profile::Officer& officer,
              std::string_view owner) {
  const auto* desk = profile::find_desk(profile, officer.desk.code);
  if (desk == nullptr) return false;
  const auto* agency = profile::agency_of(profile, *desk);
  const auto is = [owner](const std::optional<profile::Ref>& ref) {
    return ref && ref->code == owner;
  };
  return desk->code == owner || desk->agency.code == owner || is(desk->section) ||
         (agency != nullptr && (is(agency->section) || agency->run_by.code == owner));
}

/// What a record's own desk answers for.
Result<> check_officer(store::Reader& reader, const Book& book, const store::StoredRecord& record,
                       const std::string& asker) {
  const auto* officer = officer_of(book, asker);
  const auto* source =
      profile::find_source(book.profile, store::name_of_source(reader, record.source));
  if (source != nullptr && officer != nullptr &&
      works_at(book.profile, *officer, source->owner.code))
    return {};
  return fail(Kind::forbidden, "only an officer of the desk that made the record releases it");
}

/// GATE rule 10: an opinion is heard in a meeting, 要対協 material in one that a statute opens; in
/// the 要対協 itself it needs nobody's release.
bool takes(ForumClass forum, ReleaseKind kind) {
  if (kind == ReleaseKind::youtai) return forum == ForumClass::statutory;
  return forum == ForumClass::consent_seated || forum == ForumClass::statutory ||
         forum == ForumClass::youtai;
}

bool is_about_its_people(store::Reader& reader, const store::StoredAgendaItem& item,
                         store::RecordRow record) {
  return std::any_of(item.of.persons.begin(), item.of.persons.end(), [&](store::PersonRow row) {
    const auto person = store::read_person(reader, row);
    if (!person) return false;
    const auto rows = records_of(reader, about_person(reader, *person, domain::Subject::focus));
    return std::binary_search(rows.begin(), rows.end(), record);
  });
}

Result<> check(store::Transaction& reader, const Book& book, const ReleaseWish& wish,
               const store::StoredAgendaItem& item, const store::StoredRecord& record) {
  const auto* ground = book.law.bases.find(item.of.function, reader.now());
  if (ground == nullptr || !takes(ground->forum_class, wish.kind))
    return fail(Kind::invalid, "/kind: the item's ground takes no such release");
  if (wish.kind == ReleaseKind::youtai && wish.document.empty())
    return fail(Kind::invalid, "/document: the decision to release has a number");
  if (wish.day && *wish.day > base::jst_day(reader.now()))
    return fail(Kind::invalid, "/on: is a day to come");
  if (!is_about_its_people(reader, item, record.row))
    return fail(Kind::invalid, "/record: is about nobody of this item");
  return {};
}

audit::Entry entry_about(const std::string& asker, std::string_view action,
                         const store::ReleaseId& id, const store::StoredAgendaItem& item) {
  auto entry = entry_of(asker, action, "release/" + id.text());
  entry.objects.push_back("agenda/" + item.id.text());
  entry.basis = item.of.function;
  return entry;
}

std::string_view action_of(ReleaseKind kind) {
  return kind == ReleaseKind::youtai ? "sitting.youtai_released" : "sitting.opinion_marked";
}

}  // namespace

Result<store::ReleaseId> release_record(Context& context, const ReleaseWish& wish,
                                        const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::ReleaseId> {
    const auto item = store::find_agenda_item(tx, wish.item);
    if (!item) return fail(Kind::not_found, "no agenda item " + wish.item.text());
    const auto row = store::record_of_id(tx, wish.record);
    const auto record = row ? store::read_record(tx, *row) : std::nullopt;
    if (!record || record->removed) return fail(Kind::not_found, "no record " + wish.record.text());
    if (auto may = check_officer(tx, *book, *record, asker); !may) return may.error();
    if (auto fits = check(tx, *book, wish, *item, *record); !fits) return fits.error();
    const auto day = wish.day.value_or(base::jst_day(tx.now()));
    const auto id = store::add_release(
        tx, {item->row, *row, wish.kind, asker, domain::text_of(day), wish.document});
    auto entry = entry_about(asker, action_of(wish.kind), id, *item);
    entry.objects.push_back("record/" + wish.record.text());
    tx.audit(entry);
    return id;
  });
}

Result<> end_release(Context& context, const store::ReleaseId& id, const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto release = store::find_release(tx, id);
    if (!release) return fail(Kind::not_found, "no release " + id.text());
    const auto record = store::read_record(tx, release->of.record);
    const auto item = store::read_agenda_item(tx, release->of.item);
    if (!record || !item) return fail(Kind::not_found, "no release " + id.text());
    if (auto may = check_officer(tx, *book, *record, asker); !may) return may;
    if (!store::end_release(tx, release->row, asker))
      return fail(Kind::conflict, "the release was ended before");
    tx.audit(entry_about(asker, "sitting.release_ended", id, *item));
    return {};
  });
}

}  // namespace hub::service
