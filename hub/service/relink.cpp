#include "hub/service/relink.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "hub/base/unique_fd.hpp"
#include "hub/domain/record_kind.hpp"
#include "hub/linkage/estimate.hpp"
#include "hub/linkage/model_text.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/house.hpp"
#include "hub/service/link.hpp"
#include "hub/service/link_basis.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/refresh_facts.hpp"
#include "hub/store/link_models.hpp"
#include "hub/store/record_facts.hpp"

namespace hub::service {
namespace {

namespace fs = std::filesystem;
using base::fail;
using base::Kind;
using base::Result;
using store::RecordRow;

/// Records of one step of a piece; between two it is asked whether the piece's time is over.
constexpr std::size_t together = 16;

Result<> unwritten(const fs::path& file) {
  return fail(Kind::internal, file.string() + ": " + std::strerror(errno));
}

/// Whole, or not at all.
Result<> write_file(const fs::path& folder, const std::string& text) {
  const auto file = folder / model_file;
  const auto part = file.string() + ".part";
  {
    const base::UniqueFd out(
        ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    const bool written =
        out && ::write(out.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(out.get()) == 0;
    if (!written) return unwritten(part);
  }
  if (::rename(part.c_str(), file.c_str()) != 0) return unwritten(file);
  const base::UniqueFd in(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!in || ::fsync(in.get()) != 0) return unwritten(folder);
  return {};
}

Result<std::optional<std::string>> kept_text(Context& context) {
  return context.db.read([](store::Reader& reader) -> Result<std::optional<std::string>> {
    return store::kept_model(reader);
  });
}

Result<> keep_text(Context& context, const std::string& text) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    store::keep_model(tx, text);
    tx.audit(entry_of(system_actor, "link.model_kept", std::string(model_file)));
    return {};
  });
}

/// The file is what counts: somebody may have written in it. One that is not there is written.
Result<std::optional<std::string>> model_text(const fs::path& folder,
                                              const std::optional<std::string>& kept) {
  const auto file = folder / model_file;
  std::error_code error;
  if (!fs::exists(file, error)) {
    if (kept) {
      if (auto written = write_file(folder, *kept); !written) return written.error();
    }
    return kept;
  }
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  return std::optional(std::move(text));
}

/// All records as linkage packs them by that model.
Result<linkage::Population> pack_all(Context& context, const linkage::Model& model) {
  return context.db.read([&](store::Reader& reader) -> Result<linkage::Population> {
    linkage::Population population;
    NumberSystems systems;
    store::each_facts(reader, [&](RecordRow row, const crypto::Opened& opened) {
      const TakenFacts taken(opened, static_cast<linkage::RecordId>(row.value), false, systems);
      population.add(taken.get(), {model});
    });
    return population;
  });
}

Result<linkage::Model> estimate(Context& context) {
  auto model = linkage::standard_model();
  const linkage::EstimateSettings settings;
  auto first = pack_all(context, model);
  if (!first) return first.error();
  linkage::count_frequencies(*first, settings, model);
  *first = {};
  const auto packed = pack_all(context, model);
  if (!packed) return packed.error();
  linkage::estimate_shares(*packed, settings, model);
  return model;
}

Result<std::vector<RecordRow>> all_records(Context& context) {
  return context.db.read([](store::Reader& reader) -> Result<std::vector<RecordRow>> {
    const auto person = number_of(domain::RecordKind::person);
    auto records = store::rows_with_facts(reader);
    const auto older = store::rows_without_facts(reader, person);
    records.insert(records.end(), older.begin(), older.end());
    std::sort(records.begin(), records.end());
    return records;
  });
}

/// First which blocks all are in, then who is one with whom, then who lives together.
class Relinking {
 public:
  Relinking(Context& context, std::string_view actor, const OnRelinked& see)
      : context_(context), actor_(actor), see_(see), linking_(context), homes_(context) {}

  Result<RelinkProgress> run() {
    auto records = all_records(context_);
    if (!records) return records.error();
    records_ = std::move(*records);
    progress_.records_in_all = static_cast<std::int64_t>(records_.size());
    auto renewed = each([this](store::Transaction& tx, const std::vector<RecordRow>& some) {
      refresh_facts(tx, context_, some);
      linking_.renew_blocks(tx, some);
    });
    if (!renewed) return renewed.error();
    auto linked = each([this](store::Transaction& tx, const std::vector<RecordRow>& some) {
      for (const auto person : linking_.link_again(tx, some))
        homes_.add(person);
      for (const auto record : some) {
        if (const auto link = store::link_of(tx, record)) homes_.add(link->person);
      }
      progress_.records += static_cast<std::int64_t>(some.size());
    });
    if (!linked) return linked.error();
    if (auto housed = settle_homes(); !housed) return housed.error();
    auto asked = each([](store::Transaction& tx, const std::vector<RecordRow>& some) {
      for (const auto record : some) {
        if (const auto link = store::link_of(tx, record)) ask_whether_same(tx, link->person);
      }
    });
    if (!asked) return asked.error();
    const auto kept = context_.db.write([this](store::Transaction& tx) -> Result<> {
      keep_basis(tx, basis_of(*context_.weights(), context_.tables));
      return {};
    });
    if (!kept) return kept.error();
    return progress_;
  }

 private:
  /// When it is settled who is one.
  Result<> settle_homes() {
    return context_.db.writer().run_bulk(
        [&](store::Transaction& tx, const store::Pace& pace) -> Result<bool> {
          if (!see_(progress_)) return fail(Kind::unavailable, "stopped; run it again");
          (void)homes_.settle(tx, [&] { return pace.over(); });
          tx.audit(entry_of(actor_, "link.piece_renewed", "households"));
          return homes_.waits();
        });
  }

  using Work = std::function<void(store::Transaction&, const std::vector<RecordRow>&)>;
  Result<> each(const Work& work) {
    std::size_t at = 0;
    return context_.db.writer().run_bulk(
        [&](store::Transaction& tx, const store::Pace& pace) -> Result<bool> {
          if (!see_(progress_)) return fail(Kind::unavailable, "stopped; run it again");
          const auto first = at;
          while (at < records_.size() && (at == first || !pace.over())) {
            const auto end = std::min(at + together, records_.size());
            const auto from = records_.begin() + static_cast<std::ptrdiff_t>(at);
            work(tx, {from, from + static_cast<std::ptrdiff_t>(end - at)});
            at = end;
          }
          tx.audit(entry_of(actor_, "link.piece_renewed", "records"));
          return at < records_.size();
        });
  }

  Context& context_;
  std::string actor_;
  const OnRelinked& see_;
  Linking linking_;
  Homes homes_;
  std::vector<RecordRow> records_;
  RelinkProgress progress_;
};

Result<RelinkProgress> link_anew(Context& context, std::string_view actor, const OnRelinked& see) {
  const auto weights = load_weights(context);
  if (!weights) return weights.error();
  context.exchange(*weights);
  return Relinking(context, actor, see).run();
}

}  // namespace

Result<std::shared_ptr<const Weights>> load_weights(Context& context) {
  const auto chosen = context.book()->settings.linkage;
  const auto kept = kept_text(context);
  if (!kept) return kept.error();
  const auto text = model_text(context.db.folder(), *kept);
  if (!text) return text.error();
  if (!*text) return standard_weights(chosen);
  auto model = linkage::parse_model(**text);
  if (!model) return model.error().in((context.db.folder() / model_file).string());
  if (*kept != *text) {
    if (auto done = keep_text(context, **text); !done) return done.error();
  }
  return std::make_shared<const Weights>(std::move(*model), settings_of(chosen));
}

Result<RelinkProgress> rebuild_links(Context& context, std::string_view actor,
                                     const OnRelinked& see) {
  return link_anew(context, actor, see);
}

Result<RelinkProgress> estimate_links(Context& context, std::string_view actor,
                                      const OnRelinked& see) {
  const auto model = estimate(context);
  if (!model) return model.error();
  const auto text = linkage::format_model(*model);
  if (auto written = write_file(context.db.folder(), text); !written) return written.error();
  return link_anew(context, actor, see);
}

}  // namespace hub::service
