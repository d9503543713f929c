#include "sdk/host/module.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <cstring>

namespace tsunagu::host {
namespace {

using TableFunction = const tsunagu_adapter_table* (*)();

std::string loader_error() {
  const char* text = ::dlerror();
  return text == nullptr ? "unknown error" : text;
}

TableFunction find_table(void* module) {
  auto* function = reinterpret_cast<TableFunction>(::dlsym(module, "tsunagu_adapter_v1"));
  if (function == nullptr) {
    throw LoadError("no_table",
                    "the file exports no tsunagu_adapter_v1: it is no adapter, or one of another "
                    "major version");
  }
  return function;
}

}  // namespace

tsunagu_adapter_table load_adapter(const std::filesystem::path& file) {
  void* module = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (module == nullptr) throw LoadError("not_loadable", loader_error());
  const tsunagu_adapter_table* given = find_table(module)();
  if (given == nullptr || given->struct_size < offsetof(tsunagu_adapter_table, push)) {
    throw LoadError("bad_table", "tsunagu_adapter_v1 gives no table, or one that is too short");
  }
  tsunagu_adapter_table table{};
  std::memcpy(&table, given, std::min<std::size_t>(given->struct_size, sizeof table));
  if (!table.manifest || !table.create || !table.destroy || !table.decode) {
    throw LoadError("bad_table", "manifest, create, destroy and decode must be there");
  }
  return table;
}

}  // namespace tsunagu::host
