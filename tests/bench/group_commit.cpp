// `bench_group_commit FOLDER grouped|single`: the bare limit of durable intake. Beast reads
// a request, its body becomes a row, and all that wait share one WAL FULL transaction (or have one
// each); then 202. Nothing is checked. Prints its port; ends with its input.
#include <sqlite3.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <functional>
#include <iostream>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;

struct Waiting {
  std::string body;
  std::function<void()> done;
};

/// One thread with the one connection; takes all that wait.
class Writer {
 public:
  Writer(const std::string& folder, bool grouped) : grouped_(grouped) {
    sqlite3_open((folder + "/limit.db").c_str(), &database_);
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000;"
        "CREATE TABLE inbox (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;");
    sqlite3_prepare_v3(database_, "INSERT INTO inbox (body) VALUES (?)", -1,
                       SQLITE_PREPARE_PERSISTENT, &insert_, nullptr);
    thread_ = std::thread([this] { loop(); });
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }
  void add(Waiting waiting) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(waiting));
    }
    wake_.notify_one();
  }

 private:
  void loop() {
    while (true) {
      std::vector<Waiting> taken;
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        taken.swap(waiting_);
      }
      grouped_ ? commit({taken.data(), taken.size()}) : commit_each(taken);
      for (auto& one : taken)
        one.done();
    }
  }
  void commit_each(std::vector<Waiting>& all) {
    for (auto& one : all)
      commit({&one, 1});
  }
  void commit(std::span<Waiting> all) {
    run("BEGIN IMMEDIATE");
    for (const auto& one : all) {
      sqlite3_bind_blob(insert_, 1, one.body.data(), static_cast<int>(one.body.size()),
                        SQLITE_STATIC);
      sqlite3_step(insert_);
      sqlite3_reset(insert_);
    }
    run("COMMIT");
  }
  void run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return;
    std::cerr << sqlite3_errmsg(database_) << '\n';
    std::abort();
  }

  bool grouped_;
  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<Waiting> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Tcp::socket socket, Writer& writer) : socket_(std::move(socket)), writer_(writer) {}

  void read() {
    request_ = {};
    http::async_read(socket_, buffer_, request_,
                     [self = shared_from_this()](const auto& error, std::size_t) {
                       if (!error) self->keep();
                     });
  }

 private:
  void keep() {
    writer_.add({std::move(request_.body()), [self = shared_from_this()] {
                   asio::post(self->socket_.get_executor(), [self] { self->answer(); });
                 }});
  }
  void answer() {
    response_ = {http::status::accepted, 11};
    response_.body() = "{}";
    response_.prepare_payload();
    http::async_write(socket_, response_,
                      [self = shared_from_this()](const auto& error, std::size_t) {
                        if (!error) self->read();
                      });
  }

  Tcp::socket socket_;
  Writer& writer_;
  boost::beast::flat_buffer buffer_;
  http::request<http::string_body> request_;
  http::response<http::string_body> response_;
};

void accept(Tcp::acceptor& acceptor, Writer& writer) {
  acceptor.async_accept([&](const auto& error, Tcp::socket socket) {
    if (error) return;
    socket.set_option(Tcp::no_delay(true));
    std::make_shared<Session>(std::move(socket), writer)->read();
    accept(acceptor, writer);
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: bench_group_commit FOLDER grouped|single\n";
    return 2;
  }
  asio::io_context network(1);
  Tcp::acceptor acceptor(network, {asio::ip::make_address("127.0.0.1"), 0});
  Writer writer(argv[1], std::string_view(argv[2]) == "grouped");
  accept(acceptor, writer);
  std::cout << acceptor.local_endpoint().port() << std::endl;
  std::thread serving([&network] { network.run(); });
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  network.stop();
  serving.join();
}
