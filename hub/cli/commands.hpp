// The table of command groups. To add one: write `hub/cli/<group>_command.cpp` with the function
// declared here, and one line in the table of commands.cpp. A group registers its subcommands with
// CLI11 callbacks that write to the Console and set its exit code; it throws nothing.
#pragma once

namespace CLI {
class App;
}

namespace hub::cli {

struct Console;

void add_adapter_command(CLI::App& app, Console& console);
void add_arrival_command(CLI::App& app, Console& console);
void add_audit_command(CLI::App& app, Console& console);
void add_backup_command(CLI::App& app, Console& console);
void add_case_command(CLI::App& app, Console& console);
void add_consent_command(CLI::App& app, Console& console);
void add_decision_command(CLI::App& app, Console& console);
void add_config_command(CLI::App& app, Console& console);
void add_doctor_command(CLI::App& app, Console& console);
void add_erase_command(CLI::App& app, Console& console);
void add_explain_command(CLI::App& app, Console& console);
void add_demo_command(CLI::App& app, Console& console);
void add_gate_command(CLI::App& app, Console& console);
void add_household_command(CLI::App& app, Console& console);
void add_import_command(CLI::App& app, Console& console);
void add_incident_command(CLI::App& app, Console& console);
void add_keys_command(CLI::App& app, Console& console);
void add_limits_command(CLI::App& app, Console& console);
void add_match_command(CLI::App& app, Console& console);
void add_normalize_command(CLI::App& app, Console& console);
void add_partner_command(CLI::App& app, Console& console);
void add_person_command(CLI::App& app, Console& console);
void add_referral_command(CLI::App& app, Console& console);
void add_reject_command(CLI::App& app, Console& console);
void add_reload_command(CLI::App& app, Console& console);
void add_request_command(CLI::App& app, Console& console);
void add_resource_command(CLI::App& app, Console& console);
void add_restore_command(CLI::App& app, Console& console);
void add_link_command(CLI::App& app, Console& console);
void add_shortage_command(CLI::App& app, Console& console);
void add_signal_command(CLI::App& app, Console& console);
void add_sitting_command(CLI::App& app, Console& console);
void add_source_command(CLI::App& app, Console& console);
void add_stats_command(CLI::App& app, Console& console);

/// Registers every group on the root.
void add_commands(CLI::App& root, Console& console);

}  // namespace hub::cli
