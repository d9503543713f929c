#include "hub/service/person_tokens.hpp"

#include <algorithm>

#include "hub/normalize/name_key.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/sealed_access.hpp"

namespace hub::service {
namespace {

using crypto::Purpose;
using crypto::Token;
using domain::RecordKind;
using tsunagu::json::View;

/// Adds tokens of one record; `separator` can stand in no key.
class Adder {
 public:
  Adder(const TokenMakers& makers, std::vector<Token>& tokens)
      : makers_(makers), tokens_(tokens), begin_(tokens.size()) {}

  void add(MatchKind kind, Purpose purpose, const std::string& key) {
    tokens_.push_back(tagged(kind, makers_.keys.tokens(purpose).token(key)));
  }
  void settle() {
    const auto first = tokens_.begin() + static_cast<std::ptrdiff_t>(begin_);
    std::sort(first, tokens_.end());
    tokens_.erase(std::unique(first, tokens_.end()), tokens_.end());
  }

 private:
  const TokenMakers& makers_;
  std::vector<Token>& tokens_;
  std::size_t begin_;
};

std::string joined(std::string_view a, std::string_view b, std::string_view c = {}) {
  return std::string(a) + "\n" + std::string(b) + "\n" + std::string(c);
}

/// ISO, where it is known to the day and is not a stand-in (LIFE: always the 15th).
std::string_view sure_birthday(View person) {
  const View birthday = person.find("dateOfBirth");
  const auto precision = birthday.find("precision").text();
  if (birthday.find("artificial").boolean()) return {};
  if (!precision.empty() && precision != "day") return {};
  return birthday.find("date").text();
}

std::string kana_of(View name) {
  const auto whole = name.find("fullNameKana").text();
  if (!whole.empty()) return normalize::kana_key(whole).key;
  const auto family = name.find("familyNameKana").text();
  return normalize::kana_key(std::string(family) + std::string(name.find("givenNameKana").text()))
      .key;
}

/// Two insurers give out the same 被保険者番号: a number counts with the municipality that gave it.
void add_number(const TokenMakers& makers, std::string_view system, std::string_view value,
                std::string_view issuer, Adder& adder) {
  const auto by = issuer.empty() ? makers.lgcode5 : issuer.substr(0, 5);
  adder.add(MatchKind::number, Purpose::system_number, joined(system, value, by));
}

void add_numbers(const TokenMakers& makers, View person, Adder& adder) {
  for (const View one : person.find("identifiers")) {
    add_number(makers, one.find("system").text(), one.find("value").text(),
               one.find("issuerLgCode").text(), adder);
  }
}

void add_names(View person, Adder& adder) {
  const auto birthday = sure_birthday(person);
  if (birthday.empty()) return;
  for (const View name : person.find("names")) {
    const auto kana = kana_of(name);
    if (!kana.empty())
      adder.add(MatchKind::kana_day, Purpose::kana_birthday, joined(kana, birthday));
  }
}

void add_household(const TokenMakers& makers, View hint, Adder& adder) {
  const View number = hint.find("registerNumber");
  if (number.find("value").text().empty()) return;
  adder.add(MatchKind::household_number, Purpose::household_number,
            joined(makers.source, number.find("system").text(), number.find("value").text()));
}

}  // namespace

void add_match_tokens(const TokenMakers& makers, const codec::Record& record,
                      std::vector<Token>& tokens) {
  Adder adder(makers, tokens);
  const View root = SealedAccess::root(record);
  if (record.kind() == RecordKind::person) {
    add_numbers(makers, root, adder);
    add_names(root, adder);
  } else if (record.kind() == RecordKind::household_hint) {
    add_household(makers, root, adder);
  }
  adder.settle();
}

void add_register_tokens(const TokenMakers& makers, const RegisterPerson& person,
                         std::vector<Token>& tokens) {
  Adder adder(makers, tokens);
  if (!person.number.empty()) {
    add_number(makers, "atena:jumin", person.number, {}, adder);
  }
  const auto kana = normalize::kana_key(person.kana).key;
  if (!kana.empty() && !person.birthday.empty()) {
    adder.add(MatchKind::kana_day, Purpose::kana_birthday, joined(kana, person.birthday));
  }
  adder.settle();
}

}  // namespace hub::service
