// Commands of the support process, each added as those of commands.hpp are.
#pragma once

#include <memory>

#include "hub/cli/daemon_call.hpp"

namespace hub::cli {

/// `tsunagu plan …`: plans, who does what, and how they go.
void add_plan_command(CLI::App& app, Console& console);
/// `tsunagu count …`: counts of a period.
void add_count_command(CLI::App& app, Console& console);
/// `tsunagu report yearly`.
void add_report_command(CLI::App& app, Console& console);
/// `tsunagu sheet …`: paper forms.
void add_sheet_command(CLI::App& app, Console& console);
/// `tsunagu search`: for a person.
void add_search_command(CLI::App& app, Console& console);
/// `tsunagu user …`: who signs in.
void add_user_command(CLI::App& app, Console& console);
/// `tsunagu api-key …`: what partners' own systems bear.
void add_api_key_command(CLI::App& app, Console& console);
/// `tsunagu digest`: what is due.
void add_digest_command(CLI::App& app, Console& console);
/// `tsunagu event list`: what partners' own systems can follow.
void add_event_command(CLI::App& app, Console& console);
/// `tsunagu outreach …`: the register, each try, and how it ended.
void add_outreach_command(CLI::App& app, Console& console);
/// `attend|decide|copy|return` beneath `tsunagu sitting`.
void add_sitting_outcome(CLI::App& group, Console& console,
                         const std::shared_ptr<DaemonAddress>& address);

}  // namespace hub::cli
