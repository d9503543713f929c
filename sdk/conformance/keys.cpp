#include "sdk/conformance/keys.hpp"

#include <algorithm>

#include "tsunagu/json/parse.hpp"

namespace tsunagu::conformance {

Keys keys_of(const Decoded& decoded) {
  Keys keys;
  json::Reader reader;
  for (const Taken& taken : decoded.records) {
    const json::Parsed parsed = reader.parse(taken.json);
    if (!parsed.ok()) {
      keys.emplace();
      continue;
    }
    keys.emplace(parsed.root().find("kind").text(), parsed.root().find("recordKey").text());
  }
  return keys;
}

bool within(const Keys& these, const Keys& known) {
  return std::includes(known.begin(), known.end(), these.begin(), these.end());
}

}  // namespace tsunagu::conformance
