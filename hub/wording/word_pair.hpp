// A sentence of the hub and its Japanese, as the tables of wording.cpp and its neighbours hold
// them: `*` in the pattern stands for anything; {1}, {2}, … in the Japanese for what it was.
#pragma once

#include <span>
#include <string_view>

namespace hub::wording {

struct Wording {
  std::string_view pattern;
  std::string_view ja;
};

/// Of plans, what sittings decide, monitoring and outreach.
std::span<const Wording> support_wordings();
/// Of an adapter's process, its file, its manifest and its settings.
std::span<const Wording> adapter_fault_wordings();
/// Of another version in the place of an adapter, and of replays.
std::span<const Wording> upgrade_wordings();
/// Of who signed an adapter, and of what a restore found.
std::span<const Wording> adapter_wordings();
/// Of counts.
std::span<const Wording> count_wordings();
/// Of the way of a case: explained, seated, offered, counted by hand.
std::span<const Wording> process_wordings();
/// Of what officers share with the API: search, own papers, changes that met.
std::span<const Wording> api_wordings();
/// Of adapters and mappings that are being made, and of masked files.
std::span<const Wording> workshop_wordings();
/// Of what the kernel and the C library say, in their own English.
std::span<const Wording> system_wordings();
/// Of local accounts.
std::span<const Wording> user_wordings();
/// Of partners' own systems and their keys.
std::span<const Wording> partner_system_wordings();
/// Of the demonstration and its scenes.
std::span<const Wording> demo_wordings();

}  // namespace hub::wording
