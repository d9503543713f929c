#include "hub/api/call.hpp"

#include <algorithm>
#include <charconv>

#include "hub/api/api_problem.hpp"
#include "hub/api/page_cursor.hpp"
#include "hub/api/rights.hpp"
#include "hub/api/tags.hpp"
#include "hub/api/verb_request.hpp"
#include "hub/service/unchanged.hpp"
#include "hub/store/idempotent_requests.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::api {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::Response;

constexpr std::int64_t usual_page = 50;
constexpr std::int64_t longest_page = 200;
constexpr std::size_t longest_key = 128;

/// Keeps what a verb tells.
class Lines final : public http::ReplySink {
 public:
  explicit Lines(std::string asker) : asker_(std::move(asker)) {}
  [[nodiscard]] const std::string& asker() const override { return asker_; }
  bool line(std::string_view json) override {
    all.emplace_back(json);
    return true;
  }
  std::vector<std::string> all;

 private:
  std::string asker_;
};

std::string body_of(const std::vector<std::string>& lines, const std::string& next = {}) {
  std::string out;
  tsunagu::json::Writer json(out);
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& line : lines)
    json.raw(line);
  json.end_array();
  if (!next.empty()) {
    json.key("next");
    json.string(next);
  }
  json.end_object();
  return out;
}

/// One call on its way; borrows all.
class Call {
 public:
  Call(Ports& ports, const Operation& operation, const http::Request& request)
      : ports_(ports), operation_(operation), request_(request) {}

  Response run();

 private:
  [[nodiscard]] Response refuse(const base::Failure& why) const {
    return api_problem(why, request_);
  }
  [[nodiscard]] Response refuse(int status, std::string_view type, std::string_view detail) const {
    return api_problem(status, type, detail, request_);
  }
  [[nodiscard]] base::Failure log(const base::Failure& why) const;
  [[nodiscard]] Response failed(const base::Failure& why) const;
  Result<std::vector<std::string>> ask(const VerbWords& words, std::string_view body) const;
  [[nodiscard]] Response read() const;
  [[nodiscard]] Response answer() const;
  [[nodiscard]] Response page(const Words& query) const;
  [[nodiscard]] Response create() const;
  [[nodiscard]] Response create_once(const store::IdempotentRequest& once) const;
  [[nodiscard]] Response change() const;
  [[nodiscard]] Response advance() const;

  Ports& ports_;
  const Operation& operation_;
  const http::Request& request_;
  service::AccountStanding caller_{};
  std::string asker_{};
  Words words_{};
};

base::Failure Call::log(const base::Failure& why) const {
  std::vector<std::string> objects{"operation/" + std::string(operation_.id)};
  for (const auto& [name, value] : words_) {
    if (const auto id = base::uuid_from_text(value))
      objects.push_back(name + "/" + base::to_text(*id));
  }
  return ports_.refused(asker_, std::move(objects), why, request_.correlation_id);
}

/// What the verb itself refuses it has logged. Of a thing that is not for him he learns no more
/// than of one that is not there.
Response Call::failed(const base::Failure& why) const {
  if (why.kind() == Kind::forbidden && operation_.relation == Relation::none && !words_.empty())
    return refuse(nothing_there());
  return refuse(why);
}

Result<std::vector<std::string>> Call::ask(const VerbWords& words, std::string_view body) const {
  const auto json = verb_request(words, body);
  if (!json) return json.error();
  Lines lines(asker_);
  const auto done = ports_.verbs.find(words.verb)->second(*json, lines);
  if (!done) return done.error();
  return std::move(lines.all);
}

Response Call::run() {
  auto caller = caller_of(ports_, request_);
  if (!caller) return refuse(caller.error());
  caller_ = std::move(*caller);
  words_ = path_words(operation_, request_);
  asker_ = asker_for(operation_, caller_);
  if (!operation_.roles.meets(caller_.roles))
    return refuse(log(fail(Kind::forbidden, "none of the account's roles may do that")));
  const auto query = query_words(operation_, request_);
  if (!query) return refuse(query.error());
  if (const auto stands = stands_to(ports_.context, operation_, words_, asker_); !stands)
    return refuse(log(stands.error()));
  switch (operation_.effect) {
    case Effect::read:
      words_.insert(words_.end(), query->begin(), query->end());
      return read();
    case Effect::page:
      return page(*query);
    case Effect::ask:
      return answer();
    case Effect::create:
      return create();
    case Effect::change:
      return change();
    case Effect::advance:
      return advance();
  }
  return refuse(500, "internal", "");
}

Response Call::read() const {
  const auto lines = ask({operation_, operation_.verb, words_, {}}, {});
  if (!lines) return failed(lines.error());
  Response out;
  out.body = body_of(*lines);
  out.fields.emplace_back("ETag", tag_of(*lines));
  return out;
}

/// No tag: what was asked by a body is no thing that could be changed.
Response Call::answer() const {
  const auto lines = ask({operation_, operation_.verb, words_, {}}, request_.body);
  if (!lines) return failed(lines.error());
  Response out;
  out.body = body_of(*lines);
  return out;
}

Response Call::page(const Words& query) const {
  VerbWords words{operation_, operation_.verb, {}, usual_page};
  for (const auto& [key, value] : query) {
    if (key == "limit") {
      std::int64_t limit = 0;
      const auto* const end = value.data() + value.size();
      const auto read = std::from_chars(value.data(), end, limit);
      if (read.ec != std::errc() || read.ptr != end || limit < 1 || limit > longest_page)
        return refuse(fail(Kind::invalid, "?limit: is a number from 1 to 200"));
      words.limit = limit;
    } else {
      const auto after =
          read_cursor(ports_.context.db.keys(), operation_.id, identity_of(caller_), value);
      if (!after) return refuse(after.error());
      words.texts.emplace_back("after", std::to_string(*after));
    }
  }
  auto lines = ask(words, {});
  if (!lines) return failed(lines.error());
  std::string next;
  if (const auto after = take_next(*lines))
    next = make_cursor(ports_.context.db.keys(), operation_.id, identity_of(caller_), *after);
  Response out;
  out.body = body_of(*lines, next);
  return out;
}

Response Call::create() const {
  const auto key = request_.header("idempotency-key").value_or("");
  if (key.empty())
    return refuse(428, "idempotency_key_missing",
                  "a request that makes something bears an Idempotency-Key; choose a random one");
  if (key.size() > longest_key)
    return refuse(fail(Kind::invalid, "Idempotency-Key: has at most 128 characters"));
  const auto& tokens = ports_.context.db.keys().tokens(crypto::Purpose::delivery_id);
  const std::string line = std::string(operation_.id) + "\n" + std::string(request_.path()) + "\n";
  const store::IdempotentRequest once{identity_of(caller_),
                                      tokens.wide("idempotency-key\n" + std::string(key)),
                                      tokens.wide("idempotent-request\n" + line + request_.body)};
  using Earlier = std::optional<store::EarlierAnswer>;
  const auto begun = ports_.context.db.write(
      [&](store::Transaction& tx) -> Result<Earlier> { return store::begin_request(tx, once); });
  if (!begun) return refuse(begun.error());
  if (!*begun) return create_once(once);
  const auto& earlier = **begun;
  if (!earlier.same_request)
    return refuse(422, "idempotency_key_reused", "the key was used for another request");
  if (earlier.status == 0)
    return refuse(409, "outcome_unknown",
                  "the same request is under way, or broke off; look whether it was made");
  Response out;
  out.status = earlier.status;
  out.body = earlier.body;
  out.fields.emplace_back("Idempotent-Replayed", "true");
  return out;
}

Response Call::create_once(const store::IdempotentRequest& once) const {
  const auto lines = ask({operation_, operation_.verb, words_, {}}, request_.body);
  Response out;
  out.status = 201;
  if (lines) out.body = body_of(*lines);
  const auto kept = ports_.context.db.write([&](store::Transaction& tx) -> Result<> {
    if (lines) {
      store::finish_request(tx, once, out.status, out.body);
    } else {
      store::drop_request(tx, once);
    }
    return {};
  });
  if (!lines) return failed(lines.error());
  if (!kept) return refuse(kept.error());
  return out;
}

/// The verb compares the tag in the transaction of the change.
Response Call::change() const {
  const auto tag = request_.header("if-match");
  if (!tag) return refuse(428, "precondition_required", missing_tag);
  VerbWords words{operation_, operation_.verb, words_, {}};
  words.texts.emplace_back("seen", tag->empty() ? "none" : *tag);
  const auto lines = ask(words, request_.body);
  if (!lines) {
    if (service::is_changed_since(lines.error()))
      return refuse(412, "precondition_failed", service::changed_meanwhile);
    return failed(lines.error());
  }
  Response out;
  out.body = body_of(*lines);
  return out;
}

Response Call::advance() const {
  const auto tag = request_.header("if-match");
  if (!tag) return refuse(428, "precondition_required", missing_tag);
  const auto seen = revision_in(*tag);
  if (!seen) return refuse(412, "precondition_failed", service::changed_meanwhile);
  VerbWords words{operation_, operation_.verb, words_, {}};
  words.texts.emplace_back("seen", std::to_string(*seen));
  const auto lines = ask(words, request_.body);
  const auto now = revision_of(ports_.context, words_.front().second);
  if (!lines) {
    if (lines.error().kind() == Kind::conflict && now != seen)
      return refuse(412, "precondition_failed", service::changed_meanwhile);
    return failed(lines.error());
  }
  Response out;
  out.body = body_of(*lines);
  return out;
}

}  // namespace

Response call(Ports& ports, const Operation& operation, const http::Request& request) {
  return Call(ports, operation, request).run();
}

}  // namespace hub::api
