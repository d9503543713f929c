#include "hub/profile/retention.hpp"

#include <array>
#include <string_view>

namespace hub::profile {
namespace {

constexpr int longest_days = 36'525;  // a hundred years

struct Term {
  std::string_view key;
  int Retention::*days;
};
constexpr std::array<Term, 6> terms{{{"removed_records_days", &Retention::removed_records_days},
                                     {"replaced_bodies_days", &Retention::replaced_bodies_days},
                                     {"delivered_bytes_days", &Retention::delivered_bytes_days},
                                     {"webhooks_days", &Retention::webhooks_days},
                                     {"closed_cases_days", &Retention::closed_cases_days},
                                     {"audit_days", &Retention::audit_days}}};

void check_term(const Node& node, const Term& term, const Retention& retention,
                Problems& problems) {
  const Node* value = find(node, term.key);
  const int days = retention.*term.days;
  if (value == nullptr) return;
  if (days < 1 || days > longest_days)
    problems.add(value->at, "bad_term",
                 {"1から36525までの日数にしてください。", "write 1 to 36525 days"});
  else if (days > retention.audit_days)
    problems.add(value->at, "term_outlives_audit",
                 {"監査記録(audit_days)より長くは保存できません。誰が見たかが分からなくなります。",
                  "must not be longer than audit_days: nobody could tell who saw it"});
}

/// The file has one key, so that its periods stand under a name.
struct File {
  Retention retention;
};

void read(const Node& node, Problems& problems, File& out) {
  read_map(node, problems, {need("retention", out.retention)});
}

}  // namespace

void read(const Node& node, Problems& problems, Retention& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("removed_records_days", out.removed_records_days),
            need("replaced_bodies_days", out.replaced_bodies_days),
            need("delivered_bytes_days", out.delivered_bytes_days),
            need("webhooks_days", out.webhooks_days),
            need("closed_cases_days", out.closed_cases_days), need("audit_days", out.audit_days)});
  for (const Term& term : terms)
    check_term(node, term, out, problems);
}

std::optional<Retention> read_retention(const std::filesystem::path& municipality,
                                        Problems& problems) {
  const auto file = municipality / "retention.yaml";
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) return std::nullopt;
  return load_as<File>(file, problems).retention;
}

}  // namespace hub::profile
