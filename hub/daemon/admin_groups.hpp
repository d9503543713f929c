// The groups of verbs, one a file, and what they share.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/audit/entry.hpp"
#include "hub/daemon/admin_ports.hpp"
#include "hub/daemon/admin_request.hpp"
#include "hub/http/admin_socket.hpp"
#include "hub/service/unchanged.hpp"
#include "hub/service/view.hpp"
#include "hub/store/audit_log.hpp"

namespace hub::daemon {

void add_list_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_person_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_privacy_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_request_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_erasure_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_source_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_referral_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_link_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_signal_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_decision_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_consent_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_sitting_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_key_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_incident_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_audit_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_upgrade_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_upkeep_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_resource_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_statistics_verb(http::AdminVerbs& verbs, AdminPorts& ports);
void add_count_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_sheet_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
void add_doctor_verb(http::AdminVerbs& verbs, AdminPorts& ports);

using View = std::function<base::Result<service::Shown>(store::Reader&, const service::ViewSink&)>;

/// Reads everything first, so that a slow client holds no connection of the store; logs who looked,
/// a row for each person, where it is about anybody; then writes the lines. What can't be logged is
/// not shown.
base::Result<> show(AdminPorts& ports, std::string_view action, http::ReplySink& reply,
                    const View& view);

/// That what `view` tells still has the tag that the request's `seen` bears; nothing where it says
/// none. Borrows nothing: the view is asked in the transaction of the change.
service::Unchanged unchanged_since(const AdminRequest& request, View view);

/// A verb that takes one step by what its request says.
using Step = base::Result<> (*)(AdminPorts&, const AdminRequest&, http::ReplySink&);
http::AdminVerb verb_of(AdminPorts& ports, Step step);
/// One that is `forbidden` to officers of other agencies: who may be one person, whom two desks
/// know, and what is proposed about a household is the municipality's own to look at
/// (個人情報保護法69条2項2号).
http::AdminVerb municipal_verb_of(AdminPorts& ports, Step step);

/// Whoever runs the machine is no officer of any case: he sees nobody who is hidden.
service::Looker looker_of(AdminPorts& ports, const http::ReplySink& client);

/// What the audit log's verification found, as a line.
void put_report(http::ReplySink& reply, std::string_view kind, const store::AuditReport& report);

/// As the next line of the answer.
void put_line(http::ReplySink& reply, service::ViewLine& line);

/// The id of what was made, as a line; or why it was not.
template <class Id>
base::Result<> answer_made(http::ReplySink& reply, std::string_view kind,
                           const base::Result<Id>& made) {
  if (!made) return made.error();
  service::ViewLine line(kind);
  line.id(kind, *made);
  put_line(reply, line);
  return {};
}

/// An entry of who asked.
audit::Entry entry_of(const http::ReplySink& client, std::string_view action,
                      std::vector<std::string> objects);

/// `change` and its entry in one transaction. `conflict` where `change` says false: `otherwise`
/// tells why.
base::Result<> change(AdminPorts& ports, const audit::Entry& entry,
                      const std::function<bool(store::Transaction&)>& change,
                      std::string_view otherwise);
/// The entry of what was done outside the store.
base::Result<> log_done(AdminPorts& ports, const audit::Entry& entry);

}  // namespace hub::daemon
