// sources.yaml: where records come from, on which ground they may be taken in, and how much of
// them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hub/profile/adapter_limits.hpp"
#include "hub/profile/period.hpp"

namespace hub::profile {

enum class SourceKind {
  field,               ///< a field system's records
  protection_register  ///< 支援措置, applied before any other file
};

enum class Transport { drop_folder, poll, webhook };

struct Feed {
  std::string name;  ///< the adapter's name of the feed (its manifest)
  Transport transport = Transport::drop_folder;
  std::string folder;                  ///< drop_folder: below the data folder's `drop/`
  std::string files;                   ///< drop_folder: name pattern with `*`
  std::string drop_back;               ///< where answers of `push` are put, below `back/`
  std::string url;                     ///< poll: https only; cursor and ETag are kept by the hub
  std::vector<std::string> addresses;  ///< poll: IP or CIDR that the connection must reach
  std::int64_t every_s = 3600;         ///< poll
  std::string credential;              ///< poll: name of the secret, never the secret
  std::string ca;              ///< poll: name of the secret with its own CA; empty: the system's
  std::optional<Ref> partner;  ///< webhook: who delivers
  std::vector<std::string> encodings;  ///< which it may come in; a byte order mark decides
  Place at;
};

/// GATE.md: config check refuses a source without it.
struct IntakeBasis {
  std::string ground;      ///< 個人情報保護法69条2項2号 …
  std::string organ;       ///< the organ that provides
  std::string decided_by;  ///< office, not person
  Day decided_on{};
  std::string document_number;
  Place at;
};

/// What may be taken in.
enum class Scope {
  keys_only,       ///< match keys and the field's code; contents are not kept
  consented_rows,  ///< rows whose person agreed
  all_rows
};

/// What every cell of the source is by its origin.
enum class Provenance { none, tax, youtai };

/// What an era digit means in this source: 1 明治 … 5 令和, or the draft form's 1 大正 2 昭和 3
/// 平成.
struct EraDigit {
  int digit = 0;
  std::string era;
};

/// When a file would change too much, a person decides. In percent of the records held.
struct Brake {
  int gone_percent = 20;
  int changed_percent = 50;
  int rejected_percent = 10;
  int least_records = 50;  ///< smaller sources are not braked
};

struct Source {
  std::string code;
  std::string name;
  SourceKind kind = SourceKind::field;
  std::string
      adapter;  ///< of a field source: kaigo, shogai, kodomo, konkyu, chiiki, or another vendor's
  Ref field;
  Ref owner;  ///< the section, agency or desk that made the records
  std::vector<Feed> feeds;
  std::optional<IntakeBasis> intake_basis;
  Scope scope = Scope::keys_only;
  Provenance provenance = Provenance::none;
  std::vector<EraDigit> era_digits;
  std::optional<Brake> brake;  ///< else hub.yaml's
  AdapterLimits adapter_limits;
  std::optional<bool> signed_only;  ///< its adapter must be signed; else hub.yaml's
  std::vector<Ref> may_push;        ///< message kinds that its adapter may write to `drop_back`
  std::vector<Ref> numbers;         ///< systems of numbers that it speaks in beside its own
  Node config;                      ///< as the adapter's manifest declares
  std::string note;
  Period period;
  Place at;
};

struct Sources {
  std::vector<Source> sources;
};

/// `config` as the adapter's ABI takes it: a list is its key several times, a map is `key.name`.
/// Values are text; the adapter's manifest gives each key its type.
std::vector<std::pair<std::string, std::string>> config_settings(const Source& source);

std::span<const Word<Scope>> words_of(WordsFor<Scope>);
std::span<const Word<Provenance>> words_of(WordsFor<Provenance>);
std::span<const Word<Transport>> words_of(WordsFor<Transport>);
void read(const Node& node, Problems& problems, Brake& out);
void read(const Node& node, Problems& problems, Sources& out);

}  // namespace hub::profile
