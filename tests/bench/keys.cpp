// `bench_keys COUNT`: the match keys of COUNT persons from raw text (name, kana, birthday, address,
// telephone), in persons per second of one core, beside one pass that decodes and hashes the same
// bytes.
#include <array>
#include <cstdint>
#include <ctime>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/normalize/address_key.hpp"
#include "hub/normalize/date_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/normalize/phone_key.hpp"
#include "tsunagu/text/utf8.hpp"

namespace {

namespace normalize = hub::normalize;
namespace text = tsunagu::text;

struct Person {
  std::string name, kana, birthday, address, phone;
};

using Words = std::vector<std::string_view>;

const Words families = {"髙橋", "高橋", "渡邉", "佐藤", "𠮷田", "山﨑",
                        "中嶋", "斉藤", "冨田", "小林", "濵田", "ＮＧＵＹＥＮ"};
const Words givens = {"　ウメ", " 一郎", "花子", "　健太", "・マリア", " さくら", "　英姫"};
const Words kana_families = {"ﾀｶﾊｼ", "たかはし", "ワタナベ", "ｻﾄｳ", "ヨシダ", "やまざき"};
const Words kana_givens = {" ｳﾒ", "　いちろう", "ハナコ", " ケンタ", "・マリア", " ｻｸﾗ"};
const Words birthdays = {"昭和47年4月1日",   "S47.4.1",           "3470401",
                         "1972/4/1",         "19720401",          "昭和４７年４月",
                         "令和元年５月１日", "平成十二年三月三日"};
const Words towns = {"栃木県さくら市氏家",         "さくら市大字氏家",
                     "栃木県さくら市卯の里二丁目", "栃木県さくら市櫻野",
                     "さくら市桜ヶ丘1丁目",        "栃木県さくら市喜連川字本町",
                     "神奈川県茅ヶ崎市南湖",       "三重県伊賀市ゆめが丘四丁目"};
const Words numbers = {"２７７１－１",
                       "2771番地1",
                       "12番3号",
                       "3-4-5コーポ桜101号室",
                       "10番地の8 高橋方",
                       "二十番地",
                       "１２番地　メゾン２０２",
                       "7₋10"};
const Words phones = {"028-681-1116", "０９０－１２３４－５６７８", "090ー1234ー5678",
                      "(0286)81-1116"};

class Population {
 public:
  std::vector<Person> draw(std::size_t count) {
    std::vector<Person> people(count);
    for (auto& person : people) {
      person.name = one(families) + one(givens);
      person.kana = one(kana_families) + one(kana_givens);
      person.birthday = one(birthdays);
      person.address = one(towns) + one(numbers);
      person.phone = one(phones);
    }
    return people;
  }

 private:
  std::string one(const Words& words) {
    std::array<std::uint8_t, 1> byte{};
    random_.fill(byte);
    return std::string(words[byte[0] % words.size()]);
  }

  hub::base::SeededRandom random_{20261122};
};

std::uint64_t decoded(std::string_view cell, std::uint64_t sum) {
  for (std::size_t at = 0; at < cell.size();)
    sum = (sum ^ text::next(cell, at)) * 0x100000001B3ULL;
  return sum;
}

std::uint64_t bare(const Person& person) {
  auto sum = decoded(person.name, 0xCBF29CE484222325ULL);
  sum = decoded(person.kana, sum);
  sum = decoded(person.birthday, sum);
  sum = decoded(person.address, sum);
  return decoded(person.phone, sum);
}

std::uint64_t keys(const Person& person, const normalize::Tables& tables) {
  std::uint64_t sum = normalize::name_key(person.name, tables.variants).key.size();
  sum += normalize::kana_key(person.kana).key.size();
  const auto birthday = normalize::date_key(person.birthday);
  sum += birthday ? birthday->key.size() : 0;
  sum += normalize::address_key(person.address, tables, {.lgcode5 = "09214"}).key.size();
  return sum + normalize::phone_key(person.phone).key.size();
}

/// Of this thread alone: what else runs on the machine does not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
double persons_a_second(const std::vector<Person>& people, std::uint64_t& sum, Work work) {
  const auto began = cpu_seconds();
  for (const auto& person : people)
    sum += work(person);
  return static_cast<double>(people.size()) / (cpu_seconds() - began);
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "bench_keys COUNT\n";
    return 2;
  }
  const auto folder = normalize::find_data_folder(words[0]);
  const auto tables = folder ? normalize::Tables::load(*folder) : folder.error();
  if (!tables) return std::cerr << tables.error().text() << '\n', 1;
  const auto people = Population().draw(std::stoul(words[1]));
  std::uint64_t sum = 0;
  const double limit = persons_a_second(people, sum, bare);
  const double ours =
      persons_a_second(people, sum, [&](const Person& person) { return keys(person, *tables); });
  std::cout << ours << ' ' << limit << ' ' << sum << '\n';
  return 0;
}
