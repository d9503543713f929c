// The typed decoder of configuration. A type says once which keys it has:
//
//   void read(const Node& node, Problems& problems, Operator& out) {
//     read_map(node, problems,
//              {need("code", out.code), need("name", out.name), may("until", out.until)});
//   }
//
// and read_map reports missing keys, unknown keys (with the nearest right one), and wrong values,
// all at once, each with file, line and column. A value that could not be read keeps its default.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/profile/yaml_node.hpp"

namespace hub::profile {

using Day = std::chrono::year_month_day;

/// A code that must name something declared elsewhere; its place is kept for the check of
/// references.
struct Ref {
  std::string code;
  Place at;

  friend bool operator==(const Ref& ref, std::string_view other) { return ref.code == other; }
};

/// One spelling of an enumerator in configuration.
template <class E>
struct Word {
  std::string_view text;
  E value;
};
/// An enum is readable when `std::span<const Word<E>> words_of(WordsFor<E>)` is declared in
/// namespace hub::profile.
template <class E>
struct WordsFor {};
template <class E>
concept Worded = requires {
  words_of(WordsFor<E>{});
};

void read(const Node& node, Problems& problems, std::string& out);
void read(const Node& node, Problems& problems, bool& out);  ///< exactly true or false
void read(const Node& node, Problems& problems, std::int64_t& out);
void read(const Node& node, Problems& problems, int& out);
void read(const Node& node, Problems& problems, Day& out);  ///< YYYY-MM-DD
void read(const Node& node, Problems& problems, Ref& out);
/// The subtree as it stands, for values whose shape somebody else declares (adapter settings).
void read(const Node& node, Problems& problems, Node& out);
template <class E>
requires Worded<E>
void read(const Node& node, Problems& problems, E& out);
template <class T>
void read(const Node& node, Problems& problems, std::optional<T>& out);
template <class T>
void read(const Node& node, Problems& problems, std::vector<T>& out);

/// One key of a map and where its value goes.
struct Field {
  std::string_view key;
  bool required;
  void* target;
  void (*read_into)(const Node&, Problems&, void*);
};

template <class T>
Field make_field(std::string_view key, bool required, T& target) {
  return {key, required, &target, [](const Node& node, Problems& problems, void* out) {
            read(node, problems, *static_cast<T*>(out));
          }};
}
/// Must be there and not empty.
template <class T>
Field need(std::string_view key, T& target) {
  return make_field(key, true, target);
}
/// May be absent; then `target` keeps its default.
template <class T>
Field may(std::string_view key, T& target) {
  return make_field(key, false, target);
}

void read_map(const Node& node, Problems& problems, std::initializer_list<Field> fields);

/// Reports a scalar that is none of `allowed`.
void report_unknown_word(const Node& node, Problems& problems,
                         std::span<const std::string_view> allowed);
/// Reports a value of the wrong shape: `wanted` is "a list", "true or false", …
void report_shape(const Node& node, Problems& problems, const Text& wanted);

template <class E>
requires Worded<E>
void read(const Node& node, Problems& problems, E& out) {
  const std::span<const Word<E>> words = words_of(WordsFor<E>{});
  std::vector<std::string_view> allowed;
  for (const Word<E>& word : words) {
    if (node.kind == Node::Kind::scalar && node.text == word.text) {
      out = word.value;
      return;
    }
    allowed.push_back(word.text);
  }
  report_unknown_word(node, problems, allowed);
}

template <class T>
void read(const Node& node, Problems& problems, std::optional<T>& out) {
  if (node.kind == Node::Kind::null) return;
  read(node, problems, out.emplace());
}

template <class T>
void read(const Node& node, Problems& problems, std::vector<T>& out) {
  if (node.kind != Node::Kind::list) {
    report_shape(node, problems, {"並び(- または [])", "a list"});
    return;
  }
  out.reserve(node.items.size());
  for (const Node& item : node.items)
    read(item, problems, out.emplace_back());
}

/// A whole file as a T; what could not be read keeps its default and stands among the problems.
template <class T>
T load_as(const std::filesystem::path& path, Problems& problems, std::string shown_as = {}) {
  T out{};
  if (const auto node = load_yaml(path, problems, std::move(shown_as))) read(*node, problems, out);
  return out;
}

/// The configuration word of an enumerator (its first spelling), or empty.
template <class E>
requires Worded<E> std::string_view word_of(E value) {
  for (const Word<E>& word : words_of(WordsFor<E>{}))
    if (word.value == value) return word.text;
  return {};
}

}  // namespace hub::profile
