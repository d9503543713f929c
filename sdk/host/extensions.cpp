#include "sdk/host/extensions.hpp"

#include "sdk/host/module.hpp"
#include "sdk/wire/extensions.hpp"
#include "tsunagu/detail/abi.hpp"
#include "tsunagu/draft/recognize.h"

namespace tsunagu::host {
namespace {

using tsunagu::detail::text;
using tsunagu::detail::view;

const tsunagu_extension* given(const tsunagu_adapter_table& table, std::string_view name) {
  return table.get_extension == nullptr ? nullptr : table.get_extension(text(name));
}

/// Null: the adapter has it not, or in another revision.
const tsunagu_draft_recognize* recognize_of(const tsunagu_adapter_table& table) {
  const tsunagu_extension* const head = given(table, TSUNAGU_DRAFT_RECOGNIZE);
  if (head == nullptr || head->revision != TSUNAGU_DRAFT_RECOGNIZE_REVISION ||
      head->struct_size < sizeof(tsunagu_draft_recognize)) {
    return nullptr;
  }
  return reinterpret_cast<const tsunagu_draft_recognize*>(head);
}

}  // namespace

void check_extensions(const tsunagu_adapter_table& table) {
  wire::Manifest manifest;
  static_cast<void>(wire::read_manifest(view(table.manifest()), manifest));  // the hub judges it
  if (!wire::offers(manifest, TSUNAGU_DRAFT_RECOGNIZE) || recognize_of(table) != nullptr) return;
  throw LoadError("no_extension", "the manifest names " TSUNAGU_DRAFT_RECOGNIZE
                                  ", and get_extension gives no table of that name and revision");
}

wire::Done recognize(const tsunagu_adapter_table& table, tsunagu_adapter* adapter,
                     const wire::Recognize& question, wire::Channel& channel) {
  const tsunagu_draft_recognize* const extension = recognize_of(table);
  if (extension == nullptr) return {TSUNAGU_UNSUPPORTED, 0, {}};
  const tsunagu_draft_beginning beginning{
      sizeof beginning, 0, text(question.name),
      reinterpret_cast<const std::uint8_t*>(question.bytes.data()), question.bytes.size()};
  channel.queue(wire::Recognized{std::string(view(extension->feed_of(adapter, &beginning)))});
  return {TSUNAGU_OK, 0, {}};
}

}  // namespace tsunagu::host
