#include "hub/audit/entry.hpp"

#include <algorithm>
#include <array>

namespace hub::audit {
namespace {

constexpr char version = 1;
constexpr std::array<std::string_view, 4> decision_names{"none", "allow", "mask", "deny"};

// LEB128: seven bits a byte, the lowest first.
void put_length(std::string& out, std::size_t length) {
  for (; length >= 0x80; length >>= 7)
    out.push_back(static_cast<char>(length | 0x80));
  out.push_back(static_cast<char>(length));
}

void put(std::string& out, std::string_view text) {
  put_length(out, text.size());
  out.append(text);
}

void put(std::string& out, const std::vector<std::string>& list) {
  put_length(out, list.size());
  for (const std::string& text : list)
    put(out, text);
}

void put(std::string& out, const std::vector<base::PersonId>& persons) {
  put_length(out, persons.size());
  for (const base::PersonId& person : persons)
    out.append(reinterpret_cast<const char*>(person.bytes().data()), person.bytes().size());
}

// Takes parts off the front; after the first that does not fit everything is empty and not ok().
class Parser {
 public:
  explicit Parser(std::string_view rest) : rest_(rest) {}

  std::string_view take(std::size_t size) {
    ok_ = ok_ && size <= rest_.size();
    if (!ok_) return {};
    const std::string_view part = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return part;
  }
  unsigned char byte() {
    const std::string_view part = take(1);
    return part.empty() ? 0 : static_cast<unsigned char>(part[0]);
  }
  std::size_t length() {
    std::size_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      const std::size_t low = byte();
      value |= (low & 0x7F) << shift;
      if ((low & 0x80) == 0) return value;
    }
    ok_ = false;
    return 0;
  }
  std::string text() { return std::string(take(length())); }
  std::vector<std::string> list() {
    std::vector<std::string> texts;
    for (std::size_t left = length(); ok_ && left > 0; --left)
      texts.push_back(text());
    return texts;
  }
  std::vector<base::PersonId> persons() {
    std::vector<base::PersonId> ids;
    for (std::size_t left = length(); ok_ && left > 0; --left) {
      base::UuidBytes bytes{};
      const std::string_view part = take(bytes.size());
      std::copy(part.begin(), part.end(), bytes.begin());
      ids.emplace_back(bytes);
    }
    return ids;
  }
  [[nodiscard]] bool ended_well() const { return ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace

std::string_view name_of(Decision decision) noexcept {
  return decision_names[static_cast<std::size_t>(decision) % decision_names.size()];
}

std::string to_canonical(const Entry& entry) {
  std::string out;
  out.reserve(256);
  out.push_back(version);
  put(out, entry.actor);
  put(out, entry.action);
  put(out, entry.objects);
  put(out, entry.persons);
  put(out, entry.recipient);
  out.push_back(static_cast<char>(entry.decision));
  put(out, entry.rule);
  put(out, entry.basis);
  put(out, entry.purpose);
  put(out, entry.fields);
  put(out, entry.correlation);
  return out;
}

std::optional<Entry> from_canonical(std::string_view bytes) {
  Parser parser(bytes);
  if (parser.byte() != version) return std::nullopt;
  Entry entry;
  entry.actor = parser.text();
  entry.action = parser.text();
  entry.objects = parser.list();
  entry.persons = parser.persons();
  entry.recipient = parser.text();
  const unsigned char decision = parser.byte();
  if (decision >= decision_names.size()) return std::nullopt;
  entry.decision = static_cast<Decision>(decision);
  entry.rule = parser.text();
  entry.basis = parser.text();
  entry.purpose = parser.text();
  entry.fields = parser.list();
  entry.correlation = parser.text();
  return parser.ended_well() ? std::optional(std::move(entry)) : std::nullopt;
}

}  // namespace hub::audit
