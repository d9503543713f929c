#include "hub/service/view_sheet.hpp"

#include <algorithm>
#include <map>

#include "hub/codec/items.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/own_use.hpp"
#include "hub/service/protection_view.hpp"
#include "hub/service/received.hpp"
#include "hub/service/seat.hpp"
#include "hub/service/source_labels.hpp"
#include "hub/service/view_consents.hpp"
#include "hub/service/view_plans.hpp"
#include "hub/service/view_sittings.hpp"
#include "hub/store/records.hpp"
#include "hub/store/referrals.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

using base::Result;

struct Place {
  std::string_view begin;  ///< of the pointer
  std::string_view end;
  std::string_view member;
};
constexpr Place places[] = {
    {"/names/", "/original", "name"},
    {"/names/", "/fullName", "name"},
    {"/names/", "/fullNameKana", "reading"},
    {"/dateOfBirth/", "/date", "birth"},
    {"/sex", "/sex", "sex"},
    {"/addresses/", "/fullAddress", "address"},
    {"/statement", "/statement", "statement"},
    {"/wish", "/wish", "wish"},
};
constexpr std::string_view contacts = "/contacts/";

/// What stands on the sheet as a row of its own for each record.
struct Cell {
  domain::RecordKind kind;
  std::string_view pointer;
  std::string_view member;
};
constexpr Cell cells[] = {
    {domain::RecordKind::concern, "/code", "code"},
    {domain::RecordKind::concern, "/statement", "statement"},
    {domain::RecordKind::assessment, "/formName", "formName"},
    {domain::RecordKind::assessment, "/assessedAt/date", "on"},
    {domain::RecordKind::assessment, "/summary", "summary"},
    {domain::RecordKind::assessment, "/strengths", "strengths"},
};

bool is_row(domain::RecordKind kind) {
  return kind == domain::RecordKind::concern || kind == domain::RecordKind::assessment;
}
const Cell* cell_of(domain::RecordKind kind, std::string_view pointer) {
  const auto* found = std::find_if(std::begin(cells), std::end(cells), [&](const Cell& one) {
    return one.kind == kind && one.pointer == pointer;
  });
  return found == std::end(cells) ? nullptr : found;
}

std::string value_of(const std::string& json) {
  const auto parsed = tsunagu::json::parse_untrusted("{\"v\":" + json + "}");
  if (!parsed.ok()) return {};
  const auto value = parsed.root().find("v");
  if (value.is(tsunagu::json::Type::string)) return std::string(value.text());
  return json;
}

/// What of one person goes onto the sheet; borrows all.
class PersonOnSheet {
 public:
  PersonOnSheet(store::Reader& reader, const Book& book, const profile::Officer& officer,
                const store::PersonRef& person, base::UtcMillis at)
      : reader_(reader),
        book_(book),
        officer_(officer),
        about_(about_person(reader, person, domain::Subject::focus)),
        hides_(hides_address(reader, person.row, at)),
        at_(at) {}

  void take() {
    for (const auto row : records_of(reader_, about_)) {
      const auto stored = store::read_record(reader_, row);
      const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
      if (record) take(*stored, *record);
    }
  }
  void put(const ViewSink& sink) const {
    ViewLine line("person");
    line.id("person", about_.person.id);
    for (const auto& [member, value] : values_)
      line.text(member, value);
    line.to(sink);
    put_rows(sink);
    if (!hides_) put_contacts(sink);
  }
  [[nodiscard]] const std::vector<std::string>& fields() const noexcept { return fields_; }

 private:
  void put_rows(const ViewSink& sink) const {
    for (const auto& [row, members] : rows_) {
      ViewLine line(domain::name_of(row.first));
      for (const auto& [member, value] : members)
        line.text(member, value);
      line.to(sink);
    }
  }
  void put_contacts(const ViewSink& sink) const {
    for (const auto& [number, contact] : contacts_) {
      const auto found = contact.find("value");
      if (found == contact.end()) continue;
      const auto safe = contact.find("safe");
      ViewLine one("contact");
      one.text("value", found->second);
      one.flag("safe", safe == contact.end() || safe->second != "false");
      if (const auto note = contact.find("note"); note != contact.end())
        one.text("note", note->second);
      one.to(sink);
    }
  }
  void take(const store::StoredRecord& stored, const codec::Record& record) {
    const auto labels = source_labels(reader_, book_, stored.source);
    const auto holding =
        holds(reader_, book_, officer_, stored.source) ? Holding::yes : Holding::no;
    const codec::Provenance provenance{domain::Owner(about_.person.id), stored.source, labels};
    for (const auto& item : codec::items_of(record, provenance)) {
      const bool row = is_row(record.kind());
      if (row ? cell_of(record.kind(), item.pointer) == nullptr : !wanted(item.pointer)) continue;
      const auto cleared =
          own_use(reader_, book_, about_, officer_, holding, item.json.labels(), at_)
              .clear(item.json);
      if (!cleared) continue;
      const auto value = value_of(cleared->value());
      row ? keep_in_row(record.kind(), stored.row, item.pointer, value)
          : keep(stored.row, item.pointer, value);
    }
  }
  static const Place* place_of(std::string_view pointer) {
    const auto* found =
        std::find_if(std::begin(places), std::end(places), [pointer](const Place& one) {
          return pointer.starts_with(one.begin) && pointer.ends_with(one.end);
        });
    return found == std::end(places) ? nullptr : found;
  }
  [[nodiscard]] bool wanted(std::string_view pointer) const {
    if (pointer.starts_with(contacts)) return true;
    const auto* place = place_of(pointer);
    return place != nullptr && !(hides_ && place->member == "address");
  }
  void keep_in_row(domain::RecordKind kind, store::RecordRow row, const std::string& pointer,
                   const std::string& value) {
    if (value.empty()) return;
    fields_.push_back(std::string(domain::name_of(kind)) + pointer);
    rows_[{kind, row.value}][std::string(cell_of(kind, pointer)->member)] = value;
  }
  void keep(store::RecordRow row, const std::string& pointer, std::string value) {
    if (value.empty()) return;
    fields_.push_back("person" + pointer);
    if (pointer.starts_with(contacts)) {
      const auto slash = pointer.find('/', contacts.size());
      const auto member = slash == std::string::npos ? std::string() : pointer.substr(slash + 1);
      contacts_[std::to_string(row.value) + pointer.substr(0, slash)][member] = std::move(value);
      return;
    }
    values_.try_emplace(std::string(place_of(pointer)->member), std::move(value));
  }

  store::Reader& reader_;
  const Book& book_;
  const profile::Officer& officer_;
  About about_;
  bool hides_;  ///< the address and every contact
  base::UtcMillis at_;
  std::map<std::string, std::string> values_;
  std::map<std::pair<domain::RecordKind, std::int64_t>, std::map<std::string, std::string>> rows_;
  std::map<std::string, std::map<std::string, std::string>> contacts_;
  std::vector<std::string> fields_;
};

void put_head(const Book& book, std::string_view asker, base::UtcMillis at, const ViewSink& sink) {
  const auto by = asker.starts_with(officer_prefix) ? asker.substr(officer_prefix.size()) : asker;
  ViewLine line("sheet");
  line.text("municipality", book.profile.municipality.name).code("by", by);
  line.time("printedAt", at).to(sink);
}

void put_case(store::Reader& reader, const Book& book, const store::StoredCase& about,
              const ViewSink& sink) {
  ViewLine line("case");
  line.id("case", about.id).code("state", about.status);
  line.time("openedAt", about.opened_at).time("closedAt", about.closed_at).to(sink);
  for (const auto row : store::referrals_of(reader, about.row)) {
    const auto referral = store::read_referral(reader, row);
    if (!referral) continue;
    ViewLine one("referral");
    one.id("referral", referral->id).code("state", referral->status);
    one.text("fromName", name_of_recipient(reader, book.profile, referral->from_desk));
    one.text("toName", name_of_recipient(reader, book.profile, referral->to_desk));
    one.code("reason", referral->reason).time("createdAt", referral->created_at).to(sink);
  }
}

void add(Shown& to, const Shown& more) {
  to.objects.insert(to.objects.end(), more.objects.begin(), more.objects.end());
  for (const auto& person : more.persons)
    if (std::find(to.persons.begin(), to.persons.end(), person) == to.persons.end())
      to.persons.push_back(person);
  to.values.insert(to.values.end(), more.values.begin(), more.values.end());
}

}  // namespace

Result<Shown> view_sheet(store::Reader& reader, const Book& book, const SheetAsk& ask,
                         std::string_view asker, base::UtcMillis at, const ViewSink& sink) {
  const auto about = store::find_case(reader, ask.about);
  if (!about)
    return base::fail(base::Kind::not_found, "no case " + ask.about.text() + "; see `case list`");
  const auto officer = officer_of_case(reader, book, about->row, asker, at);
  if (!officer) return officer.error();
  const auto entry = entry_of_case(reader, asker, "", "sheet", about->row);
  Shown shown{entry.objects, entry.persons};
  put_head(book, asker, at, sink);
  put_case(reader, book, *about, sink);
  for (const auto& one : store::persons_of(reader, about->row)) {
    const auto person = one.focus ? store::read_person(reader, one.person) : std::nullopt;
    if (!person) continue;
    PersonOnSheet on(reader, book, *officer, *person, at);
    on.take();
    on.put(sink);
    if (auto consents = view_consents(reader, person->id, sink); !consents) return consents.error();
    shown.values.insert(shown.values.end(), on.fields().begin(), on.fields().end());
  }
  const auto plans = store::plans_of(reader, about->row);
  if (!plans.empty()) {
    const auto plan = view_plan(reader, book, plans.front().id, asker, at, sink);
    if (!plan) return plan.error();
    add(shown, *plan);
  }
  if (ask.sitting) {
    const auto sitting = view_sitting(reader, book, *ask.sitting, asker, at, sink);
    if (!sitting) return sitting.error();
    add(shown, *sitting);
  }
  return shown;
}

}  // namespace hub::service
