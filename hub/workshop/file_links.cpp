#include "hub/workshop/file_links.hpp"

#include <algorithm>

#include "tsunagu/json/parse.hpp"

namespace hub::workshop {

FileLinks::FileLinks(const LinkBasis& basis, const normalize::Tables& tables,
                     std::span<const Line> lines)
    : basis_(basis), scorer_(basis.model) {
  for (auto line = lines.rbegin(); line != lines.rend(); ++line)
    add(tables, *line);
}

void FileLinks::add(const normalize::Tables& tables, const Line& line) {
  const auto parsed = tsunagu::json::parse_untrusted(line.json);
  if (!parsed.ok()) return;
  const auto root = parsed.root();
  if (domain::record_kind_from(root.find("kind").text()) != domain::RecordKind::person) return;
  std::string key(root.find("recordKey").text());
  if (persons_.find(key) != persons_.end()) return;
  const std::string written = linkage::write_facts({tables, basis_.lgcode5}, root);
  const linkage::ReadFacts facts(written, persons_.size(), false, systems_);
  const auto place = population_.add(facts.get(), {basis_.model});
  persons_.emplace(std::move(key), Stood{place, line.number});
}

bool FileLinks::are_compared(linkage::Place a, linkage::Place b) const {
  if (linkage::told_by(population_.numbers_of(a), population_.numbers_of(b)) == linkage::Told::same)
    return true;
  for (const auto& mine : population_.rows_of(a)) {
    for (const auto& theirs : population_.rows_of(b)) {
      for (std::size_t i = 0; i < linkage::blocking_count; ++i)
        if (linkage::share_block(static_cast<linkage::Blocking>(i), mine, theirs)) return true;
    }
  }
  return false;
}

std::vector<FileLink> FileLinks::of(const TriedRecord& record) const {
  std::vector<FileLink> links;
  const auto mine = persons_.find(record.key);
  if (record.kind != domain::RecordKind::person || mine == persons_.end()) return links;
  const linkage::Decisions nobody_decided;
  for (const auto& [key, other] : persons_) {
    if (key == record.key || links.size() == most_links) continue;
    if (!are_compared(mine->second.place, other.place)) continue;
    links.push_back({key, other.line,
                     linkage::explain({population_, scorer_, basis_.settings, nobody_decided},
                                      mine->second.place, other.place)});
  }
  return links;
}

}  // namespace hub::workshop
