#include "hub/service/search_persons.hpp"

#include <algorithm>

#include "hub/service/case_party.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/own_use.hpp"
#include "hub/service/view_households.hpp"
#include "hub/store/records.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using store::RecordRow;

/// Of one word: whoever asks for a common name alone gets the first of them, and is told that there
/// are more.
constexpr std::size_t most_records = 5'000;
constexpr std::size_t most_cases = 20;

/// Records that bear all of the tokens: those of the rarest, each looked at for the others.
std::vector<RecordRow> bearers_of(store::Reader& reader, const std::vector<crypto::Token>& tokens) {
  std::vector<RecordRow> rarest = store::records_with(reader, tokens.front(), most_records);
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    auto rows = store::records_with(reader, tokens[at], most_records);
    if (rows.size() < rarest.size()) rarest = std::move(rows);
  }
  std::erase_if(rarest, [&](RecordRow row) {
    const auto borne = store::tokens_of(reader, row);
    return !std::all_of(tokens.begin(), tokens.end(), [&borne](crypto::Token token) {
      return std::find(borne.begin(), borne.end(), token) != borne.end();
    });
  });
  return rarest;
}

/// One search on its way; borrows all.
class Searching {
 public:
  Searching(store::Reader& reader, const Book& book, const profile::Officer& officer,
            const Search& search, base::UtcMillis at)
      : reader_(reader),
        book_(book),
        officer_(officer),
        search_(search),
        looker_{at, guards_register(book, search.asker)} {}

  struct Found {
    store::PersonRef person;
    domain::Cleared<std::string> name;
  };
  /// Whom the record is about, if whoever asks may find them, and not one of those before.
  [[nodiscard]] std::optional<Found> found_by(RecordRow row,
                                              const std::vector<base::PersonId>& before) const {
    const auto link = store::link_of(reader_, row);
    const auto person = link ? store::read_person(reader_, link->person) : std::nullopt;
    if (!person || std::find(before.begin(), before.end(), person->id) != before.end())
      return std::nullopt;
    if (!may_see(reader_, person->row, looker_)) return std::nullopt;
    const auto stored = store::read_record(reader_, row);
    if (!stored || !holds(reader_, book_, officer_, stored->source)) return std::nullopt;
    const auto about = about_person(reader_, *person, domain::Subject::focus);
    auto name = name_in(reader_, book_, officer_, about, *stored, looker_.at);
    if (!name) return std::nullopt;
    return Found{*person, std::move(*name)};
  }
  void put(const Found& found, const ViewSink& sink) const {
    ViewLine line("person");
    line.id("person", found.person.id).text("name", found.name.value());
    line.list("cases", cases_of(found.person)).to(sink);
  }

 private:
  [[nodiscard]] std::vector<std::string> cases_of(const store::PersonRef& person) const {
    std::vector<std::string> out;
    for (const auto row : store::cases_of(reader_, person.row)) {
      if (out.size() == most_cases) break;
      const bool own = officer_of_case(reader_, book_, row, search_.asker, looker_.at).has_value();
      const auto about = own ? store::read_case(reader_, row) : std::nullopt;
      if (about) out.push_back(about->id.text());
    }
    return out;
  }

  store::Reader& reader_;
  const Book& book_;
  const profile::Officer& officer_;
  const Search& search_;
  Looker looker_;
};

/// What kind of question it was, never what stood in it.
std::vector<std::string> asked_by(const SearchWords& words) {
  std::vector<std::string> kinds;
  if (!words.name.empty()) kinds.emplace_back("search/name");
  if (!words.kana.empty()) kinds.emplace_back("search/kana");
  if (!words.birthday.empty()) kinds.emplace_back("search/birthday");
  if (!words.number.empty()) kinds.emplace_back("search/number");
  return kinds;
}

}  // namespace

Result<Shown> search_persons(store::Reader& reader, const Context& context, const Search& search,
                             const ViewSink& sink) {
  const auto book = context.book();
  const auto* officer = officer_of(*book, search.asker);
  if (officer == nullptr)
    return fail(Kind::forbidden, "only an officer of hub.yaml looks for persons");
  const auto tokens = tokens_for(reader.keys(), context.tables, search.words);
  if (!tokens) return tokens.error();
  Shown shown{asked_by(search.words), {}};
  const Searching searching(reader, *book, *officer, search, context.clock.now());
  for (const auto row : bearers_of(reader, *tokens)) {
    const auto found = searching.found_by(row, shown.persons);
    if (!found) continue;
    if (shown.persons.size() == search.at_most) {
      ViewLine("more").to(sink);  // of those that may be found: a hidden one is no more
      break;
    }
    searching.put(*found, sink);
    shown.persons.push_back(found->person.id);
  }
  return shown;
}

}  // namespace hub::service
