#include "hub/service/view_patterns.hpp"

#include <algorithm>

#include "hub/service/officers.hpp"
#include "hub/service/patterns.hpp"
#include "hub/service/protection_view.hpp"
#include "hub/service/same_person.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

/// A protection may have begun since it was raised.
bool shows_hidden(store::Reader& reader, const store::Pattern& pattern, base::UtcMillis at) {
  return std::any_of(
      pattern.members.begin(), pattern.members.end(),
      [&](const store::PatternMember& one) { return hides_address(reader, one.person, at); });
}

ViewLine& put_signal(ViewLine& line, const Book& book, const store::Signal& signal,
                     const store::Pattern& pattern) {
  const auto code = store::shown_code(signal.code);
  line.id("signal", signal.id).code("code", code);
  if (code.starts_with(pattern_prefix)) {
    const auto* rule = book.profile.patterns.find(code.substr(pattern_prefix.size()));
    if (rule != nullptr) line.text("title", rule->title);
  }
  line.code("confidence", pattern.certain ? "certain" : "probable");
  return line.time("raisedAt", signal.raised_at);
}

bool somebody_works_in(const Book& book, const std::string& section) {
  const auto& all = book.settings.officers;
  return std::any_of(all.begin(), all.end(), [&](const profile::Officer& one) {
    const auto* officer = municipal_officer(book, std::string(officer_prefix) + one.user);
    return officer != nullptr && works_in(book, *officer, section);
  });
}

/// As officers call them.
std::vector<std::string> names_of(const Book& book, const std::vector<std::string>& fields) {
  std::vector<std::string> names;
  for (const auto& code : fields) {
    const auto& all = book.profile.municipality.fields;
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.code == code; });
    names.push_back(at == all.end() ? code : at->name);
  }
  return names;
}

void put_members(store::Reader& reader, const store::Pattern& pattern, const ViewSink& sink,
                 Shown& shown) {
  std::int64_t unnamed = 0;
  for (const auto& member : pattern.members) {
    const auto person = store::read_person(reader, member.person);
    if (!member.named || !person) {
      ++unnamed;
      continue;
    }
    ViewLine line("member");
    line.id("person", person->id);
    line.to(sink);
    shown.persons.push_back(person->id);
  }
  if (unnamed == 0) return;
  ViewLine line("unnamed");
  line.count("members", unnamed);
  line.to(sink);
}

}  // namespace

bool may_see_pattern(store::Reader& reader, const Book& book, const store::Pattern& pattern,
                     const PatternLook& look) {
  const auto* officer = municipal_officer(book, look.asker);
  if (officer == nullptr) return false;
  if (!pattern.audience.empty()) return works_in(book, *officer, pattern.audience);
  return !shows_hidden(reader, pattern, look.at);
}

void view_open_patterns(store::Reader& reader, const Book& book, const PatternLook& look,
                        std::size_t at_most, const ViewSink& sink) {
  for (const auto& signal : store::list_open_patterns(reader, at_most)) {
    const auto pattern = store::read_pattern(reader, signal.row);
    if (!pattern || !may_see_pattern(reader, book, *pattern, look)) continue;
    ViewLine line("pattern");
    put_signal(line, book, signal, *pattern).to(sink);
  }
}

std::size_t count_unseen(store::Reader& reader, const Book& book, std::size_t at_most) {
  const auto signals = store::list_open_patterns(reader, at_most);
  const auto unseen = std::count_if(signals.begin(), signals.end(), [&](const auto& signal) {
    const auto pattern = store::read_pattern(reader, signal.row);
    return pattern && !pattern->audience.empty() && !somebody_works_in(book, pattern->audience);
  });
  return static_cast<std::size_t>(unseen);
}

Result<Shown> view_one_signal(store::Reader& reader, const Book& book, const PatternLook& look,
                              const store::SignalId& id, const ViewSink& sink) {
  const auto signal = store::find_signal(reader, id);
  const auto pattern = signal ? store::read_pattern(reader, signal->row) : std::nullopt;
  if (!pattern) return view_signal(reader, {look.at, guards_register(book, look.asker)}, id, sink);
  if (!may_see_pattern(reader, book, *pattern, look))
    return fail(Kind::not_found, "no signal " + id.text() + "; see `signal list`");
  if (book.law.purposes.find(look.purpose) == nullptr)
    return fail(Kind::invalid, "/purpose: say what for, by a code of purposes.yaml");
  ViewLine line("pattern");
  put_signal(line, book, *signal, *pattern);
  line.list("fields", pattern->fields).list("fieldNames", names_of(book, pattern->fields));
  line.list("evidence", pattern->evidence);
  line.time("decidedAt", signal->decided_at).code("decision", signal->decision);
  line.code("decidedBy", signal->decided_by).code("reason", pattern->reason);
  line.to(sink);
  Shown shown{{"signal/" + id.text()}, {}};
  shown.purpose = look.purpose;
  put_members(reader, *pattern, sink, shown);
  return shown;
}

}  // namespace hub::service
