#include "hub/daemon/daemon.hpp"

#include "hub/api/api_routes.hpp"
#include "hub/api/docs_routes.hpp"
#include "hub/base/log.hpp"
#include "hub/crypto/key_file.hpp"
#include "hub/daemon/admin_intake.hpp"
#include "hub/daemon/admin_verbs.hpp"
#include "hub/daemon/metrics.hpp"
#include "hub/daemon/refusals.hpp"
#include "hub/daemon/routes.hpp"
#include "hub/http/status_routes.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/receive.hpp"
#include "hub/service/tell_followers.hpp"

namespace hub::daemon {
namespace {

using base::Kind;
using base::Result;

/// As often the log beats, and is signed where it grew.
constexpr std::chrono::minutes between_beats(5);

std::vector<http::ListenerSettings> listeners_of(const profile::Settings& settings) {
  std::vector<http::ListenerSettings> listeners;
  for (const auto& listen : settings.listen) {
    http::ListenerSettings out;
    out.address = listen.address;
    out.port = static_cast<std::uint16_t>(listen.port);
    if (!listen.tls_cert.empty()) {
      out.tls = http::TlsFiles{crypto::secret_path(listen.tls_cert, settings.secrets.folder),
                               crypto::secret_path(listen.tls_key, settings.secrets.folder),
                               {}};
      if (!listen.client_ca.empty())
        out.tls->client_ca = crypto::secret_path(listen.client_ca, settings.secrets.folder);
    }
    listeners.push_back(std::move(out));
  }
  return listeners;
}

/// Known partners may use the reserved lane.
std::vector<base::Cidr> known_peers(const profile::Profile& profile) {
  std::vector<base::Cidr> peers;
  for (const auto& partner : profile.partners) {
    if (!partner.receives) continue;
    for (const auto& text : partner.receives->addresses) {
      if (const auto range = base::Cidr::parse(text)) peers.push_back(*range);
    }
  }
  return peers;
}

http::ServerSettings server_settings(const service::Book& book) {
  http::ServerSettings out;
  out.listeners = listeners_of(book.settings);
  out.known_peers = known_peers(book.profile);
  const auto& lowered = book.settings.limits;
  const auto lower = [](std::size_t& limit, std::int64_t to) {
    if (to > 0 && static_cast<std::size_t>(to) < limit) limit = static_cast<std::size_t>(to);
  };
  lower(out.limits.connections, lowered.connections);
  lower(out.limits.per_peer, lowered.connections_per_peer);
  lower(out.limits.queue, lowered.request_queue);
  return out;
}

}  // namespace

Result<std::unique_ptr<Daemon>> Daemon::start(const std::filesystem::path& config,
                                              store::Writer::Fatal fatal) {
  std::unique_ptr<Daemon> daemon(new Daemon);
  auto ground = Ground::open(config, std::move(fatal));
  if (!ground) return ground.error();
  daemon->ground_ = std::move(*ground);
  daemon->started_at_ = daemon->ground_->clock().now();
  if (auto done = daemon->start_delivery(); !done) return done.error();
  daemon->start_intake();
  if (auto done = daemon->start_audit(); !done) return done.error();
  if (auto done = daemon->start_edge(); !done) return done.error();
  if (auto done = daemon->start_admin(); !done) return done.error();
  daemon->up_ = true;
  return daemon;
}

Daemon::~Daemon() {
  stop();
}

Result<> Daemon::start_delivery() {
  auto& context = ground_->context();
  const auto book = context.book();
  auto partners = Partners::load(book->profile, book->settings.secrets);
  if (!partners) return partners.error();
  partners_ = std::make_unique<LivePartners>(std::move(*partners));
  egress_ = std::make_unique<egress::Client>();
  outbox_ = std::make_unique<delivery::StoreOutbox>(context);
  dispatcher_ = std::make_unique<delivery::Dispatcher>(
      *outbox_, *partners_,
      [this](egress::OutgoingRequest request, egress::OnDone done) {
        egress_->send(std::move(request), std::move(done));
      },
      ground_->clock(), ground_->random());
  desk_push_ = std::make_unique<delivery::DeskPush>(
      context,
      [this](const std::string& source, const std::string& kind, const std::string& json) {
        return push(source, kind, json);
      },
      book->settings.data / "back");
  hooks_ = std::make_unique<Hooks>(context, [this] { orders_changed(); });
  return ground_->database().writer().listen(
      [this, &context](store::Transaction& tx, const audit::Entry& entry) {
        if (service::tell_followers(tx, *context.book(), entry)) dispatcher_->wake();
      });
}

Result<> Daemon::start_audit() {
  auto keeper = AuditKeeper::open(ground_->database(), ground_->context().book()->settings.audit);
  if (!keeper) return keeper.error();
  audit_keeper_ = std::move(*keeper);
  audit_keeper_->start(between_beats);
  clockwork_ = std::make_unique<Clockwork>(ground_->context(), [this] { orders_changed(); });
  clockwork_->start();
  key_keeper_ = std::make_unique<KeyKeeper>(ground_->database());
  key_keeper_->start();
  link_keeper_ = std::make_unique<LinkKeeper>(ground_->context());
  link_keeper_->start();
  return {};
}

void Daemon::start_intake() {
  auto& context = ground_->context();
  const auto book = context.book();
  const bool kept = !book->profile.municipality.protection_register.source.code.empty();
  const std::lock_guard lock(intake_mutex_);
  register_first_.emplace(kept);
  const intake::Places places{ground_->programs() / "tsunagu-adapter-host", ground_->data_dir()};
  intake_ = std::make_shared<intake::Intake>(
      intake::RunnerShare{context, *register_first_, egress_.get(), book->settings.data / "drop",
                          places, [this] { orders_changed(); }});
  intake_->start();
}

Result<> Daemon::start_edge() {
  auto& context = ground_->context();
  const auto book = context.book();
  http::Router router;
  add_routes(router, context, [this] { hooks_->wake(); });
  wire_ports();
  wire_api();
  api::add_api_routes(router, *api_);
  api::add_docs_routes(router, ground_->programs());
  http::add_status_routes(
      router, {[this] { return ready(); }, std::string(version), [this] { return metrics(); }});
  auto issuers = api::read_issuers(book->settings);
  if (!issuers) return issuers.error();
  bearers_->exchange(std::move(*issuers));
  if (auto read = bearers_->read_keys(); !read) return read;
  gatekeeper_ = std::make_unique<http::Gatekeeper>(*partners_, ground_->clock(), sessions_.get(),
                                                   bearers_.get());
  const auto settings = server_settings(*book);
  auto server = http::Server::start(settings, std::move(router), *gatekeeper_, ground_->random());
  if (!server) return server.error();
  server_ = std::move(*server);
  const auto ports = server_->ports();
  for (std::size_t i = 0; i < ports.size(); ++i) {
    listening_.push_back(settings.listeners[i].address + ":" + std::to_string(ports[i]));
    base::log(base::Level::info, "listening", {{"address", listening_.back()}});
  }
  return {};
}

Result<> Daemon::start_admin() {
  http::AdminSettings settings;
  const auto book = ground_->context().book();
  settings.path = book->settings.admin_socket;
  settings.officers.any = !book->settings.officers.empty();
  settings.officers.verbs = officer_verbs();
  settings.officers.has = [this](std::string_view user) {
    const auto now = ground_->context().book();
    return service::officer_of(*now, std::string(service::officer_prefix).append(user)) != nullptr;
  };
  settings.refused = [this](const std::string& asker, std::string_view verb,
                            const base::Failure& why) {
    return log_refusal(ground_->context(),
                       {asker, {"verb/" + std::string(verb.empty() ? "unknown" : verb)}, why});
  };
  auto admin = http::AdminSocket::start(settings, verbs_);
  if (!admin) return admin.error();
  admin_ = std::move(*admin);
  return {};
}

void Daemon::wire_ports() {
  ports_.emplace(AdminPorts{ground_->context(), {}, {}, {}, {}, {}, {}});
  ports_->health = [this] { return health(); };
  ports_->reload = [this](std::string_view actor) { return reload(actor); };
  ports_->release_adapter = [this](std::string_view source, std::string_view actor) {
    return release_adapter(ground_->context(), *intake(), source, actor);
  };
  ports_->accept_adapter = [this](std::string_view source, std::string_view actor) {
    return accept_adapter(*intake(), source, actor);
  };
  ports_->source_changed = [this](std::string_view source) {
    const auto now = intake();
    if (auto* runner = now->find(source)) runner->wake();
  };
  ports_->import_file = [this](const ImportWish& wish, const OnProgress& progress) {
    const auto now = intake();
    return import_file(ground_->context(), *now, wish, progress);
  };
  ports_->compare_versions = [this](const VersionWish& wish, std::size_t last,
                                    intake::CompareSink& sink) {
    return compare_versions(*intake(), wish, last, sink);
  };
  ports_->switch_version = [this](const VersionWish& wish, std::string_view actor,
                                  const std::function<bool()>& stays) {
    return switch_version(*intake(), wish, actor, stays);
  };
  ports_->replay = [this](std::string_view source, const service::ReplayWish& wish,
                          std::string_view actor) {
    return replay(*intake(), source, wish, actor);
  };
  ports_->orders_changed = [this] { orders_changed(); };
  ports_->sign_audit = [this] { return audit_keeper_->sign(); };
  ports_->rotate_key = [this](std::string_view actor, const OnRotation& see) {
    return key_keeper_->rotate(actor, see);
  };
  ports_->key_rotation = [this] { return key_keeper_->counts(); };
  ports_->link_anew = [this](Anew anew, std::string_view actor, const service::OnRelinked& see) {
    return link_keeper_->run(anew, actor, see);
  };
  ports_->relinking = [this] { return link_keeper_->state(); };
}

void Daemon::wire_api() {
  sessions_ = std::make_unique<api::LiveSessions>(ground_->clock(), ground_->random());
  ports_->sign_out = [this](std::string_view user) { sessions_->end_all(user); };
  bearers_ = std::make_unique<api::Bearers>(ground_->context());
  ports_->api_keys_changed = [this] { return bearers_->read_keys(); };
  verbs_ = admin_verbs(*ports_);
  api_.emplace(api::Ports{
      ground_->context(), *sessions_, verbs_,
      [this](const std::string& asker, std::vector<std::string> objects, const base::Failure& why,
             const std::string& correlation) {
        return log_refusal(ground_->context(), {asker, std::move(objects), why, correlation});
      }});
}

void Daemon::orders_changed() {
  dispatcher_->wake();
  desk_push_->wake();
}

Result<adapter::PushSummary> Daemon::push(const std::string& source, const std::string& kind,
                                          const std::string& json) {
  const auto now = intake();
  auto* runner = now ? now->find(source) : nullptr;
  if (runner == nullptr || runner->supervisor() == nullptr) {
    return base::fail(Kind::unavailable, "source " + source + " is not up");
  }
  return runner->supervisor()->push(kind, json);
}

std::shared_ptr<intake::Intake> Daemon::intake() {
  const std::lock_guard lock(intake_mutex_);
  return intake_;
}

std::vector<AdapterHealth> Daemon::adapters() {
  return adapters_of(*intake(), ground_->context().book()->settings);
}

DaemonHealth Daemon::health() {
  DaemonHealth out;
  out.version = version;
  out.started_at = started_at_;
  out.listening = listening_;
  {
    const std::lock_guard lock(reload_mutex_);
    out.bad_reload = bad_reload_;
  }
  out.adapters = adapters();
  return out;
}

bool Daemon::ready() {
  if (ready_ || !up_) return ready_;
  const auto now = intake();
  for (const auto& runner : now->runners()) {
    if (!runner->tried_to_start()) return false;
  }
  ready_ = true;
  return true;
}

std::string Daemon::metrics() {
  if (!up_) return {};
  MetricsSources sources;
  sources.http = [this] { return server_->counts(); };
  sources.deliveries = [this] { return dispatcher_->counts(); };
  sources.adapters = [this] { return adapters(); };
  sources.rotation = [this] { return key_keeper_->counts(); };
  sources.store = [this] {
    return ground_->database().read(
        [](store::Reader& reader) -> Result<StoreCounts> { return count_store(reader); });
  };
  return render_metrics(sources);
}

Result<> Daemon::take_new_configuration() {
  auto book = ground_->read_again();
  if (!book) return book.error();
  auto partners = Partners::load((*book)->profile, (*book)->settings.secrets);
  if (!partners) return partners.error();
  auto issuers = api::read_issuers((*book)->settings);
  if (!issuers) return issuers.error();
  if (auto done = server_->reload_certificates(); !done) return done;
  ground_->use(std::move(*book));
  partners_->exchange(std::move(*partners));
  bearers_->exchange(std::move(*issuers));
  return {};
}

Result<> Daemon::reload(std::string_view actor) {
  const std::lock_guard lock(reload_mutex_);
  auto done = take_new_configuration();
  if (!done) {
    bad_reload_ = done.error().text();
    base::log(base::Level::error, "reload_refused", {{"reason", done.error().text()}});
    return done;
  }
  bad_reload_.reset();
  intake()->stop();
  start_intake();
  link_keeper_->look_again();
  base::log(base::Level::info, "reloaded", {});
  return ground_->database().write([actor](store::Transaction& tx) -> Result<> {
    audit::Entry entry;
    entry.actor = actor;
    entry.action = "configuration.reloaded";
    tx.audit(entry);
    return {};
  });
}

void Daemon::stop() {
  if (admin_) admin_->stop();
  if (server_) server_->stop();
  if (clockwork_) clockwork_->stop();
  if (key_keeper_) key_keeper_->stop();
  if (link_keeper_) link_keeper_->stop();
  if (hooks_) hooks_->stop();
  if (intake_) intake_->stop();
  if (desk_push_) desk_push_->stop();
  if (dispatcher_) {
    if (const auto deaf = ground_->database().writer().listen({}); !deaf)
      base::log(base::Level::warning, "store_closed_early", {{"reason", deaf.error().text()}});
    dispatcher_->stop();
  }
  if (audit_keeper_) audit_keeper_->stop();
  admin_.reset();
  server_.reset();
  clockwork_.reset();
  key_keeper_.reset();
  link_keeper_.reset();
  hooks_.reset();
  intake_.reset();
  desk_push_.reset();
  dispatcher_.reset();
  egress_.reset();
  audit_keeper_.reset();
  ground_.reset();
}

}  // namespace hub::daemon
