#include "hub/store/link_models.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "link_models";

using ModelId = base::Id<struct ModelTag>;

}  // namespace

void keep_model(Transaction& transaction, std::string_view text) {
  const auto id = transaction.new_id<ModelId>();
  const std::string sealed = transaction.seal(table, id.bytes(), text);
  transaction.execute("DELETE FROM link_models");
  transaction.execute("INSERT INTO link_models (uuid, kept_at, body) VALUES (?, ?, ?)",
                      {id, transaction.now(), blob_of(sealed)});
}

std::optional<std::string> kept_model(Reader& reader) {
  Cursor rows = reader.query("SELECT uuid, body FROM link_models");
  if (!rows.next()) return std::nullopt;
  const auto opened = reader.open(table, rows.bytes<16>(0), rows.blob(1));
  return std::string(opened.look_inside());
}

}  // namespace hub::store
