#include "hub/cli/commands.hpp"

#include "hub/cli/support_commands.hpp"

#include <CLI/CLI.hpp>

namespace hub::cli {
namespace {

constexpr void (*groups[])(CLI::App&, Console&) = {
    add_doctor_command,    add_source_command,   add_import_command,   add_incident_command,
    add_keys_command,      add_arrival_command,  add_reject_command,   add_household_command,
    add_case_command,      add_referral_command, add_explain_command,  add_signal_command,
    add_link_command,      add_partner_command,  add_reload_command,   add_backup_command,
    add_restore_command,   add_audit_command,    add_config_command,   add_gate_command,
    add_normalize_command, add_limits_command,   add_demo_command,     add_person_command,
    add_request_command,   add_erase_command,    add_stats_command,    add_consent_command,
    add_decision_command,  add_sitting_command,  add_adapter_command,  add_plan_command,
    add_resource_command,  add_match_command,    add_shortage_command, add_count_command,
    add_report_command,    add_sheet_command,    add_user_command,     add_outreach_command,
    add_api_key_command,   add_digest_command,   add_event_command,    add_search_command,
};

}  // namespace

void add_commands(CLI::App& root, Console& console) {
  for (const auto add : groups)
    add(root, console);
}

}  // namespace hub::cli
