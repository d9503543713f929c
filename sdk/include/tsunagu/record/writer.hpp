// From a builder's members to JSON text. Each struct names its members once, in `each_member()`;
// this writer visits them, leaves out what is absent, and puts names before an error on its way up.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tsunagu/json/writer.hpp"
#include "tsunagu/record/field.hpp"

namespace tsunagu::detail {

class RecordWriter {
 public:
  explicit RecordWriter(std::string& out) : json_(out) {}

  template <class Kind>
  void record(const Kind& record) {
    json_.begin_object();
    (*this)("kind", Kind::kind);
    (*this)("schemaVersion", std::string_view("1"));
    (*this)("recordKey", record.key());
    record.each_member(*this);
    (*this)("labels", record.labels);
    (*this)("warnings", record.warnings);
    (*this)("extra", record.extra);
    json_.end_object();
  }

  template <class T>
  void operator()(std::string_view name, const T& value) try {
    json_.key(name);
    put(value);
  } catch (const json::BadText& bad) {
    throw bad.under(name);
  }
  template <class T>
  void operator()(std::string_view name, const record::Field<T>& field) {
    if (field.presence() == record::Presence::null) return null(name);
    if (field.has_value()) (*this)(name, field.value());
  }
  template <class T>
  void operator()(std::string_view name, const record::List<T>& list) {
    if (list.presence() == record::Presence::null) return null(name);
    if (list.presence() == record::Presence::present) (*this)(name, list.items());
  }

 private:
  void null(std::string_view name) {
    json_.key(name);
    json_.null();
  }
  void put(std::string_view text) { json_.string(text); }
  void put(const std::string& text) { json_.string(text); }
  void put(bool value) { json_.boolean(value); }
  void put(std::int64_t value) { json_.integer(value); }
  void put(double value) { json_.coordinate(value); }
  template <class Tag>
  void put(const record::Key<Tag>& key) {
    json_.string(key.text());
  }
  template <class T>
  void put(const std::vector<T>& items) {
    json_.begin_array();
    for (std::size_t i = 0; i < items.size(); ++i)
      element(items[i], i);
    json_.end_array();
  }
  template <class T>
  void element(const T& item, std::size_t index) try {
    put(item);
  } catch (const json::BadText& bad) {
    throw bad.under(std::to_string(index));
  }
  template <class T>
  void put(const T& value) {
    if constexpr (requires { text_of(value); }) {
      json_.string(text_of(value));
    } else {
      json_.begin_object();
      value.each_member(*this);
      json_.end_object();
    }
  }

  json::Writer json_;
};

}  // namespace tsunagu::detail
