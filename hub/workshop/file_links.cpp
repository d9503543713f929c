#include "hub/workshop/file_links.hpp"

#include <algorithm>

namespace hub::workshop {
namespace {

using Keys = std::vector<std::pair<std::string, std::string>>;

const std::string number = "number";

std::string value_at(const TriedRecord& record, const std::string& pointer) {
  for (const TriedField& field : record.fields)
    if (field.pointer == pointer) return field.value;
  return {};
}

void add_numbers(const TriedRecord& record, Keys& keys) {
  for (std::size_t at = 0;; ++at) {
    const std::string pointer = "/identifiers/" + std::to_string(at);
    const std::string value = value_at(record, pointer + "/value");
    if (value.empty()) return;
    keys.emplace_back(number, value_at(record, pointer + "/system") + ":" + value);
  }
}

Keys keys_of(const TriedRecord& record) {
  Keys keys;
  if (record.kind != domain::RecordKind::person) return keys;
  add_numbers(record, keys);
  const std::string born = value_at(record, "/dateOfBirth/date");
  for (const MatchKey& one : record.match_keys) {
    if (one.key.empty()) continue;
    if (one.pointer.starts_with("/names/") && !born.empty())
      keys.emplace_back("name_birthday", one.key + " " + born);
    if (one.pointer.starts_with("/contacts/")) keys.emplace_back("telephone", one.key);
    if (one.pointer.starts_with("/addresses/")) keys.emplace_back("address", one.key);
  }
  return keys;
}

void note(FileLink& link, const std::string& by) {
  if (std::find(link.by.begin(), link.by.end(), by) == link.by.end()) link.by.push_back(by);
  link.same = link.same || by == number;
}

}  // namespace

void FileLinks::add(const TriedRecord& record, std::uint64_t line) {
  for (auto& key : keys_of(record))
    holders_[std::move(key)].emplace_back(record.key, line);
}

std::vector<FileLink> FileLinks::of(const TriedRecord& record) const {
  std::map<std::string, FileLink> found;
  for (const auto& key : keys_of(record)) {
    const auto holders = holders_.find(key);
    if (holders == holders_.end()) continue;
    for (const auto& [other, line] : holders->second) {
      if (other == record.key) continue;
      auto& link = found.try_emplace(other, FileLink{other, line, false, {}}).first->second;
      note(link, key.first);
    }
  }
  std::vector<FileLink> links;
  for (auto& [key, link] : found)
    if (links.size() < most_links) links.push_back(std::move(link));
  return links;
}

}  // namespace hub::workshop
