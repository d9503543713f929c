// bench_packet CONFIG FOLDER ROUNDS: the packet of a four-person household for one seat of
// さくら市's 支援会議, with its rows of the disclosure log, from the request to the commit; beside
// a commit of one row. Prints the median of each in microseconds, and how many rows the packet
// writes.
#include <array>

#include "hub/service/sitting.hpp"
#include "hub/service/sitting_paper.hpp"
#include "hub/store/cases.hpp"
#include "tests/bench/deliver.hpp"

namespace {

using namespace hub;
using namespace bench;

constexpr std::array<const char*, 4> fields{"kaigo", "konkyu", "shogai", "kodomo"};

std::string person(std::size_t number) {
  const auto key = "p" + std::to_string(number);
  return R"({"kind":"person","schemaVersion":"1","recordKey":")" + key +
         R"(","identifiers":[{"system":"atena","value":")" + key +
         R"("}],"names":[{"fullName":"架空 例)" + key +
         R"(","fullNameKana":"カクウ レイ","original":"例"}],)"
         R"("sex":"2","dateOfBirth":{"date":"19)" +
         std::to_string(40 + 10 * number) +
         R"(-02-10"},"addresses":[{"fullAddress":"栃木県さくら市氏家2771番地"}],)"
         R"("contacts":[{"kind":"phone","value":"028-000-0000"}]})";
}
std::string consultation(std::size_t number) {
  const auto key = std::to_string(number);
  return R"({"kind":"consultation","schemaVersion":"1","recordKey":"c)" + key +
         R"(","personKey":"p)" + key +
         R"(","receivedAt":{"date":"2026-04-01"},"statement":"足腰が弱り、家のことができない。",)"
         R"("wish":"家で暮らしたい","course":"訪問した。","income":{"debts":"水道料金"}})";
}
std::string referral(std::size_t number) {
  return R"({"kind":"referral","schemaVersion":"1","recordKey":"r","personKey":"p)" +
         std::to_string(number) + R"("})";
}

/// One household, each member brought by another field's system.
class Town {
 public:
  Town(const std::filesystem::path& config, const std::filesystem::path& folder)
      : hub_(config, folder) {
    fresh_register(context());
    for (std::size_t i = 0; i < fields.size(); ++i)
      deliver(context(), fields[i], records_of(i));
  }
  service::Context& context() { return hub_.context(); }

  store::SeatId seat() {
    const auto about =
        must(context().db.read([](store::Reader& reader) -> base::Result<base::CaseId> {
          return store::read_case(reader, store::list_cases(reader, 1).front())->id;
        }));
    const auto day = base::jst_day(context().clock.now());
    const auto sitting =
        must(service::open_sitting(context(), {.body = "shien-kaigi", .held_on = day}, officer));
    must(service::add_agenda_item(
        context(), {.sitting = sitting, .about = about, .function = "SHIEN-KAIGI"}, officer));
    return must(service::give_seat(
        context(), {.sitting = sitting, .party = "zeimu", .secrecy = store::Secrecy::law},
        officer));
  }

 private:
  static std::vector<std::string> records_of(std::size_t number) {
    std::vector<std::string> records{person(number), consultation(number)};
    if (number == 0) records.push_back(referral(number));
    return records;
  }

  HubInProcess hub_;
};

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "usage: bench_packet CONFIG FOLDER ROUNDS\n";
    return 2;
  }
  Town town(words[1], words[2]);
  const int rounds = std::stoi(words[3]);
  const auto seat = town.seat();
  std::size_t persons = 0;
  const auto packet = median_us(rounds, [&] {
    persons =
        must(service::make_paper(town.context(), {seat}, officer)).items.front().persons.size();
  });
  const auto commit = median_us(rounds, [&] {
    must(town.context().db.write([](store::Transaction& tx) -> base::Result<> {
      tx.audit(step());
      return {};
    }));
  });
  std::cout << packet << ' ' << commit << ' ' << persons << '\n';
  return persons == fields.size() ? 0 : 1;
}
