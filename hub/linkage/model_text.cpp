#include "hub/linkage/model_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <type_traits>
#include <utility>
#include <vector>

namespace hub::linkage {
namespace {

constexpr std::string_view first_word = "tsunagu linkage model ";
constexpr std::string_view origins[] = {"same", "housemates", "strangers"};

template <class Table>
struct NamedTable {
  std::string_view name;
  Table* table;
};

/// To read of a `const Model`, to fill of a `Model`.
template <class AnyModel>
auto tables_of(AnyModel& model) {
  using Table = std::remove_reference_t<decltype((model.house))>;
  return std::array<NamedTable<Table>, 6>{{{"family.reading", &model.family.reading},
                                           {"family.spelling", &model.family.spelling},
                                           {"given.reading", &model.given.reading},
                                           {"given.spelling", &model.given.spelling},
                                           {"house", &model.house},
                                           {"phone", &model.phone}}};
}

template <class... Values>
void add_line(std::string& text, const char* format, Values... values) {
  char line[160];
  const int length = std::snprintf(line, sizeof line, format, values...);
  text.append(line, static_cast<std::size_t>(length));
}

void add_shares(const Model& model, std::string& text) {
  for (std::size_t origin = 0; origin < origin_count; ++origin) {
    for (std::size_t i = 0; i < field_count; ++i) {
      const auto field = static_cast<Field>(i);
      for (std::size_t level = 1; level < level_count(field); ++level)
        add_line(text, "share %s %s %s %.9g\n", origins[origin].data(), name_of(field).data(),
                 level_name(field, level).data(), model.shares[origin][i][level]);
    }
  }
}

void add_table(const NamedTable<const Frequencies>& named, std::string& text) {
  add_line(text, "rarest %s %u\n", named.name.data(), unsigned{named.table->rarest});
  std::vector<std::pair<std::uint64_t, Rarity>> sorted(named.table->common.begin(),
                                                       named.table->common.end());
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [value, rarity] : sorted)
    add_line(text, "rarity %s %016llx %u\n", named.name.data(),
             static_cast<unsigned long long>(value), unsigned{rarity});
}

/// The words of one line, one after another.
class Words {
 public:
  explicit Words(std::string_view line) : rest_(line) {}
  std::string_view next() {
    const auto end = std::min(rest_.find(' '), rest_.size());
    const auto word = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return word;
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

template <class Value, class... Base>
bool read_value(std::string_view word, Value& value, Base... base) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, base...);
  return error == std::errc{} && end == word.data() + word.size();
}

class Reader {
 public:
  bool read_line(std::string_view line) {
    Words words(line);
    const auto kind = words.next();
    const bool known =
        (kind == "records" && read_value(words.next(), model_.records)) ||
        (kind == "prior" && read_prior(words)) || (kind == "foreign" && read_foreign(words)) ||
        (kind == "other_number" && read_other_number(words)) ||
        (kind == "share" && read_share(words)) || (kind == "rarest" && read_rarest(words)) ||
        (kind == "rarity" && read_rarity(words));
    return known && words.at_end();
  }

  [[nodiscard]] bool is_whole() const {
    for (const auto& fields : model_.shares) {
      for (const auto& levels : fields) {
        double sum = 0;
        for (const double share : levels)
          sum += share;
        if (std::abs(sum - 1) > 1e-3) return false;
      }
    }
    return true;
  }

  Model take() { return std::move(model_); }

 private:
  bool read_prior(Words& words) {
    const auto origin = words.next();
    double* const prior = origin == "same"         ? &model_.prior_same
                          : origin == "housemates" ? &model_.prior_housemates
                                                   : nullptr;
    return prior != nullptr && read_value(words.next(), *prior) && *prior < 0 && *prior > -64;
  }

  bool read_foreign(Words& words) {
    return read_value(words.next(), model_.foreign) && model_.foreign <= 0 && model_.foreign > -64;
  }

  bool read_other_number(Words& words) {
    auto& share = model_.other_number[slot(Origin::same)];
    return words.next() == "same" && read_value(words.next(), share) && share > 0 && share <= 1;
  }

  LevelShares* shares_of(Words& words, Field& field) {
    const auto origin = std::find(std::begin(origins), std::end(origins), words.next());
    if (origin == std::end(origins)) return nullptr;
    const auto word = words.next();
    for (std::size_t i = 0; i < field_count; ++i) {
      field = static_cast<Field>(i);
      if (name_of(field) == word)
        return &model_.shares[static_cast<std::size_t>(origin - std::begin(origins))][i];
    }
    return nullptr;
  }

  bool read_share(Words& words) {
    Field field{};
    auto* const shares = shares_of(words, field);
    if (shares == nullptr) return false;
    const auto word = words.next();
    for (std::size_t level = 1; level < level_count(field); ++level) {
      auto& share = (*shares)[level];
      if (level_name(field, level) == word)
        return read_value(words.next(), share) && share >= 0 && share <= 1;
    }
    return false;
  }

  Frequencies* table_named(std::string_view name) {
    for (const auto& named : tables_of(model_)) {
      if (named.name == name) return named.table;
    }
    return nullptr;
  }

  bool read_rarest(Words& words) {
    auto* const table = table_named(words.next());
    return table != nullptr && read_value(words.next(), table->rarest);
  }

  bool read_rarity(Words& words) {
    auto* const table = table_named(words.next());
    std::uint64_t value = 0;
    if (table == nullptr || !read_value(words.next(), value, 16)) return false;
    return read_value(words.next(), table->common[value]);
  }

  Model model_;
};

base::Failure bad_line(std::size_t line) {
  return base::fail(base::Kind::invalid, "linkage model, line " + std::to_string(line) +
                                             ": not understood; estimate anew");
}

}  // namespace

std::string format_model(const Model& model) {
  std::string text;
  add_line(text, "%s%d\nrecords %llu\n", first_word.data(), Model::version,
           static_cast<unsigned long long>(model.records));
  add_line(text, "prior same %.9g\nprior housemates %.9g\n", model.prior_same,
           model.prior_housemates);
  add_line(text, "foreign %.9g\n", model.foreign);
  add_line(text, "other_number same %.9g\n", model.other_number[slot(Origin::same)]);
  add_shares(model, text);
  for (const auto& named : tables_of(model))
    add_table(named, text);
  return text;
}

base::Result<Model> parse_model(std::string_view text) {
  Reader reader;
  std::size_t number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    const bool good = number == 1 ? line == std::string(first_word) + std::to_string(Model::version)
                                  : reader.read_line(line);
    if (!good) return bad_line(number);
  }
  if (!reader.is_whole())
    return base::fail(base::Kind::invalid, "linkage model: shares of a field don't sum to 1");
  return reader.take();
}

}  // namespace hub::linkage
