// consent_forms.yaml: the printed forms, the groups of recipients they name, and the words of
// 同意先.
#include <algorithm>

#include "hub/profile/law.hpp"
#include "hub/profile/law_words.hpp"
#include "hub/profile/nearest.hpp"
#include "hub/profile/period.hpp"

namespace hub::profile {
namespace {

/// A scope as written: its names keep their places for the check.
struct ScopeText {
  std::vector<Ref> forums;
  std::vector<Ref> recipients;
  std::vector<Ref> purposes;
  domain::Labels labels;
};

struct FormText {
  domain::ConsentForm form;
  ScopeText scope;
  std::vector<ScopeText> excludes;
};

struct DestinationText {
  domain::ConsentDestination destination;
  ScopeText scope;
};

struct FormsFile {
  std::vector<domain::RecipientGroup> groups;
  std::vector<Placed<FormText>> forms;
  std::vector<DestinationText> destinations;
};

}  // namespace

static void read(const Node& node, Problems& problems, domain::RecipientGroup& out) {
  read_map(node, problems, {need("code", out.code), need("title", out.title)});
}

static void read(const Node& node, Problems& problems, ScopeText& out) {
  read_map(node, problems,
           {may("forums", out.forums), may("recipients", out.recipients),
            may("purposes", out.purposes), may("labels", out.labels)});
}

static void read(const Node& node, Problems& problems, FormText& out) {
  domain::ConsentForm& form = out.form;
  Period days;
  read_map(node, problems,
           {need("code", form.code), need("version", form.version), need("title", form.title),
            need("objects", form.objects), need("scope", out.scope), may("excludes", out.excludes),
            need("months", form.months), may("follow_up_months", form.follow_up_months),
            need("wording", form.wording), need("easy_wording", form.easy_wording),
            may("from", days.from), may("until", days.until), need("source", form.source),
            need("mark", form.mark)});
  form.in_use = domain::period_of_days(days.from, days.until);
}

static void read(const Node& node, Problems& problems, DestinationText& out) {
  read_map(node, problems,
           {need("code", out.destination.code), need("title", out.destination.title),
            need("scope", out.scope), need("months", out.destination.months)});
}

static void read(const Node& node, Problems& problems, FormsFile& out) {
  read_map(node, problems,
           {need("recipient_groups", out.groups), need("forms", out.forms),
            may("destinations", out.destinations)});
}

namespace {

/// The codes that a scope may name.
struct Known {
  std::vector<std::string_view> forums;
  std::vector<std::string_view> recipients;
  std::vector<std::string_view> purposes;
};

template <class Rows>
std::vector<std::string_view> codes_of(const Rows& rows) {
  std::vector<std::string_view> codes;
  codes.reserve(rows.size());
  for (const auto& row : rows)
    codes.push_back(row.code);
  return codes;
}

domain::Selection select(const std::vector<Ref>& refs, const std::vector<std::string_view>& known,
                         Problems& problems) {
  std::vector<std::string> names;
  for (const Ref& ref : refs) {
    if (std::ranges::find(known, ref.code) == known.end()) {
      problems.add(ref.at, "bad_reference",
                   {"「" + ref.code + "」はどこにも定義されていません。",
                    "\"" + ref.code + "\" is declared nowhere"},
                   nearest(ref.code, known));
    }
    names.push_back(ref.code);
  }
  return domain::Selection(std::move(names));
}

domain::ConsentScope scope_of(const ScopeText& text, const Known& known, Problems& problems) {
  return {select(text.forums, known.forums, problems),
          select(text.recipients, known.recipients, problems),
          select(text.purposes, known.purposes, problems), text.labels};
}

}  // namespace

domain::ConsentForms read_consent_forms(const std::filesystem::path& shared,
                                        const domain::LegalBases& bases,
                                        const domain::Purposes& purposes, Problems& problems) {
  auto file = load_as<FormsFile>(shared / "consent_forms.yaml", problems, "consent_forms.yaml");
  const Known known{codes_of(bases.rows()), codes_of(file.groups), codes_of(purposes.rows())};
  std::vector<Placed<domain::ConsentForm>> forms;
  for (auto& [text, at] : file.forms) {
    text.form.scope = scope_of(text.scope, known, problems);
    for (const ScopeText& excluded : text.excludes)
      text.form.excludes.push_back(scope_of(excluded, known, problems));
    forms.push_back({std::move(text.form), at});
  }
  std::vector<domain::ConsentDestination> destinations;
  for (DestinationText& text : file.destinations) {
    text.destination.scope = scope_of(text.scope, known, problems);
    destinations.push_back(std::move(text.destination));
  }
  const auto period = [](const domain::ConsentForm& form) { return form.in_use; };
  return {once_each(std::move(forms), period, problems), std::move(destinations),
          std::move(file.groups)};
}

}  // namespace hub::profile
