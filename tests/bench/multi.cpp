// `bench_multi FOLDER COUNT PORT`: the bare limit of delivery. libcurl's multi interface posts the
// bytes of an answer over 16 kept connections; what a round brought is one durable commit. Nothing
// is claimed, rendered or signed. Prints CPU seconds; how long it took, the sink says.
#include <curl/curl.h>
#include <sqlite3.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>

namespace {

constexpr std::size_t connections = 16;

void run(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return;
  std::cerr << sqlite3_errmsg(database) << '\n';
  std::exit(1);
}

std::size_t drop(char*, std::size_t size, std::size_t count, void*) {
  return size * count;
}

class Poster {
 public:
  Poster(sqlite3* database, const std::string& port, std::size_t count)
      : database_(database), multi_(curl_multi_init()), left_(count) {
    sqlite3_prepare_v3(database, "INSERT INTO done (at) VALUES (?)", -1, SQLITE_PREPARE_PERSISTENT,
                       &insert_, nullptr);
    for (const char* field :
         {"Content-Type: application/cloudevents+json", "User-Agent: tsunagu",
          "webhook-id: msg_019a8b1c-0000-7000-8000-000000000000", "webhook-timestamp: 1780000000",
          "webhook-signature: v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
      fields_ = curl_slist_append(fields_, field);
    for (auto& easy : easy_)
      easy = handle("http://127.0.0.1:" + port + "/notices");
  }
  Poster(const Poster&) = delete;
  Poster& operator=(const Poster&) = delete;
  ~Poster() {
    for (auto* easy : easy_)
      curl_easy_cleanup(easy);
    curl_multi_cleanup(multi_);
    curl_slist_free_all(fields_);
    sqlite3_finalize(insert_);
  }

  void post_all() {
    for (auto* easy : easy_)
      start(easy);
    while (under_way_ > 0) {
      int running = 0;
      curl_multi_perform(multi_, &running);
      if (!take_answers()) curl_multi_poll(multi_, nullptr, 0, 1'000, nullptr);
    }
  }

 private:
  CURL* handle(const std::string& url) {
    CURL* easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, fields_);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body_.c_str());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
    curl_easy_setopt(easy, CURLOPT_TCP_NODELAY, 1L);
    return easy;
  }
  void start(CURL* easy) {
    if (left_ == 0) return;
    --left_;
    ++under_way_;
    curl_multi_add_handle(multi_, easy);
  }
  /// One commit for all of a round.
  bool take_answers() {
    int waiting = 0;
    bool any = false;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &waiting)) {
      if (!any) run(database_, "BEGIN IMMEDIATE");
      any = true;
      if (message->data.result != CURLE_OK) std::exit(1);
      CURL* const easy = message->easy_handle;
      sqlite3_bind_int64(insert_, 1, std::time(nullptr));
      sqlite3_step(insert_);
      sqlite3_reset(insert_);
      curl_multi_remove_handle(multi_, easy);
      --under_way_;
      start(easy);
    }
    if (any) run(database_, "COMMIT");
    return any;
  }

  sqlite3* database_;
  CURLM* multi_;
  std::size_t left_;
  std::size_t under_way_ = 0;
  std::string body_ = std::string(430, 'x');  // as long as an answer's event
  curl_slist* fields_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  std::array<CURL*, connections> easy_{};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: bench_multi FOLDER COUNT PORT\n";
    return 2;
  }
  sqlite3* database = nullptr;
  sqlite3_open((std::string(argv[1]) + "/limit.db").c_str(), &database);
  run(database,
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
      "CREATE TABLE done (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;");
  {
    Poster poster(database, argv[3], std::stoul(argv[2]));
    const std::clock_t cpu = std::clock();
    poster.post_all();
    std::cout << double(std::clock() - cpu) / CLOCKS_PER_SEC << '\n';
  }
  sqlite3_close(database);
}
