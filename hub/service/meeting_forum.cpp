#include "hub/service/meeting_forum.hpp"

#include <algorithm>

#include "hub/domain/conference.hpp"
#include "hub/service/sealed_access.hpp"

namespace hub::service {
namespace {

/// A meeting of last year had last year's law: every version of a row counts, the strictest first.
std::vector<domain::ForumClass> classes_of(std::string_view code, const domain::LegalBases& bases) {
  std::vector<domain::ForumClass> classes;
  for (const auto& row : bases.rows()) {
    if (row.code == code && domain::meets(row.forum_class)) classes.push_back(row.forum_class);
  }
  return classes;
}

class Naming {
 public:
  explicit Naming(const domain::LegalBases& bases) : bases_(bases) {}

  void name(std::string_view code, const std::string& pointer) {
    if (code.empty() || !found_.unknown.empty()) return;
    const auto classes = classes_of(code, bases_);
    if (classes.empty()) found_.unknown = pointer;
    if (domain::ships(code)) return;
    for (const auto one : classes)
      found_.labels.push_back({"", domain::item_of_class(one)});
  }
  MeetingForums take() { return std::move(found_); }

 private:
  const domain::LegalBases& bases_;
  MeetingForums found_;
};

}  // namespace

MeetingForums forums_of(const codec::Record& record, const domain::LegalBases& bases) {
  if (record.kind() != domain::RecordKind::conference) return {};
  Naming naming(bases);
  const auto root = SealedAccess::root(record);
  naming.name(root.find("forum").text(), "/forum");
  std::size_t number = 0;
  for (const auto item : root.find("agenda"))
    naming.name(item.find("function").text(), "/agenda/" + std::to_string(number++) + "/function");
  return naming.take();
}

}  // namespace hub::service
