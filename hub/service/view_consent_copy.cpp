#include "hub/service/view_consent_copy.hpp"

#include <algorithm>
#include <map>

#include "hub/domain/reasons.hpp"
#include "hub/service/consent_events.hpp"
#include "hub/service/recipient.hpp"
#include "hub/store/persons.hpp"

namespace hub::service {
namespace {

using domain::ConsentAct;
using domain::ConsentEvent;
using domain::ConsentObject;

/// The agencies behind a code: itself, or all that a group holds on that day.
std::vector<std::string> agencies_behind(const Book& book, std::string_view code,
                                         base::UtcMillis at) {
  std::vector<std::string> names;
  const auto day = base::jst_day(at);
  for (const auto& desk : book.profile.desks) {
    if (!profile::covers(desk.period, day)) continue;
    const auto recipient = recipient_of(book.profile, desk, day);
    const auto& groups = recipient.groups;
    if (std::find(groups.begin(), groups.end(), code) == groups.end()) continue;
    const auto* agency = profile::agency_of(book.profile, desk);
    if (agency != nullptr && std::find(names.begin(), names.end(), agency->name) == names.end())
      names.push_back(agency->name);
  }
  return names;
}

std::string title_of(const Book& book, std::string_view group) {
  for (const auto& one : book.law.forms.groups()) {
    if (one.code == group) return one.title;
  }
  return {};
}

void put_recipients(const Book& book, const ConsentEvent& event, ViewLine& line) {
  std::vector<std::string> titles;
  std::vector<std::string> agencies;
  for (const auto& code : event.scope.recipients.names()) {
    if (const auto title = title_of(book, code); !title.empty()) titles.push_back(title);
    for (auto& name : agencies_behind(book, code, event.at)) {
      if (std::find(agencies.begin(), agencies.end(), name) == agencies.end())
        agencies.push_back(std::move(name));
    }
  }
  line.list("recipients", event.scope.recipients.names()).list("recipientNames", titles);
  line.list("agencies", agencies);
}

void put_purposes(const Book& book, const ConsentEvent& event, ViewLine& line) {
  std::vector<std::string> whys;
  for (const auto& code : event.scope.purposes.names()) {
    const auto* purpose = book.law.purposes.find(code);
    whys.push_back(purpose == nullptr ? code : purpose->why);
  }
  line.list("purposes", event.scope.purposes.names()).list("purposeNames", whys);
}

void put_items(const ConsentEvent& event, ViewLine& line) {
  std::vector<std::string> codes;
  std::vector<std::string> names;
  event.scope.labels.each([&](domain::Item item) {
    if (item == domain::Item::unknown) return;
    codes.emplace_back(domain::name_of(item));
    names.emplace_back(domain::in_japanese(item));
  });
  line.list("items", codes).list("itemNames", names);
}

void put(const Book& book, const ConsentEvent& event, const ViewSink& sink) {
  const bool sharing = event.object == ConsentObject::sharing;
  const auto* form = book.law.forms.find(event.form, event.at);
  ViewLine line("copy");
  line.id("consent", event.consent).code("object", domain::name_of(event.object));
  line.text("municipality", book.profile.municipality.name);
  line.text("contact", profile::label(book.profile, consent_contact, ""));
  line.text("givenOn", base::jst_date(event.at));
  if (event.in_force.until) {
    line.text("until", base::jst_date(*event.in_force.until - std::chrono::milliseconds(1)));
  }
  if (form != nullptr) {
    line.code("form", form->code).text("title", form->title).text("easy", form->easy_wording);
  }
  if (sharing) put_recipients(book, event, line);
  if (sharing) put_purposes(book, event, line);
  if (sharing) put_items(event, line);
  line.to(sink);
}

}  // namespace

base::Result<Shown> view_consent_copy(store::Reader& reader, const Book& book, const CopyAsk& ask,
                                      const ViewSink& sink) {
  const auto person = store::find_person(reader, ask.person);
  if (!person) return base::fail(base::Kind::not_found, "no person " + ask.person.text());
  std::map<ConsentObject, ConsentEvent> given;
  for (auto& event : spoken_by(reader, *person)) {
    const bool grant = event.act == ConsentAct::given || event.act == ConsentAct::renewed;
    if (event.consent == ask.consent && grant) given.insert_or_assign(event.object, event);
  }
  if (given.empty())
    return base::fail(base::Kind::not_found, "/consent: this person gave none of that id");
  for (const auto& [object, event] : given)
    put(book, event, sink);
  return Shown{{"consent/" + ask.consent.text()}, {ask.person}};
}

}  // namespace hub::service
