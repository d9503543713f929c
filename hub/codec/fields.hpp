// Reads members of a checked record into sealed values. Private to this folder.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "hub/codec/items.hpp"
#include "hub/codec/labels.hpp"
#include "hub/domain/address.hpp"
#include "hub/domain/coding.hpp"
#include "hub/domain/partial_date.hpp"
#include "tsunagu/json/pointer.hpp"

namespace hub::codec {

/// Of a checked YYYY-MM-DD.
std::chrono::year_month_day day_of(std::string_view text);
domain::PartialDate partial_date_of(View view);
std::vector<std::string> texts_of(View list);
std::string text_of(View view, std::string_view name);
std::optional<std::int64_t> integer_of(View view, std::string_view name);
domain::Coding coding_of(View view);
domain::WrittenPeriod period_of(View view);
domain::Staff staff_of(View view);
domain::Address address_of(View view);

/// The position of `text` among `words`, if it is one of them.
template <class Enum>
std::optional<Enum> known_of(std::string_view text, std::span<const std::string_view> words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == text) return static_cast<Enum>(at);
  }
  return std::nullopt;
}

/// The position of `text` among `words`, or `otherwise`.
template <class Enum>
Enum one_of(std::string_view text, std::span<const std::string_view> words, Enum otherwise) {
  return known_of<Enum>(text, words).value_or(otherwise);
}

/// The members of one record, each sealed with its owner and its labels. Borrows the record and the
/// provenance.
class Fields {
 public:
  Fields(const Record& record, const Provenance& provenance);

  /// A key or a code of the process; empty where absent.
  [[nodiscard]] std::string plain(std::string_view name) const {
    return std::string(root_.find(name).text());
  }
  [[nodiscard]] std::optional<std::int64_t> plain_integer(std::string_view name) const {
    return integer_of(root_, name);
  }
  [[nodiscard]] View view(std::string_view name) const { return root_.find(name); }
  [[nodiscard]] std::optional<std::chrono::year_month_day> day(std::string_view name) const;
  [[nodiscard]] std::optional<domain::Sealed<std::string>> text(std::string_view name) const {
    return sealed(name, [](View view) { return std::string(view.text()); });
  }
  [[nodiscard]] std::optional<domain::Sealed<std::int64_t>> integer(std::string_view name) const {
    return sealed(name, [](View view) { return view.integer(); });
  }
  [[nodiscard]] std::optional<domain::Sealed<double>> decimal(std::string_view name) const {
    return sealed(name, [](View view) { return view.number(); });
  }
  [[nodiscard]] std::optional<domain::Sealed<bool>> flag(std::string_view name) const {
    return sealed(name, [](View view) { return view.boolean(); });
  }
  [[nodiscard]] std::optional<domain::Sealed<domain::Coding>> coding(std::string_view name) const {
    return sealed(name, coding_of);
  }
  [[nodiscard]] std::vector<domain::Sealed<std::string>> texts(std::string_view name) const {
    return each(name, [](View view) { return std::string(view.text()); });
  }
  [[nodiscard]] std::optional<domain::Sealed<domain::PartialDate>> date(
      std::string_view name) const {
    return sealed(name, partial_date_of);
  }

  /// A value that the hub read out of the member at `pointer`, with that member's own labels.
  template <class T>
  [[nodiscard]] domain::Sealed<T> sealed_at(std::string_view pointer, T value) const {
    return seal(std::move(value), labels_.at(pointer));
  }
  /// `make(View)` of a member that is there and not null.
  template <class Make>
  auto sealed(std::string_view name, Make make) const
      -> std::optional<domain::Sealed<decltype(make(View()))>> {
    const View member = root_.find(name);
    if (!member.exists() || member.is(tsunagu::json::Type::null)) return std::nullopt;
    return seal(make(member), labels_.under("/" + std::string(name)));
  }
  /// The same of a member whose parts are of several items.
  template <class Make>
  auto compound(std::string_view name, Make make) const
      -> std::optional<domain::Sealed<decltype(make(View()))>> {
    const View member = root_.find(name);
    if (!member.exists() || member.is(tsunagu::json::Type::null)) return std::nullopt;
    const std::string pointer = "/" + std::string(name);
    return seal(make(member), labels_.whole(pointer));
  }
  /// The same of every element.
  template <class Make>
  auto each_compound(std::string_view name, Make make) const
      -> std::vector<domain::Sealed<decltype(make(View()))>> {
    std::vector<domain::Sealed<decltype(make(View()))>> out;
    for (const View element : root_.find(name)) {
      const std::string index = std::to_string(out.size());
      out.push_back(seal(make(element), labels_.whole("/" + std::string(name) + "/" + index)));
    }
    return out;
  }
  /// `make(View)` of every element.
  template <class Make>
  auto each(std::string_view name, Make make) const
      -> std::vector<domain::Sealed<decltype(make(View()))>> {
    std::vector<domain::Sealed<decltype(make(View()))>> out;
    for (const View element : root_.find(name)) {
      const std::string index = std::to_string(out.size());
      out.push_back(seal(make(element), labels_.under("/" + std::string(name) + "/" + index)));
    }
    return out;
  }

 private:
  template <class T>
  domain::Sealed<T> seal(T value, domain::Labels labels) const {
    return {std::move(value), provenance_.owner, provenance_.source, labels};
  }

  View root_;
  RecordLabels labels_;
  const Provenance& provenance_;
};

}  // namespace hub::codec
