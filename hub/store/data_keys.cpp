#include "hub/store/data_keys.hpp"

#include <charconv>

#include "hub/store/settings.hpp"

namespace hub::store {
namespace {

using crypto::KeyVersion;

constexpr std::string_view sealing_setting = "data_key";
constexpr std::string_view rotating_setting = "data_key_rotating";

BlobView bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The number after the one that seals, or the first free one after the last.
std::optional<KeyVersion> free_version(Reader& reader) {
  int version = std::max<int>(sealing_key(reader), crypto::first_data_key - 1);
  for (int tried = crypto::first_data_key; tried <= crypto::last_data_key; ++tried) {
    version = version == crypto::last_data_key ? crypto::first_data_key : version + 1;
    if (!reader.integer("SELECT 1 FROM data_keys WHERE version = ?", {version}))
      return static_cast<KeyVersion>(version);
  }
  return std::nullopt;
}

}  // namespace

base::Result<> hold_data_keys(Reader& reader) {
  const auto& keys = reader.keys();
  {
    Cursor rows = reader.query("SELECT version, wrapped FROM data_keys");
    while (rows.next()) {
      const auto version = static_cast<KeyVersion>(rows.integer(0));
      auto key = keys.unwrap(version, rows.blob(1));
      if (!key) return key.error();
      keys.sealer().hold(version, std::move(*key));
    }
  }
  if (const auto version = sealing_key(reader); version != 0) keys.sealer().use(version);
  return {};
}

std::vector<DataKey> list_data_keys(Reader& reader) {
  Cursor rows = reader.query("SELECT version, made_at FROM data_keys ORDER BY made_at, version");
  std::vector<DataKey> all;
  while (rows.next())
    all.push_back({static_cast<KeyVersion>(rows.integer(0)), rows.time(1)});
  return all;
}

KeyVersion sealing_key(Reader& reader) {
  const auto text = read_setting(reader, sealing_setting).value_or("");
  int version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return static_cast<KeyVersion>(version);
}

bool is_rotating(Reader& reader) {
  return read_setting(reader, rotating_setting).value_or("") == "yes";
}

base::Result<KeyVersion> add_data_key(Transaction& transaction, bool rotating) {
  const auto version = free_version(transaction);
  if (!version) return base::fail(base::Kind::conflict, "all 240 numbers of data keys are in use");
  const auto& keys = transaction.keys();
  auto key = keys.make_data_key();
  const auto wrapped = keys.wrap(*version, key);
  transaction.execute("INSERT INTO data_keys (version, made_at, wrapped) VALUES (?, ?, ?)",
                      {*version, transaction.now(), bytes_of(wrapped)});
  keep_setting(transaction, sealing_setting, std::to_string(*version));
  keep_setting(transaction, rotating_setting, rotating ? "yes" : "no");
  keys.sealer().hold(*version, std::move(key));
  return *version;
}

void keep_only_data_key(Transaction& transaction, KeyVersion version) {
  transaction.execute("DELETE FROM data_keys WHERE version <> ?", {version});
  keep_setting(transaction, rotating_setting, "no");
}

}  // namespace hub::store
