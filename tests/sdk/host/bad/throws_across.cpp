// An adapter without the C++ layer, whose decode lets an exception out across the C interface.
#include <stdexcept>

#include "tsunagu/adapter.h"

namespace {

constexpr char manifest_text[] = R"({
  "id": "throws_across", "version": "1.0.0", "name": "不具合の見本", "description": "試験用",
  "fields": ["kaigo"],
  "feeds": [{"name": "lines", "description": "1行1件", "mode": "full", "order": "content",
             "encodings": ["utf8"]}],
  "writes": ["person"]
})";

tsunagu_text manifest() {
  return {manifest_text, sizeof manifest_text - 1};
}

tsunagu_status create(const tsunagu_setting*, std::size_t, const tsunagu_host*,
                      tsunagu_adapter** out) {
  static int anything = 0;
  *out = reinterpret_cast<tsunagu_adapter*>(&anything);
  return TSUNAGU_OK;
}

void destroy(tsunagu_adapter*) {}

tsunagu_status decode(tsunagu_adapter*, const tsunagu_input*, const tsunagu_sink*) {
  throw std::runtime_error("thrown across");
}

}  // namespace

extern "C" TSUNAGU_EXPORT const tsunagu_adapter_table* tsunagu_adapter_v1() {
  static const tsunagu_adapter_table table = [] {
    tsunagu_adapter_table out{};
    out.struct_size = sizeof out;
    out.manifest = manifest;
    out.create = create;
    out.destroy = destroy;
    out.decode = decode;
    return out;
  }();
  return &table;
}
