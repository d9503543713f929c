#include "hub/workshop/project.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;
using base::Kind;

/// The name in the templates, which are a project of their own.
constexpr std::string_view sample = "sample_list";
constexpr std::string_view sample_field = "sogo";

constexpr std::size_t longest_name = 40;

bool is_name(std::string_view name) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && name.size() <= longest_name && letter(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

/// No namespace can be called so (C++20's keywords but those of coroutines, alternative tokens,
/// `main`, `std` and ours); or it would lie over an adapter that comes with Tsunagu.
bool is_taken(std::string_view name) {
  constexpr std::string_view taken[] = {"kaigo",         "shogai",      "kodomo",
                                        "konkyu",        "chiiki",      "table",
                                        "alignas",       "alignof",     "and",
                                        "asm",           "auto",        "bool",
                                        "break",         "case",        "catch",
                                        "char",          "class",       "concept",
                                        "const",         "continue",    "decltype",
                                        "default",       "delete",      "do",
                                        "double",        "else",        "enum",
                                        "explicit",      "export",      "extern",
                                        "false",         "float",       "for",
                                        "friend",        "goto",        "if",
                                        "inline",        "int",         "long",
                                        "main",          "mutable",     "namespace",
                                        "new",           "noexcept",    "not",
                                        "nullptr",       "operator",    "or",
                                        "private",       "protected",   "public",
                                        "register",      "requires",    "return",
                                        "short",         "signed",      "sizeof",
                                        "static",        "std",         "struct",
                                        "switch",        "template",    "this",
                                        "throw",         "true",        "try",
                                        "tsunagu",       "typedef",     "typeid",
                                        "typename",      "union",       "unsigned",
                                        "using",         "virtual",     "void",
                                        "volatile",      "while",       "xor",
                                        "and_eq",        "bitand",      "bitor",
                                        "char16_t",      "char32_t",    "char8_t",
                                        "compl",         "const_cast",  "consteval",
                                        "constexpr",     "constinit",   "dynamic_cast",
                                        "not_eq",        "or_eq",       "reinterpret_cast",
                                        "static_assert", "static_cast", "thread_local",
                                        "wchar_t",       "xor_eq"};
  return std::find(std::begin(taken), std::end(taken), name) != std::end(taken);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

std::string named(const NewProject& project, std::string text) {
  text = replaced(std::move(text), sample, project.name);
  text = replaced(std::move(text), "\"" + std::string(sample_field) + "\"",
                  "\"" + project.field + "\"");
  return replaced(std::move(text), "field: " + std::string(sample_field),
                  "field: " + project.field);
}

/// Deliveries stay byte for byte; all else is text of ours.
bool is_delivery(const fs::path& below) {
  return below.parent_path().filename() == "in";
}

base::Result<fs::path> copy_one(const NewProject& project, const fs::path& from,
                                const fs::path& below, const fs::path& folder) {
  std::ifstream in(from, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const fs::path to = folder / named(project, below.string());
  fs::create_directories(to.parent_path());
  std::ofstream out(to, std::ios::binary);
  out << (is_delivery(below) ? text : named(project, std::move(text)));
  out.close();
  fs::permissions(to, fs::status(from).permissions());
  if (!in || !out) return base::fail(Kind::internal, "a file could not be written: " + to.string());
  return to;
}

}  // namespace

base::Result<fs::path> find_shared(const fs::path& program, const std::string& what) {
  for (auto folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    for (const auto& below : {fs::path("share/tsunagu") / what, fs::path("sdk") / what})
      if (fs::is_directory(folder / below)) return folder / below;
    if (folder == folder.parent_path()) break;
  }
  return base::fail(Kind::not_found, "the SDK is not installed: no share/tsunagu/" + what);
}

base::Result<std::vector<fs::path>> make_project(const NewProject& project, const fs::path& folder,
                                                 const fs::path& program) {
  if (!is_name(project.name))
    return base::fail(Kind::invalid, "an adapter's name has small letters, digits and _ only");
  if (is_taken(project.name))
    return base::fail(Kind::invalid,
                      "an adapter's name is no word of C++ and none of Tsunagu's own");
  if (!is_name(project.field))
    return base::fail(Kind::invalid, "a field's code has small letters, digits and _ only");
  if (fs::exists(folder)) return base::fail(Kind::conflict, "the folder is there already");
  const auto scaffold = find_shared(program, "scaffold");
  if (!scaffold) return scaffold.error();
  const fs::path from = *scaffold / (project.format == ProjectFormat::csv ? "csv" : "yaml");
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    if (!entry.is_regular_file()) continue;
    const auto made = copy_one(project, entry.path(), fs::relative(entry.path(), from), folder);
    if (!made) return made.error();
    files.push_back(*made);
  }
  const auto start = copy_one(project, *scaffold / "start_hub", "start_hub", folder);
  if (!start) return start.error();
  files.push_back(*start);
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace hub::workshop
