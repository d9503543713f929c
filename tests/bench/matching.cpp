// bench_matching CONFIG FOLDER RESOURCES ROUNDS: one person matched against so many resources of an
// invented registry, of which a third serves the need. Prints the medians in microseconds of the
// matching alone; of the whole verb (candidates looked up, told and logged, to the commit); of the
// first look after a change, which opens every row; how many candidates there are; and the CPU of
// one matching.
#include <ctime>

#include "hub/service/match_person.hpp"
#include "hub/store/persons.hpp"
#include "tests/bench/hub_in_process.hpp"

namespace {

using namespace hub;
using namespace bench;

constexpr const char* kinds[] = {"居場所",       "通いの場", "就労体験",
                                 "フードバンク", "学習支援", "サロン"};
constexpr const char* towns[] = {"氏家", "喜連川", "馬場", "櫻野", "草川"};
constexpr const char* days[] = {"Mo", "Tu", "We", "Th", "Fr"};
constexpr const char* conditions[] = {
    "", R"({\"field\":\"age\",\"in\":[\"18-64\"]})",
    R"({\"all\":[{\"field\":\"certificate\",\"in\":[\"mental\",\"statement\"]},{\"field\":\"age\",\"in\":[\"15-39\"]}]})"};

template <class Words>
const char* one_of(const Words& words, std::size_t number) {
  return words[number % std::size(words)];
}

/// As service::to_json writes what staff register.
std::string resource(std::size_t number) {
  const std::string name = std::to_string(number);
  return R"({"resource":"{\"kind\":\"resource\",\"schemaVersion\":\"1\",\"recordKey\":\")" + name +
         R"(\",\"publicRange\":\"public\",\"name\":\"架空の場)" + name +
         R"(\",\"resourceKind\":{\"text\":\")" + one_of(kinds, number) +
         R"(\"},\"address\":{\"fullAddress\":\"栃木県さくら市)" + one_of(towns, number / 3) +
         R"(1番地\"},\"schedules\":[{\"days\":[\")" + one_of(days, number / 7) +
         R"(\"]}],\"available\":)" + std::to_string(number % 4 + 1) +
         R"(,\"acceptance\":[\"見学可\",\"短時間可\"]}","staffOnly":false,"conditions":")" +
         one_of(conditions, number / 2) + R"("})";
}

class Registry {
 public:
  Registry(const std::filesystem::path& config, const std::filesystem::path& folder,
           std::size_t resources)
      : hub_(config, folder) {
    person_ = must(context().db.write([&](store::Transaction& tx) -> base::Result<base::PersonId> {
      tx.audit(step());
      for (std::size_t at = 0; at < resources; ++at)
        store::add_resource_edit(tx, {.resource = tx.new_id<domain::ResourceId>(),
                                      .by = officer,
                                      .confirmed_day = base::jst_date(tx.now()),
                                      .body = resource(at)});
      return store::create_person(tx).id;
    }));
  }
  service::Context& context() { return hub_.context(); }
  [[nodiscard]] service::MatchWish wish() const {
    service::MatchWish wish{.person = person_, .needs = {}};
    wish.needs.concerns = {"WITHDRAWAL"};
    wish.needs.wishes = {"短時間可", "無料"};
    wish.needs.days = {"Mo", "We", "Th"};
    wish.needs.age = "35";
    wish.needs.visits = "2";
    wish.needs.town = "氏家";
    wish.needs.needs_transport = "no";
    return wish;
  }

 private:
  HubInProcess hub_;
  base::PersonId person_;
};

std::shared_ptr<const service::Offers> look(service::OfferShelf& shelf, service::Context& context) {
  return must(context.db.read(
      [&](store::Reader& reader) -> base::Result<std::shared_ptr<const service::Offers>> {
        return shelf.offers(reader, context);
      }));
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) {
    std::cerr << "usage: bench_matching CONFIG FOLDER RESOURCES ROUNDS\n";
    return 2;
  }
  Registry registry(words[1], words[2], std::stoul(words[3]));
  const int rounds = std::stoi(words[4]);
  auto& context = registry.context();
  const auto cold = median_us(3, [&] {
    service::OfferShelf fresh;
    look(fresh, context);
  });
  service::OfferShelf shelf;
  const auto offers = look(shelf, context);
  const auto book = context.book();
  const service::Towns places(*book, context.tables, context.clock.now());
  const auto seeker = must(service::seeker_of(registry.wish().needs, places));
  const std::chrono::sys_days today(base::jst_day(context.clock.now()));
  const matching::Matcher matcher(*book->profile.matching, seeker, today);
  const auto candidates = matcher.among(*offers, offers->size()).size();
  const auto began = std::clock();
  const auto alone = median_us(rounds, [&] {
    (void)matching::Matcher(*book->profile.matching, seeker, today)
        .among(*offers, registry.wish().at_most);
  });
  const auto cpu = 1e6 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC / rounds;
  const auto verb = median_us(rounds, [&] {
    must(service::propose_resources(context, shelf, registry.wish(), officer,
                                    [](std::string_view) {}));
  });
  std::cout << alone << ' ' << verb << ' ' << cold << ' ' << candidates << ' ' << cpu << '\n';
}
