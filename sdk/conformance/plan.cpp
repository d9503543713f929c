#include "sdk/conformance/plan.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "sdk/conformance/checks.hpp"
#include "sdk/wire/manifest_shape.hpp"
#include "tsunagu/json/check.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/pointer.hpp"

namespace tsunagu::conformance {
namespace {

using json::Member;
using json::Need;
using json::View;

// In the order of the enumerators of Layout.
constexpr std::array<std::string_view, 4> layouts{"other", "csv", "tsv", "json_lines"};
constexpr json::Shape word = json::text(200);
constexpr json::Shape sentence = json::text(2000);
constexpr Member exchange_members[] = {{"find", word, Need::required},
                                       {"put", word, Need::required}};
constexpr json::Shape exchange = json::object(exchange_members);
constexpr Member push_members[] = {{"kind", word, Need::required}, {"file", word, Need::required}};
constexpr json::Shape push = json::object(push_members);

constexpr json::Shape whole(std::int64_t most) {
  return json::integer(1, most);
}
constexpr Member bounds_members[] = {{"memory_mib", whole(4096), Need::optional},
                                     {"long_delivery_mib", whole(256), Need::optional},
                                     {"seconds", whole(3600), Need::optional}};
constexpr json::Shape bounds = json::object(bounds_members);

/// Settings and quirks have names of the adapter's own, so they are looked at by hand.
constexpr std::string_view sample_names[] = {
    "feed",   "file",        "name",      "settings",      "encoding",
    "layout", "header_line", "data_line", "trailer_lines", "unknown_codes"};
constexpr std::string_view plan_names[] = {"samples", "settings", "bad_settings",
                                           "push",    "quirks",   "bounds"};

[[noreturn]] void fail(const std::string& where, const std::string& what) {
  throw PlanError(where + ": " + what);
}

void only_names(View object, std::span<const std::string_view> known, const std::string& where) {
  if (!object.is(json::Type::object)) fail(where, "wanted an object");
  for (const View member : object) {
    if (std::find(known.begin(), known.end(), member.key()) != known.end()) continue;
    const std::string near(json::closest(member.key(), known));
    fail(where, "unknown member " + std::string(json::shown_name(member.key())) +
                    (near.empty() ? "" : "; did you mean " + near + "?"));
  }
}

void must_fit(View value, const json::Shape& shape, const std::string& where) {
  const json::Problems problems = json::check(value, shape, json::Unknown::refuse);
  if (!problems.ok()) fail(where, problems.text());
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw PlanError(file.string() + ": can't be read");
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The elements of a list that may be absent.
View list_of(View object, const char* name, const std::string& where) {
  const View list = object.find(name);
  if (list.exists() && !list.is(json::Type::array)) fail(where, "wanted an array");
  return list;
}

/// Of a line; 0 where the sample names none.
std::size_t line_of(View sample, const char* name, const std::string& where) {
  constexpr std::int64_t most_lines = 1'000'000;
  const View line = sample.find(name);
  if (line.exists()) must_fit(line, json::integer(0, most_lines), where + "/" + name);
  return static_cast<std::size_t>(line.integer());
}

std::string scalar(View value, const std::string& where) {
  switch (value.type()) {
    case json::Type::string:
      return std::string(value.text());
    case json::Type::boolean:
      return value.boolean() ? "true" : "false";
    case json::Type::integer:
      return std::to_string(value.integer());
    default:
      fail(where, "wanted a text, a whole number, true or false");
  }
}

std::string below(const std::string& where, const std::string& key) {
  return where + "/" + key;
}

std::string dotted(const std::string& key, std::string_view name) {
  return key + "." + std::string(name);
}

/// In the flat form of `tsunagu_setting`.
wire::Settings settings_from(View object, const std::string& where) {
  wire::Settings settings;
  if (object.exists() && !object.is(json::Type::object)) fail(where, "wanted an object");
  for (const View member : object) {
    const std::string key(member.key());
    if (member.is(json::Type::array)) {
      for (const View element : member)
        settings.emplace_back(key, scalar(element, below(where, key)));
    } else if (member.is(json::Type::object)) {
      for (const View element : member)
        settings.emplace_back(dotted(key, element.key()), scalar(element, below(where, key)));
    } else {
      settings.emplace_back(key, scalar(member, below(where, key)));
    }
  }
  return settings;
}

std::string stem(const std::string& key) {
  return key.substr(0, key.find('.'));
}

/// The sample's own settings replace those of the plan, key by key.
wire::Settings merged(const wire::Settings& plan, const wire::Settings& own) {
  wire::Settings all = own;
  for (const auto& setting : plan) {
    const bool replaced = std::any_of(own.begin(), own.end(), [&](const auto& other) {
      return stem(other.first) == stem(setting.first);
    });
    if (!replaced) all.push_back(setting);
  }
  return all;
}

Sample sample_from(View view, const wire::Settings& settings, const std::filesystem::path& folder,
                   const std::string& where) {
  only_names(view, sample_names, where);
  must_fit(view.find("feed"), word, where + "/feed");
  must_fit(view.find("file"), word, where + "/file");
  if (view.find("name").exists()) must_fit(view.find("name"), word, where + "/name");
  Sample sample;
  sample.feed = view.find("feed").text();
  sample.file = view.find("file").text();
  sample.name = view.find("name").exists() ? std::string(view.find("name").text())
                                           : std::filesystem::path(sample.file).filename().string();
  sample.bytes = bytes_of(folder / sample.file);
  sample.settings = merged(settings, settings_from(view.find("settings"), where + "/settings"));
  if (const View encoding = view.find("encoding"); encoding.exists()) {
    must_fit(encoding, json::choice(wire::manifest_shape::encodings), where + "/encoding");
    sample.encoding = encoding.text();
  }
  if (const View layout = view.find("layout"); layout.exists()) {
    must_fit(layout, json::choice(layouts), where + "/layout");
    const auto at = std::find(layouts.begin(), layouts.end(), layout.text());
    sample.layout = static_cast<Layout>(at - layouts.begin());
  }
  sample.header_line = line_of(view, "header_line", where);
  const std::size_t data_line = line_of(view, "data_line", where);
  sample.trailer_lines = line_of(view, "trailer_lines", where);
  sample.data_line = data_line > 0 ? data_line : sample.header_line + 1;
  for (const View one : list_of(view, "unknown_codes", where + "/unknown_codes")) {
    must_fit(one, exchange, where + "/unknown_codes");
    sample.unknown_codes.push_back(
        {std::string(one.find("find").text()), std::string(one.find("put").text())});
  }
  return sample;
}

Bounds bounds_from(View view) {
  Bounds bounds_wanted;
  if (!view.exists()) return bounds_wanted;
  must_fit(view, bounds, "/bounds");
  const auto mebibytes = [&](const char* name, std::uint64_t& into) {
    if (view.find(name).exists())
      into = static_cast<std::uint64_t>(view.find(name).integer()) << 20U;
  };
  mebibytes("memory_mib", bounds_wanted.memory_bytes);
  mebibytes("long_delivery_mib", bounds_wanted.long_delivery_bytes);
  if (view.find("seconds").exists()) bounds_wanted.seconds = view.find("seconds").integer();
  return bounds_wanted;
}

/// Check → why. A name that no check has would excuse nothing, and nobody would notice.
std::map<std::string, std::string> quirks_from(View view) {
  std::map<std::string, std::string> quirks;
  if (!view.exists()) return quirks;
  std::vector<std::string_view> checks;
  for (const Check& check : all_checks())
    checks.push_back(check.id);
  only_names(view, checks, "/quirks");
  for (const View one : view) {
    must_fit(one, sentence, "/quirks");
    quirks.emplace(one.key(), one.text());
  }
  return quirks;
}

Plan plan_from(View root, const std::filesystem::path& folder, const wire::Settings& more) {
  only_names(root, plan_names, "/");
  const wire::Settings settings = merged(more, settings_from(root.find("settings"), "/settings"));
  Plan plan;
  for (const View one : list_of(root, "samples", "/samples"))
    plan.samples.push_back(
        sample_from(one, settings, folder, "/samples/" + std::to_string(plan.samples.size())));
  if (plan.samples.empty()) fail("/samples", "at least one sample of each feed is needed");
  for (const View one : list_of(root, "push", "/push")) {
    must_fit(one, push, "/push");
    plan.pushes.push_back({std::string(one.find("kind").text()),
                           bytes_of(folder / std::string(one.find("file").text()))});
  }
  for (const View one : list_of(root, "bad_settings", "/bad_settings"))
    plan.bad_settings.push_back(merged(settings, settings_from(one, "/bad_settings")));
  plan.quirks = quirks_from(root.find("quirks"));
  plan.bounds = bounds_from(root.find("bounds"));
  return plan;
}

}  // namespace

wire::Settings read_settings(const std::filesystem::path& file) {
  const json::Parsed parsed = json::parse_untrusted(bytes_of(file));
  if (!parsed.ok()) throw PlanError(file.string() + ": " + parsed.failure().text());
  return settings_from(parsed.root(), file.string());
}

Plan read_plan(const std::filesystem::path& file, const wire::Settings& more) {
  const std::string bytes = bytes_of(file);
  const json::Parsed parsed = json::parse_untrusted(bytes);
  try {
    if (!parsed.ok()) throw PlanError(parsed.failure().text());
    return plan_from(parsed.root(), file.parent_path(), more);
  } catch (const PlanError& error) {
    throw PlanError(file.string() + ": " + error.what());
  }
}

}  // namespace tsunagu::conformance
